namespace Skiplink.Html.Encodings;

/// <summary>An encoding that fits the bytes of a page best, and how much better than a declared one it is.</summary>
/// <param name="Name">The name of the encoding.</param>
/// <param name="HighBytes">How many bytes of the sample are not ASCII.</param>
/// <param name="Gain">The bits that the declared encoding costs more, for each of these bytes; 0 if none was asked for.</param>
internal readonly record struct DetectedEncoding(string Name, int HighBytes, double Gain);

/// <summary>
/// Tells a legacy encoding by its bytes. A sample of the page's text is decoded with each encoding, and each language that is written in it
/// says how many bits the characters cost: frequent letters few, rare ones many, capitals within words and invalid bytes very many. All
/// encodings explain the same bytes, so the lowest sum is the likeliest reading.
/// </summary>
internal static class EncodingDetector
{
    /// <summary>How many bytes beyond ASCII are looked at for all encodings, for those near the best, and how far for them.</summary>
    private const int SampleBytes = 1024, LongSampleBytes = 32 * 1024, MaxScan = 512 * 1024;

    // Costs in sixteenths of a bit.
    private const int Bit = 16;
    private const int Punctuation = 7 * Bit, Sign = 11 * Bit, OtherScript = 15 * Bit, Drawing = 16 * Bit, Control = 20 * Bit;
    private const int Invalid = 26 * Bit;
    private const int Capital = 3 * Bit, CapitalInWord = 8 * Bit, MixedWord = 4 * Bit;

    /// <summary>What an encoding must make up for because few pages use it: windows-1252 is the standard's own guess.</summary>
    private const int Unusual = 10 * Bit, Rare = 18 * Bit;

    /// <summary>Encodings whose costs differ by no more are near each other.</summary>
    private const int NearCost = 20 * Bit;

    /// <summary>What the language of the root element is worth.</summary>
    private const int LanguageHint = 16 * Bit;

    private static readonly Dictionary<char, byte>[] Costs = [.. EncodingLetterData.Rows.Select(static row =>
        row.Letters.Select((letter, i) => (letter, Cost: (byte)row.Costs[i]))
            .ToDictionary(static pair => pair.letter, static pair => pair.Cost))];

    private static readonly string[] Encodings = [.. EncodingLetterData.Rows.SelectMany(static row => row.Encodings).Distinct()];

    /// <summary>The encoding that fits best. <paramref name="declared"/> is compared with it.</summary>
    public static DetectedEncoding Detect(ReadOnlySpan<byte> page, string? declared = null)
    {
        declared = declared is null ? null : WithLetters(declared);
        string? language = TextSample.Language(page);
        (string Name, long Cost)[] all = Compare(page, Encodings, SampleBytes, language, out int high);
        long lowest = all.Min(static pair => pair.Cost);
        long? ofDeclared = all.Where(pair => pair.Name == declared).Select(static pair => (long?)pair.Cost).FirstOrDefault();
        double gain = ofDeclared is { } cost && high > 0 ? (cost - lowest) / (double)(Bit * high) : 0;

        // Relatives differ in a few letters: all of the page tells them apart.
        string[] near = [.. all.Where(pair => pair.Cost <= lowest + NearCost + (lowest / 20)).Select(static pair => pair.Name)];
        if (near.Length > 1 && high >= SampleBytes)
            all = Compare(page, near, LongSampleBytes, language, out _);
        return new(all.MinBy(static pair => pair.Cost).Name, high, gain);
    }

    private static (string Name, long Cost)[] Compare(
        ReadOnlySpan<byte> page, string[] names, int sampleBytes, string? language, out int high)
    {
        byte[] sample = TextSample.Of(page.Length > MaxScan ? page[..MaxScan] : page, sampleBytes, out high);
        char[] text = new char[sample.Length + 16];
        (string, long)[] costs = new (string, long)[names.Length];
        for (int i = 0; i < names.Length; i++)
        {
            PageEncodings.DecoderOf(names[i]).Convert(sample, text, flush: true, out _, out int length, out _);
            costs[i] = (names[i], Prior(names[i]) + Cheapest(names[i], text.AsSpan(0, length), language));
        }
        return costs;
    }

    /// <summary>The encoding with the same letters that the table of letters names.</summary>
    private static string WithLetters(string name) => name switch { "gb18030" => "GBK", "ISO-8859-8-I" => "ISO-8859-8", _ => name };

    /// <summary>What a byte beyond ASCII costs if the page is in an encoding, or null if no language is known for it.</summary>
    public static double? BitsPerByte(ReadOnlySpan<byte> page, string name)
    {
        name = WithLetters(name);
        if (!Encodings.Contains(name))
            return null;
        byte[] sample = TextSample.Of(page.Length > MaxScan ? page[..MaxScan] : page, SampleBytes, out int high);
        if (high == 0)
            return null;
        char[] text = new char[sample.Length + 16];
        PageEncodings.DecoderOf(name).Convert(sample, text, flush: true, out _, out int length, out _);
        return Cheapest(name, text.AsSpan(0, length), language: null) / (double)(Bit * high);
    }

    private static int Prior(string name) => name switch
    {
        PageEncodings.Windows1252 => 0,
        "IBM866" or "ISO-8859-5" or "ISO-8859-6" or "x-mac-cyrillic" or "macintosh" or "windows-1258" or "ISO-8859-15"
            or "ISO-8859-13" => Rare,
        _ => Unusual,
    };

    /// <summary>The cost of a text in the language of the encoding that explains it best.</summary>
    private static long Cheapest(string encoding, ReadOnlySpan<char> text, string? language)
    {
        long lowest = long.MaxValue;
        for (int i = 0; i < EncodingLetterData.Rows.Length; i++)
        {
            if (!EncodingLetterData.Rows[i].Encodings.Contains(encoding))
                continue;
            long cost = CostOf(text, i);
            if (language is not null && EncodingLetterData.Rows[i].Language.StartsWith(language, StringComparison.OrdinalIgnoreCase))
                cost -= LanguageHint;
            lowest = Math.Min(lowest, cost);
        }
        return lowest;
    }

    private static long CostOf(ReadOnlySpan<char> text, int row)
    {
        Dictionary<char, byte> costs = Costs[row];
        (string _, string script, string[] _, int restCost, string _, string _) = EncodingLetterData.Rows[row];
        bool latin = script == "Latin";
        long sum = 0;
        char previous = ' ';
        foreach (char c in text)
        {
            if (c >= 0x80)
            {
                sum += CostOf(c, costs, script, restCost);
                if (char.IsUpper(c) && char.IsUpper(previous))
                    sum -= Capital - Bit;
                if (char.IsUpper(c) && char.IsLower(previous))
                    sum += CapitalInWord;
                if (!latin && char.IsLetter(c) && char.IsAsciiLetter(previous))
                    sum += MixedWord;
            }
            else if (!latin && char.IsAsciiLetter(c) && previous >= 0x80 && char.IsLetter(previous))
            {
                sum += MixedWord;
            }
            else if (char.IsAsciiLetterLower(c) && previous >= 0x80 && char.IsUpper(previous) && latin)
            {
                sum -= Bit;
            }
            previous = c;
        }
        return sum;
    }

    private static int CostOf(char c, Dictionary<char, byte> costs, string script, int restCost)
    {
        if (costs.TryGetValue(c, out byte listed))
            return listed;
        if (char.IsUpper(c) && costs.TryGetValue(char.ToLowerInvariant(c), out byte lower))
            return lower + Capital;
        return c switch
        {
            '\uFFFD' => Invalid,
            < '\u00A0' or (>= '\uE000' and <= '\uF8FF') => Control,
            '\u00A0' or '–' or '—' or '‘' or '’' or '“' or '”' or '„' or '«' or '»' or '…' or '•' or '·'
                or '©' or '®' or '°' or '€' or '№' or '£' or '§' => Punctuation,
            >= '\u2500' and <= '\u259F' => Drawing,
            _ when !char.IsLetter(c) && !char.IsSurrogate(c) => Sign,
            _ when ScriptOf(c) == script => restCost,
            _ => OtherScript,
        };
    }

    private static string ScriptOf(char c) => c switch
    {
        < '\u0250' or (>= '\u1E00' and <= '\u1EFF') => "Latin",
        >= '\u0370' and <= '\u03FF' => "Greek",
        >= '\u0400' and <= '\u052F' => "Cyrillic",
        >= '\u0590' and <= '\u05FF' => "Hebrew",
        >= '\u0600' and <= '\u06FF' => "Arabic",
        >= '\u0E00' and <= '\u0E7F' => "Thai",
        (>= '\u3040' and <= '\u30FF') or (>= '\u4E00' and <= '\u9FFF') => "Han",
        >= '\uAC00' and <= '\uD7A3' => "Hangul",
        _ => "",
    };
}
