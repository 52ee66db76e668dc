namespace Skiplink.Stories.Lexicon;

/// <summary>
/// The text files of the languages, which are part of the assembly: <c>en/months</c>. The folder <c>any</c> has names that are the same in
/// all of them.
/// </summary>
internal static class LanguageFiles
{
    private const string Prefix = "story/";

    /// <summary>The languages that there are folders for.</summary>
    public static IReadOnlyList<string> Tags { get; } =
        [.. typeof(LanguageFiles).Assembly.GetManifestResourceNames()
            .Where(static n => n.StartsWith(Prefix, StringComparison.Ordinal) && n.EndsWith("/language", StringComparison.Ordinal))
            .Select(static n => n[Prefix.Length..^"/language".Length]).Order(StringComparer.Ordinal)];

    /// <summary>A file's content, or null when the language has none.</summary>
    public static string? Read(string tag, string name)
    {
        using Stream? stream = typeof(LanguageFiles).Assembly.GetManifestResourceStream($"{Prefix}{tag}/{name}");
        if (stream is null)
            return null;
        using StreamReader reader = new(stream);
        return reader.ReadToEnd();
    }
}
