namespace Skiplink.Fetching.Sniffing;

/// <summary>
/// Formats that are no text, by the bytes that their files begin with and a mark at a fixed place. The first that fits counts.
/// </summary>
internal static class BinarySignatures
{
    private static readonly (string Name, byte[] Start, int Offset, byte[] Mark)[] Signatures =
    [
        ("a PNG image", [0x89, 0x50, 0x4E, 0x47], 0, []),
        ("a JPEG image", [0xFF, 0xD8, 0xFF], 0, []),
        ("a GIF image", "GIF87a"u8.ToArray(), 0, []),
        ("a GIF image", "GIF89a"u8.ToArray(), 0, []),
        ("a WebP image", "RIFF"u8.ToArray(), 8, "WEBP"u8.ToArray()),
        ("a TIFF image", [0x49, 0x49, 0x2A, 0x00], 0, []),
        ("a TIFF image", [0x4D, 0x4D, 0x00, 0x2A], 0, []),
        ("a BMP image", "BM"u8.ToArray(), 6, [0, 0, 0, 0]),
        ("an icon", [0x00, 0x00, 0x01, 0x00], 0, []),
        ("a Photoshop image", "8BPS\0"u8.ToArray(), 0, []),
        ("a WAVE recording", "RIFF"u8.ToArray(), 8, "WAVEfmt "u8.ToArray()),
        ("an AVI film", "RIFF"u8.ToArray(), 8, "AVI LIST"u8.ToArray()),
        ("an Ogg recording", "OggS\0"u8.ToArray(), 0, []),
        ("an MP3 recording", "ID3"u8.ToArray(), 4, [0]),
        ("a FLAC recording", "fLaC\0"u8.ToArray(), 0, []),
        ("a Matroska or WebM film", [0x1A, 0x45, 0xDF, 0xA3], 0, []),
        ("an MPEG-4, AVIF or HEIF file", [0, 0], 4, "ftyp"u8.ToArray()),
        ("a PDF document", "%PDF-"u8.ToArray(), 0, []),
        ("a PostScript document", "%!PS"u8.ToArray(), 0, []),
        ("an RTF document", @"{\rtf"u8.ToArray(), 0, []),
        ("an old Office document", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], 0, []),
        ("a zip archive", [0x50, 0x4B, 0x03, 0x04], 0, []),
        ("a zip archive", [0x50, 0x4B, 0x05, 0x06], 0, []),
        ("a zip archive", [0x50, 0x4B, 0x07, 0x08], 0, []),
        ("a file packed by xz", [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00], 0, []),
        ("a file packed by bzip2", "BZh"u8.ToArray(), 4, [0x31, 0x41, 0x59, 0x26, 0x53, 0x59]),
        ("a file packed by LZ4", [0x04, 0x22, 0x4D, 0x18], 0, []),
        ("a file packed by compress", [0x1F, 0x9D], 0, []),
        ("a 7z archive", [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], 0, []),
        ("a RAR archive", [0x52, 0x61, 0x72, 0x21, 0x1A, 0x07], 0, []),
        ("a tar archive", [], 257, "ustar"u8.ToArray()),
        ("a WARC archive", "WARC/1."u8.ToArray(), 0, []),
        ("an ARC archive", "filedesc://"u8.ToArray(), 0, []),
        ("a program", [0x7F, 0x45, 0x4C, 0x46], 0, []),
        ("a program", [0xCF, 0xFA, 0xED, 0xFE], 0, []),
        ("a WebAssembly program", [0x00, 0x61, 0x73, 0x6D], 0, []),
        ("a Java class", [0xCA, 0xFE, 0xBA, 0xBE], 0, []),
        ("a font", "wOFF"u8.ToArray(), 12, [0]),
        ("a font", "wOF2"u8.ToArray(), 12, [0]),
        ("a font", "OTTO\0"u8.ToArray(), 0, []),
        ("a font", [0x00, 0x01, 0x00, 0x00, 0x00], 0, []),
        ("an SQLite database", "SQLite format 3\0"u8.ToArray(), 0, []),
        ("a Parquet file", [0x50, 0x41, 0x52, 0x31, 0x15], 0, []),
    ];

    /// <summary>The format's name with an article, or null.</summary>
    public static string? Find(ReadOnlySpan<byte> head)
    {
        foreach ((string name, byte[] start, int offset, byte[] mark) in Signatures)
        {
            if (head.StartsWith(start) && head.Length >= offset + mark.Length && head[offset..].StartsWith(mark))
                return name;
        }
        return null;
    }
}
