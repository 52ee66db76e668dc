namespace Skiplink.Content.Formulas;

/// <summary>
/// Finds TeX in text between <c>\(</c> and <c>\)</c>, <c>\[</c> and <c>\]</c>, or <c>$$</c> and <c>$$</c>. A single dollar sign means money
/// as often as a formula, and is no delimiter.
/// </summary>
/// <param name="text">The text.</param>
internal ref struct TexDelimiters(ReadOnlySpan<byte> text)
{
    private readonly ReadOnlySpan<byte> _text = text;

    // Delimiters that do not close any more in this text: they are not looked for again.
    private Pairs _unclosed;

    [Flags]
    private enum Pairs
    {
        None = 0,
        Round = 1,
        Square = 2,
        Dollars = 4,
    }

    /// <summary>Finds the first formula from a place on.</summary>
    /// <param name="from">The place.</param>
    /// <param name="formula">Where the formula stands, with its delimiters of two bytes each.</param>
    /// <param name="isDisplay">Whether the delimiters are those of a formula on lines of its own.</param>
    public bool TryFind(int from, out Range formula, out bool isDisplay)
    {
        for (int at = from; at + 4 < _text.Length; at++)
        {
            int sign = _text[at..].IndexOfAny((byte)'\\', (byte)'$');
            if (sign < 0)
                break;
            at += sign;
            Pairs pair = _text[at..] switch
            {
                [(byte)'\\', (byte)'(', ..] => Pairs.Round,
                [(byte)'\\', (byte)'[', ..] => Pairs.Square,
                [(byte)'$', (byte)'$', ..] => Pairs.Dollars,
                _ => Pairs.None,
            };
            if (pair == Pairs.None || (_unclosed & pair) != 0)
                continue;
            int inner = _text[(at + 2)..].IndexOf(pair switch { Pairs.Round => @"\)"u8, Pairs.Square => @"\]"u8, _ => "$$"u8 });
            if (inner < 0)
                _unclosed |= pair;
            if (inner < 0 || _text.Slice(at + 2, inner).Trim((byte)' ').IsEmpty)
                continue;
            formula = at..(at + inner + 4);
            isDisplay = pair != Pairs.Round;
            return true;
        }
        formula = default;
        isDisplay = false;
        return false;
    }
}
