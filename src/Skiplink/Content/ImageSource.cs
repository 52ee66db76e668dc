using System.Buffers.Text;
using System.Text;
using Skiplink.Html;
using Skiplink.Text;

namespace Skiplink.Content;

/// <summary>Finds the address of an image, also where a script was to fill it in when the image comes into view.</summary>
internal static class ImageSource
{
    /// <summary>
    /// A data address that is longer than this is no image that a text would carry; one that is shorter than the least holds a place.
    /// </summary>
    private const int MaxDataBytes = 64 * 1024;
    private const int MinDataBytes = 400;

    /// <summary>The address as written, or empty.</summary>
    public static ReadOnlySpan<byte> Of(HtmlNode image)
    {
        ReadOnlySpan<byte> source = default;
        foreach (HtmlAttribute attribute in image.Attributes)
        {
            if (attribute.NameId == HtmlNames.Src)
                source = attribute.Utf8Value.TrimWhiteSpace();
            else if (IsLazy(image.Document, attribute.NameId) && attribute.Utf8Value.TrimWhiteSpace() is var lazy && LooksLikeAddress(lazy))
                return lazy;
        }
        return !source.IsEmpty && !source.StartsWith("data:"u8) && !source.StartsWith("about:"u8) ? source : Other(image, source);
    }

    /// <summary>The address of an image whose <c>src</c> holds its place only.</summary>
    private static ReadOnlySpan<byte> Other(HtmlNode image, ReadOnlySpan<byte> source)
    {
        ReadOnlySpan<byte> set = default, other = default;
        for (int i = 0; i < image.AttributeCount; i++)
        {
            HtmlAttribute attribute = image.Attribute(i);
            ReadOnlySpan<byte> name = image.Document.NameOf(attribute.NameId), value = attribute.Utf8Value.TrimWhiteSpace();
            if ((name.SequenceEqual("srcset"u8) || name.SequenceEqual("data-srcset"u8) || name.SequenceEqual("data-lazy-srcset"u8))
                && Widest(value) is { IsEmpty: false } widest)
                set = widest;
            else if (other.IsEmpty && name.StartsWith("data-"u8) && IsImageAddress(value))
                other = value;
        }
        if (!set.IsEmpty)
            return set;
        if (FromPicture(image) is { IsEmpty: false } responsive)
            return responsive;
        if (!other.IsEmpty)
            return other;
        return source.StartsWith("data:image/"u8) && source.Length is >= MinDataBytes and <= MaxDataBytes
            && !source.StartsWith("data:image/svg"u8) ? source : default;
    }

    /// <summary>Whether an image is a spacer, a pixel that counts readers, or a small icon.</summary>
    public static bool IsOrnament(HtmlNode image) =>
        IsSmall(image.Utf8Attribute(HtmlNames.Width)) || IsSmall(image.Utf8Attribute(HtmlNames.Height));

    /// <summary>
    /// Whether two addresses are one picture in two sizes or formats: the names of the files are the same but for numbers, words of size
    /// and the extension.
    /// </summary>
    public static bool IsSamePicture(ReadOnlySpan<byte> one, ReadOnlySpan<byte> two)
    {
        if (one.SequenceEqual(two))
            return true;
        Span<byte> first = stackalloc byte[64], second = stackalloc byte[64];
        int length = Stem(one, first);
        return length >= 4 && length == Stem(two, second) && first[..length].SequenceEqual(second[..length]);
    }

    /// <summary>The letters of a file's name, without words of size; returns how many.</summary>
    private static int Stem(ReadOnlySpan<byte> address, Span<byte> stem)
    {
        int query = address.IndexOfAny((byte)'?', (byte)'#');
        address = query < 0 ? address : address[..query];
        address = address[(address.LastIndexOf((byte)'/') + 1)..];
        int dot = address.LastIndexOf((byte)'.');
        address = dot > 0 ? address[..dot] : address;
        int length = 0, word = 0;
        foreach (byte b in address)
        {
            if (!char.IsAsciiLetter((char)b) && b < 0x80)
            {
                length = WithoutSize(stem, word, length);
                word = length;
            }
            else if (length < stem.Length)
            {
                stem[length++] = (byte)(b | 0x20);
            }
        }
        return WithoutSize(stem, word, length);
    }

    private static int WithoutSize(ReadOnlySpan<byte> stem, int word, int length)
    {
        ReadOnlySpan<byte> text = stem[word..length];
        bool isSize = text.SequenceEqual("large"u8) || text.SequenceEqual("medium"u8) || text.SequenceEqual("small"u8)
            || text.SequenceEqual("thumb"u8) || text.SequenceEqual("thumbnail"u8)
            || text.SequenceEqual("full"u8) || text.SequenceEqual("scaled"u8) || text.SequenceEqual("x"u8) || text.SequenceEqual("w"u8)
            || text.SequenceEqual("h"u8) || text.SequenceEqual("px"u8)
            || text.SequenceEqual("mobile"u8) || text.SequenceEqual("desktop"u8);
        return isSize ? word : length;
    }

    private static ReadOnlySpan<byte> FromPicture(HtmlNode image)
    {
        HtmlNode picture = image.Parent;
        for (int i = 0; i < 2 && picture is { IsNone: false } && !picture.Is(HtmlNames.Picture); i++)
            picture = picture.Parent;
        if (picture.IsNone || !picture.Is(HtmlNames.Picture))
            return default;
        for (HtmlNode source = picture.FirstChild; !source.IsNone; source = source.NextSibling)
        {
            if (!source.Is(HtmlNames.Source))
                continue;
            ReadOnlySpan<byte> set = source.Utf8Attribute(HtmlNames.Srcset);
            set = set.IsEmpty ? source.Utf8Attribute(HtmlNames.DataSrcset) : set;
            if (Widest(set) is { IsEmpty: false } widest)
                return widest;
        }
        return default;
    }

    private static bool IsSmall(ReadOnlySpan<byte> size) =>
        Utf8Parser.TryParse(size, out int pixels, out int used) && used == size.Length && pixels <= 32;

    private static bool IsLazy(HtmlDocument document, int name)
    {
        if (name <= HtmlNames.KnownCount)
            return name is HtmlNames.DataSrc or HtmlNames.DataOriginal;
        ReadOnlySpan<byte> text = document.NameOf(name);
        return text.StartsWith("data-"u8) && (text.SequenceEqual("data-lazy-src"u8) || text.SequenceEqual("data-lazy"u8)
            || text.SequenceEqual("data-original-src"u8) || text.SequenceEqual("data-hi-res-src"u8));
    }

    private static bool LooksLikeAddress(ReadOnlySpan<byte> value) =>
        !value.IsEmpty && value.IndexOf((byte)' ') < 0 && !value.StartsWith("data:"u8) && value[0] != '{';

    private static bool IsImageAddress(ReadOnlySpan<byte> value)
    {
        if (!LooksLikeAddress(value) || value.Length > 2000 || value.IndexOf((byte)'/') < 0)
            return false;
        int query = value.IndexOfAny((byte)'?', (byte)'#');
        ReadOnlySpan<byte> path = query < 0 ? value : value[..query];
        int dot = path.LastIndexOf((byte)'.');
        ReadOnlySpan<byte> extension = dot < 0 ? default : path[(dot + 1)..];
        return Ascii.EqualsIgnoreCase(extension, "jpg"u8) || Ascii.EqualsIgnoreCase(extension, "jpeg"u8)
            || Ascii.EqualsIgnoreCase(extension, "png"u8) || Ascii.EqualsIgnoreCase(extension, "webp"u8)
            || Ascii.EqualsIgnoreCase(extension, "gif"u8) || Ascii.EqualsIgnoreCase(extension, "avif"u8);
    }

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
            set = end < 0 ? default : set[end..].TrimWhiteSpaceStart();
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
