using System.Globalization;
using System.Text;

namespace Skiplink.PageModel.Json;

/// <summary>Resolves the escapes in strings of sound JSON.</summary>
internal static class JsonEscapes
{
    /// <summary>Writes a string without its escapes, which is never longer; false when it does not fit.</summary>
    public static bool TryResolve(ReadOnlySpan<byte> text, Span<byte> resolved, out int length)
    {
        length = 0;
        while (!text.IsEmpty)
        {
            int plain = text.IndexOf((byte)'\\') is >= 0 and int at ? at : text.Length;
            if (plain > resolved.Length - length)
                return false;
            text[..plain].CopyTo(resolved[length..]);
            length += plain;
            text = text[plain..];
            if (text.IsEmpty)
                return true;
            if (resolved.Length - length < 4 && text.Length > resolved.Length - length)
                return false;
            length += Resolve(ref text, resolved[length..]);
        }
        return true;
    }

    /// <summary>Resolves the escape that a text begins with and moves behind it.</summary>
    private static int Resolve(ref ReadOnlySpan<byte> text, Span<byte> resolved)
    {
        if (text[1] != 'u')
        {
            resolved[0] = text[1] switch
            {
                (byte)'b' => (byte)'\b',
                (byte)'f' => (byte)'\f',
                (byte)'n' => (byte)'\n',
                (byte)'r' => (byte)'\r',
                (byte)'t' => (byte)'\t',
                var other => other
            };
            text = text[2..];
            return 1;
        }
        char unit = Unit(text);
        text = text[6..];
        if (!char.IsSurrogate(unit))
            return new Rune(unit).EncodeToUtf8(resolved);
        // Halves have been taken out by the repair: what follows is the other one.
        if (text.Length < 6 || text[0] != '\\' || text[1] != 'u' || !Rune.TryCreate(unit, Unit(text), out Rune rune))
            return Rune.ReplacementChar.EncodeToUtf8(resolved);
        text = text[6..];
        return rune.EncodeToUtf8(resolved);
    }

    private static char Unit(ReadOnlySpan<byte> escape) =>
        (char)ushort.Parse(escape.Slice(2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
}
