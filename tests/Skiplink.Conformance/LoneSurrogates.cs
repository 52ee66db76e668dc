using System.Text;
using System.Text.Json;

namespace Skiplink.Conformance;

/// <summary>
/// Some tests put lone surrogates into the input stream. UTF-8 has no bytes for them, and decoding never lets one through; the tests pass
/// them to the tokenizer in the three bytes that the scheme of UTF-8 would give (as WTF-8 does).
/// </summary>
internal static class LoneSurrogates
{
    /// <summary>The string of a JSON element, lone surrogates included.</summary>
    public static string Read(JsonElement value)
    {
        try
        {
            return value.GetString()!;
        }
        catch (InvalidOperationException)
        {
            return JsonEscapes(value.GetRawText()[1..^1]);
        }
    }

    public static byte[] ToBytes(string text)
    {
        List<byte> bytes = [];
        for (int i = 0; i < text.Length; i++)
        {
            if (Rune.TryGetRuneAt(text, i, out Rune rune))
            {
                bytes.AddRange(Encoding.UTF8.GetBytes(rune.ToString()));
                i += rune.Utf16SequenceLength - 1;
            }
            else
            {
                bytes.AddRange([(byte)(0xE0 | (text[i] >> 12)), (byte)(0x80 | ((text[i] >> 6) & 0x3F)), (byte)(0x80 | (text[i] & 0x3F))]);
            }
        }
        return [.. bytes];
    }

    public static string FromBytes(ReadOnlySpan<byte> bytes)
    {
        StringBuilder text = new();
        while (!bytes.IsEmpty)
        {
            int next = bytes.IndexOf((byte)0xED);
            while (next >= 0 && !(next + 2 < bytes.Length && bytes[next + 1] >= 0xA0))
            {
                int more = bytes[(next + 1)..].IndexOf((byte)0xED);
                next = more < 0 ? -1 : next + 1 + more;
            }
            int plain = next < 0 ? bytes.Length : next;
            text.Append(Encoding.UTF8.GetString(bytes[..plain]));
            if (next >= 0)
                text.Append((char)(((bytes[next] & 0xF) << 12) | ((bytes[next + 1] & 0x3F) << 6) | (bytes[next + 2] & 0x3F)));
            bytes = bytes[(next < 0 ? plain : next + 3)..];
        }
        return text.ToString();
    }

    private static string JsonEscapes(string raw)
    {
        StringBuilder text = new();
        for (int i = 0; i < raw.Length; i++)
        {
            if (raw[i] != '\\')
            {
                text.Append(raw[i]);
            }
            else if (raw[++i] == 'u')
            {
                text.Append((char)Convert.ToInt32(raw.Substring(i + 1, 4), 16));
                i += 4;
            }
            else
            {
                text.Append(raw[i] switch { 'n' => '\n', 't' => '\t', 'r' => '\r', 'b' => '\b', 'f' => '\f', char c => c });
            }
        }
        return text.ToString();
    }
}
