using System.Buffers.Text;
using Skiplink.Html;

namespace Skiplink.Content;

/// <summary>Finds the address of an image, also where a script was to fill it in when the image comes into view.</summary>
internal static class ImageSource
{
    /// <summary>The address as written, or empty.</summary>
    public static ReadOnlySpan<byte> Of(HtmlNode image)
    {
        ReadOnlySpan<byte> best = default;
        for (int i = 0; i < image.AttributeCount; i++)
        {
            HtmlAttribute attribute = image.Attribute(i);
            ReadOnlySpan<byte> name = image.Document.NameOf(attribute.NameId), value = attribute.Utf8Value.Trim(" \t\n\f\r"u8);
            if (IsLazy(name) && LooksLikeAddress(value))
                return value;
            if ((name.SequenceEqual("srcset"u8) || name.SequenceEqual("data-srcset"u8)) && Widest(value) is { IsEmpty: false } widest)
                best = widest;
        }
        ReadOnlySpan<byte> source = image.Utf8Attribute(HtmlNames.Src).Trim(" \t\n\f\r"u8);
        return source.IsEmpty || source.StartsWith("data:"u8) ? best : source;
    }

    /// <summary>Whether an image is a spacer, a pixel that counts readers, or a small icon.</summary>
    public static bool IsOrnament(HtmlNode image) => IsSmall(image.Utf8Attribute(HtmlNames.Width)) || IsSmall(image.Utf8Attribute(HtmlNames.Height));

    private static bool IsSmall(ReadOnlySpan<byte> size) => Utf8Parser.TryParse(size, out int pixels, out int used) && used == size.Length && pixels <= 32;

    private static bool IsLazy(ReadOnlySpan<byte> name) =>
        name.SequenceEqual("data-src"u8) || name.SequenceEqual("data-original"u8) || name.SequenceEqual("data-lazy-src"u8) || name.SequenceEqual("data-lazy"u8)
        || name.SequenceEqual("data-original-src"u8) || name.SequenceEqual("data-hi-res-src"u8);

    private static bool LooksLikeAddress(ReadOnlySpan<byte> value) => !value.IsEmpty && value.IndexOf((byte)' ') < 0 && !value.StartsWith("data:"u8) && value[0] != '{';

    /// <summary>The candidate of a <c>srcset</c> with the largest width or density.</summary>
    private static ReadOnlySpan<byte> Widest(ReadOnlySpan<byte> set)
    {
        ReadOnlySpan<byte> best = default;
        double most = -1;
        while (!set.IsEmpty)
        {
            set = set.TrimStart(" \t\n\f\r,"u8);
            int end = set.IndexOfAny((byte)' ', (byte)'\n', (byte)'\t');
            ReadOnlySpan<byte> address = end < 0 ? set : set[..end];
            set = end < 0 ? default : set[end..].TrimStart(" \t\n\f\r"u8);
            int comma = address.EndsWith(","u8) ? 0 : set.IndexOf((byte)',');
            ReadOnlySpan<byte> size = address.EndsWith(","u8) ? default : comma < 0 ? set : set[..comma];
            set = address.EndsWith(","u8) ? set : comma < 0 ? default : set[(comma + 1)..];
            double value = Utf8Parser.TryParse(size, out double number, out _) ? number : 0;
            if (!address.IsEmpty && !address.StartsWith("data:"u8) && value > most)
            {
                most = value;
                best = address.TrimEnd(","u8);
            }
        }
        return best;
    }
}
