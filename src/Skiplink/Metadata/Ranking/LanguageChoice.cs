using Skiplink.Blocks;
using Skiplink.Html;
using Skiplink.Metadata.Candidates;
using Skiplink.Metadata.Values;

namespace Skiplink.Metadata.Ranking;

/// <summary>The language that a page declares, checked against its text.</summary>
internal static class LanguageChoice
{
    /// <summary>The declared language, unless the text is plainly in another; that of the text where none is declared.</summary>
    public static Finding? Of(HtmlDocument document, BlockTable blocks, PageScan scan, Finding? data)
    {
        Finding? declared = null;
        Finding? root = scan.DeclaredLanguage is { } language ? new(language, "html", language) : null;
        foreach (Finding? candidate in (ReadOnlySpan<Finding?>)[root, .. MetaNames.Language.Select(name => scan.Meta.First(name)), data])
        {
            if (declared is null && candidate is not null && LanguageTag.Tidy(candidate.Value) is { } tag)
                declared = candidate with { Value = tag };
        }
        return Checked(document, blocks, declared);
    }

    /// <summary>A declared language, checked.</summary>
    public static Finding? Checked(HtmlDocument document, BlockTable blocks, Finding? declared)
    {
        string? primary = declared is null ? null : LanguageTag.Primary(declared.Value);
        string? told = LanguageGuess.Of(document, blocks, primary switch { "nb" or "nn" => "no", "iw" => "he", "in" => "id", _ => primary });
        return told is null || IsSame(told, primary) ? declared : new(told, "text", declared?.Raw ?? "");
    }

    private static bool IsSame(string told, string? declared) => told == declared || (told, declared) is ("no", "nb") or ("no", "nn") or ("he", "iw") or ("id", "in") or ("zh", "yue") or ("id", "ms") or ("hr", "bs") or ("hr", "sr") or ("fa", "prs");
}
