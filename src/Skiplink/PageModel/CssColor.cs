using System.Buffers.Text;
using System.Globalization;
using System.Text;
using Skiplink.Text;

namespace Skiplink.PageModel;

/// <summary>A colour of CSS or of an old attribute (<c>bgcolor</c>), as far as it is needed to tell text from its ground.</summary>
internal readonly record struct CssColor
{
    /// <summary>How far the parts of two colours may differ and still look the same.</summary>
    private const int MaxDifference = 10;

    /// <summary>White, the colour of the canvas where nothing sets it.</summary>
    public static readonly CssColor White = new(0xFFFFFF, isTransparent: false);

    private readonly int _rgb;
    private readonly State _state;

    private CssColor(int rgb, bool isTransparent) => (_rgb, _state) = (rgb, isTransparent ? State.Transparent : State.Opaque);

    private enum State : byte
    {
        Unknown,
        Opaque,
        Transparent,
    }

    /// <summary>Whether it is a known colour, or none that is seen.</summary>
    public bool IsKnown => _state != State.Unknown;

    /// <summary>Whether nothing of it is seen.</summary>
    public bool IsTransparent => _state == State.Transparent;

    /// <summary>Whether two colours look the same.</summary>
    public bool LooksLike(CssColor other) =>
        _state == State.Opaque && other._state == State.Opaque && Math.Abs((_rgb >> 16) - (other._rgb >> 16)) <= MaxDifference
        && Math.Abs((_rgb >> 8 & 0xFF) - (other._rgb >> 8 & 0xFF)) <= MaxDifference
        && Math.Abs((_rgb & 0xFF) - (other._rgb & 0xFF)) <= MaxDifference;

    /// <summary>Reads a colour: hexadecimal, <c>rgb()</c>, <c>rgba()</c>, or one of the sixteen names of HTML 4.</summary>
    public static bool TryParse(ReadOnlySpan<byte> text, out CssColor color)
    {
        text = text.TrimWhiteSpace();
        color = default;
        if (text is [(byte)'#', .. var digits])
            return TryHexadecimal(digits, out color);
        if (text.Length > 4 && Ascii.EqualsIgnoreCase(text[..3], "rgb"u8))
            return TryFunction(text, out color);
        if (text.Length == 11 && Ascii.EqualsIgnoreCase(text, "transparent"u8))
        {
            color = new(0, isTransparent: true);
            return true;
        }
        int rgb = OfName(text);
        color = rgb < 0 ? default : new(rgb, isTransparent: false);
        return rgb >= 0;
    }

    /// <summary>Reads the colour of an old attribute, which may have no number sign.</summary>
    public static CssColor OfAttribute(ReadOnlySpan<byte> text) =>
        TryParse(text, out CssColor color) || (text.TrimWhiteSpace() is { Length: 6 } digits && TryHexadecimal(digits, out color))
            ? color : default;

    private static bool TryHexadecimal(ReadOnlySpan<byte> digits, out CssColor color)
    {
        color = default;
        if (digits.Length is not (3 or 4 or 6 or 8)
            || !uint.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out uint value))
            return false;
        bool isShort = digits.Length < 6, hasAlpha = digits.Length is 4 or 8;
        uint alpha = !hasAlpha ? 1 : isShort ? value & 0xF : value & 0xFF;
        value = hasAlpha ? value >> (isShort ? 4 : 8) : value;
        if (isShort)
            value = ((value & 0xF00) << 8 | (value & 0xF0) << 4 | (value & 0xF)) * 0x11;
        color = new((int)value, alpha == 0);
        return true;
    }

    private static bool TryFunction(ReadOnlySpan<byte> text, out CssColor color)
    {
        color = default;
        int open = text.IndexOf((byte)'('), count = 0, rgb = 0;
        if (open < 0 || text[^1] != ')')
            return false;
        ReadOnlySpan<byte> rest = text[(open + 1)..^1];
        double alpha = 1;
        while (count < 4 && !(rest = rest.TrimStart(" ,/"u8)).IsEmpty)
        {
            if (!Utf8Parser.TryParse(rest, out double part, out int used))
                return false;
            rest = rest[used..];
            if (rest is [(byte)'%', ..])
            {
                part = count < 3 ? part * 2.55 : part / 100;
                rest = rest[1..];
            }
            if (count < 3)
                rgb = rgb << 8 | (int)Math.Clamp(part, 0, 255);
            else
                alpha = part;
            count++;
        }
        color = new(rgb, alpha < 0.02);
        return count >= 3;
    }

    private static int OfName(ReadOnlySpan<byte> name)
    {
        if (name.Length is < 3 or > 10)
            return -1;
        Span<byte> lower = stackalloc byte[10];
        Ascii.ToLower(name, lower, out int length);
        ReadOnlySpan<byte> text = lower[..length];
        return text.SequenceEqual("white"u8) ? 0xFFFFFF : text.SequenceEqual("black"u8) ? 0 : text.SequenceEqual("red"u8) ? 0xFF0000
            : text.SequenceEqual("silver"u8) ? 0xC0C0C0 : text.SequenceEqual("gray"u8) || text.SequenceEqual("grey"u8) ? 0x808080
            : text.SequenceEqual("maroon"u8) ? 0x800000 : text.SequenceEqual("purple"u8) ? 0x800080
            : text.SequenceEqual("fuchsia"u8) ? 0xFF00FF
            : text.SequenceEqual("green"u8) ? 0x008000 : text.SequenceEqual("lime"u8) ? 0x00FF00 : text.SequenceEqual("olive"u8) ? 0x808000
            : text.SequenceEqual("yellow"u8) ? 0xFFFF00 : text.SequenceEqual("navy"u8) ? 0x000080 : text.SequenceEqual("blue"u8) ? 0x0000FF
            : text.SequenceEqual("teal"u8) ? 0x008080 : text.SequenceEqual("aqua"u8) ? 0x00FFFF
            : text.SequenceEqual("snow"u8) ? 0xFFFAFA : text.SequenceEqual("ivory"u8) ? 0xFFFFF0
            : text.SequenceEqual("whitesmoke"u8) ? 0xF5F5F5 : text.SequenceEqual("ghostwhite"u8) ? 0xF8F8FF : -1;
    }
}
