using Skiplink.Metadata.Candidates;
using Skiplink.Metadata.Values;
using Skiplink.PageModel;
using Skiplink.PageModel.Json;
using Skiplink.Selection;
using Skiplink.Text;

namespace Skiplink.Metadata.Choices;

/// <summary>The declared language of a page, checked against its text.</summary>
internal static class LanguageChoice
{
    /// <summary>The declared language unless the text is clearly in another one; the language of the text if none is declared.</summary>
    /// <param name="page">The page.</param>
    /// <param name="selection">Which of its blocks are kept.</param>
    /// <param name="kept">The range from the first to the last kept block.</param>
    /// <param name="scan">The candidates of the page.</param>
    /// <param name="main">The object of the JSON-LD that is about the page.</param>
    /// <param name="texts">The memory for texts.</param>
    public static Candidate? Of(PageDocument page, SelectionResult selection, Range kept, PageScan scan, int main, TextArena texts)
    {
        Candidate? declared = Declared(Candidate.Of(scan.DeclaredLanguage, MetadataSource.Html), texts);
        for (int i = 0; i < MetaNames.Language.Length && declared is null; i++)
            declared = Declared(scan.Meta.First(MetaNames.Language.AsSpan(i, 1)), texts);
        declared ??= Declared(Candidate.Of(scan.Json.TextOf(main, JsonName.InLanguage), MetadataSource.JsonLd), texts);
        return Checked(page, selection, kept, declared);
    }

    private static Candidate? Declared(Candidate? found, TextArena texts) =>
        found is { } language && LanguageTag.Tidy(Tidy.WithoutTags(language.Value, texts).Span, texts) is { IsEmpty: false } tag
            ? language with { Value = tag } : null;

    /// <summary>A declared language, checked against the text.</summary>
    public static Candidate? Checked(PageDocument page, SelectionResult selection, Range kept, Candidate? declared)
    {
        ReadOnlySpan<char> primary = declared is { } language ? LanguageTag.Primary(language.Value.Span) : default;
        string? guess = LanguageGuess.Of(page, selection.Kept, kept,
            primary switch { "nb" or "nn" => "no", "iw" => "he", "in" => "id", _ => primary });
        return guess is null || IsSame(guess, primary) ? declared : new(guess.AsMemory(), MetadataSource.Text, declared?.Raw ?? default);
    }

    private static bool IsSame(string guess, ReadOnlySpan<char> declared) => declared.SequenceEqual(guess) || guess switch
    {
        "no" => declared is "nb" or "nn",
        "he" => declared is "iw",
        "id" => declared is "in" or "ms",
        "zh" => declared is "yue",
        "hr" => declared is "bs" or "sr",
        "fa" => declared is "prs",
        _ => false,
    };
}
