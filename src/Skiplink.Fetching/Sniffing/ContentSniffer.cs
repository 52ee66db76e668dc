using System.Text;

namespace Skiplink.Fetching.Sniffing;

/// <summary>Says what something is by its first bytes alone, whatever its name or its server says.</summary>
internal static class ContentSniffer
{
    /// <summary>How many bytes are looked at; fewer only when there are no more.</summary>
    public const int HeadBytes = 16 << 10;

    /// <param name="head">The first <see cref="HeadBytes"/> bytes, or all.</param>
    public static SniffedContent Sniff(ReadOnlySpan<byte> head)
    {
        if (head.Length > HeadBytes)
            head = head[..HeadBytes];
        if (head.IndexOfAnyExcept(" \t\r\n\f"u8) < 0)
            return new(ContentKind.Empty, "an empty file");
        if (head.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B, 0x08]))
            return new(ContentKind.Gzip, "a file packed by gzip");
        if (head.StartsWith((ReadOnlySpan<byte>)[0x28, 0xB5, 0x2F, 0xFD]))
            return new(ContentKind.Zstd, "a file packed by zstd");
        if (BinarySignatures.Find(head) is { } format)
            return new(ContentKind.Other, format);
        if (UnmarkedEncoding.IsUtf32(head))
            return new(ContentKind.Other, "a text in UTF-32");
        if (UnmarkedEncoding.Utf16(head) is { } encoding)
        {
            Encoding utf16 = encoding == "UTF-16LE" ? Encoding.Unicode : Encoding.BigEndianUnicode;
            byte[] utf8 = Encoding.UTF8.GetBytes(utf16.GetString(head[..(head.Length & ~1)]).TrimStart('\uFEFF'));
            return BinaryText.IsBinary(utf8) ? new(ContentKind.Other, "a binary file") : SniffMarkup(utf8) with { Encoding = encoding };
        }
        return SniffMarkup(head);
    }

    /// <summary>A page that says it is one may have more stray controls than other text.</summary>
    private static SniffedContent SniffMarkup(ReadOnlySpan<byte> head)
    {
        if (!BinaryText.IsBinary(head))
            return MarkupStart.Sniff(head);
        SniffedContent start = BinaryText.IsBinary(head, tolerance: 10) ? default : MarkupStart.Sniff(head);
        return start.Kind == ContentKind.Html ? start : new(ContentKind.Other, "a binary file");
    }
}
