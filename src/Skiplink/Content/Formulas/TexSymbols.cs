using System.Text;

namespace Skiplink.Content.Formulas;

/// <summary>Characters of formulas and the TeX commands for them, after the names of plain TeX and amssymb.</summary>
internal static class TexSymbols
{
    private static readonly Dictionary<int, string> Commands = Make(
        "α alpha β beta γ gamma δ delta ε varepsilon ϵ epsilon ζ zeta η eta θ theta ϑ vartheta ι iota κ kappa λ lambda μ mu ν nu ξ xi " +
        "π pi ϖ varpi ρ rho ϱ varrho σ sigma ς varsigma τ tau υ upsilon φ varphi ϕ phi χ chi ψ psi ω omega Γ Gamma Δ Delta Θ Theta " +
        "Λ Lambda Ξ Xi Π Pi Σ Sigma Υ Upsilon Φ Phi Ψ Psi Ω Omega ∂ partial ∇ nabla ∞ infty ℓ ell ℏ hbar ℑ Im ℜ Re ℵ aleph ∅ emptyset " +
        "∀ forall ∃ exists ¬ neg ∧ land ∨ lor ∈ in ∉ notin ∋ ni ⊂ subset ⊃ supset ⊆ subseteq ⊇ supseteq ∪ cup ∩ cap ∖ setminus × times " +
        "÷ div · cdot ⋅ cdot ∘ circ • bullet ∗ ast ⋆ star ± pm ∓ mp ⊕ oplus ⊗ otimes ⊖ ominus ⊙ odot ≤ leq ≥ geq ≠ neq ≈ approx " +
        "≡ equiv ∼ sim ≃ simeq ≅ cong ∝ propto ≪ ll ≫ gg ≺ prec ≻ succ ⊥ perp ∥ parallel ∣ mid ⊢ vdash ⊨ models ⟂ perp → to " +
        "← leftarrow ↔ leftrightarrow ⇒ Rightarrow ⇐ Leftarrow ⇔ Leftrightarrow ↦ mapsto ↑ uparrow ↓ downarrow ⟶ longrightarrow " +
        "⟹ implies ⟺ iff ⟵ longleftarrow ↪ hookrightarrow ∑ sum ∏ prod ∐ coprod ∫ int ∬ iint ∭ iiint ∮ oint ⋃ bigcup ⋂ bigcap " +
        "⨁ bigoplus ⨂ bigotimes √ surd … ldots ⋯ cdots ⋮ vdots ⋱ ddots ′ prime ″ prime\\prime ⟨ langle ⟩ rangle ⌊ lfloor ⌋ rfloor " +
        "⌈ lceil ⌉ rceil ‖ Vert ∠ angle △ triangle □ square ◻ square † dagger ‡ ddagger ∴ therefore ∵ because ⊤ top ≜ triangleq " +
        "≔ coloneqq ð eth ħ hbar");

    private static readonly HashSet<string> Functions =
        ["arccos", "arcsin", "arctan", "arg", "cos", "cosh", "cot", "coth", "csc", "deg", "det", "dim", "exp", "gcd", "hom", "inf", "ker",
            "lg", "lim", "liminf", "limsup", "ln", "log", "max", "min", "Pr", "sec", "sin", "sinh", "sup", "tan", "tanh"];

    /// <summary>The text with its characters as TeX writes them, each command followed by a space where a letter could join it.</summary>
    public static string Of(string text)
    {
        StringBuilder tex = new();
        foreach (Rune rune in text.EnumerateRunes())
        {
            int plain = Letter(rune.Value);
            if (Commands.TryGetValue(plain, out string? command))
                tex.Append('\\').Append(command).Append(' ');
            else if (plain is '{' or '}' or '%' or '#' or '&' or '$' or '_')
                tex.Append('\\').Append((char)plain);
            else if (plain is '\\')
                tex.Append("\\backslash ");
            else if (plain is 0x2212)
                tex.Append('-');
            else if (plain is not ((>= 0x2061 and <= 0x2064) or 0x200B or 0x00AD))
                tex.Append(new Rune(plain).ToString());
        }
        return tex.ToString().TrimEnd();
    }

    /// <summary>Whether TeX has a command for a function of this name.</summary>
    public static bool IsFunction(string name) => Functions.Contains(name);

    /// <summary>The accent that stands over a letter as this character, or null.</summary>
    public static string? Accent(string text) => text switch
    {
        "^" or "ˆ" or "̂" => "hat",
        "~" or "˜" or "̃" => "tilde",
        "¯" or "‾" or "̄" or "―" or "_" => "overline",
        "→" or "⃗" => "vec",
        "˙" or "." or "̇" => "dot",
        "¨" or "̈" => "ddot",
        "ˇ" => "check",
        "˘" => "breve",
        "⏞" => "overbrace",
        _ => null,
    };

    /// <summary>The letter, Greek letter or digit that a mathematical alphanumeric symbol (U+1D400 to U+1D7FF) is a style of.</summary>
    private static int Letter(int code)
    {
        const string Greek = "ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡϴΣΤΥΦΧΨΩ∇αβγδεζηθικλμνξοπρςστυφχψω∂ϵϑϰϕϱϖ";
        return code switch
        {
            >= 0x1D400 and < 0x1D6A4 => (code - 0x1D400) % 52 is var letter && letter < 26 ? 'A' + letter : 'a' + letter - 26,
            >= 0x1D6A8 and < 0x1D7CA => Greek[(code - 0x1D6A8) % 58],
            >= 0x1D7CE and < 0x1D800 => '0' + ((code - 0x1D7CE) % 10),
            0x210E => 'h',
            _ => code,
        };
    }

    private static Dictionary<int, string> Make(string pairs)
    {
        Dictionary<int, string> commands = [];
        string[] words = pairs.Split(' ');
        for (int i = 0; i + 1 < words.Length; i += 2)
            commands[Rune.GetRuneAt(words[i], 0).Value] = words[i + 1];
        return commands;
    }
}
