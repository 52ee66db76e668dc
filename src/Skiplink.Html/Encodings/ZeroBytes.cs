namespace Skiplink.Html.Encodings;

/// <summary>Tells UTF-16 without a byte order mark: every other byte of its markup is zero.</summary>
internal static class ZeroBytes
{
    private const int SampleBytes = 512;

    /// <summary>The name of the encoding, or null if the page is not UTF-16.</summary>
    public static string? Utf16Of(ReadOnlySpan<byte> page)
    {
        if (page.StartsWith("<\0?\0x\0"u8))
            return "UTF-16LE";
        if (page.StartsWith("\0<\0?\0x"u8))
            return "UTF-16BE";
        ReadOnlySpan<byte> sample = page.Length > SampleBytes ? page[..SampleBytes] : page;
        int even = 0, odd = 0;
        for (int i = 0; i + 1 < sample.Length; i += 2)
        {
            even += sample[i] == 0 ? 1 : 0;
            odd += sample[i + 1] == 0 ? 1 : 0;
        }
        int units = sample.Length / 2;
        if (units < 8)
            return null;
        // Half of the units are ASCII in any page that begins with markup; no byte of the other half is zero.
        return odd > units / 2 && even == 0 ? "UTF-16LE" : even > units / 2 && odd == 0 ? "UTF-16BE" : null;
    }
}
