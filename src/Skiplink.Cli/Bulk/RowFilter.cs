namespace Skiplink.Cli.Bulk;

/// <summary>Which pages become rows. Inputs that failed become rows whatever it says.</summary>
internal sealed record RowFilter
{
    /// <summary>The languages, as primary subtags; empty for all.</summary>
    public IReadOnlySet<string> Languages { get; init; } = new HashSet<string>();

    /// <summary>The kinds of page; empty for all.</summary>
    public IReadOnlySet<string> Kinds { get; init; } = new HashSet<string>();

    /// <summary>The verdicts, <c>none</c> for pages to read; empty for all.</summary>
    public IReadOnlySet<string> Verdicts { get; init; } = new HashSet<string>();

    /// <summary>The least confidence.</summary>
    public double MinConfidence { get; init; }

    /// <summary>The fewest words.</summary>
    public long MinWords { get; init; }

    /// <summary>Why a page does not become a row, as what is left out; null when it does.</summary>
    public string? WhyLeftOut(Article article, string kind, long words)
    {
        if (Languages.Count > 0 && !Languages.Contains(PrimaryLanguage(article.Language)))
            return "page of another language";
        if (Kinds.Count > 0 && !Kinds.Contains(kind))
            return "page of another kind";
        if (Verdicts.Count > 0 && !Verdicts.Contains(VerdictName.Of(article.Verdict)))
            return "page of another verdict";
        if (article.Confidence < MinConfidence)
            return "page of less confidence";
        return words < MinWords ? "page of fewer words" : null;
    }

    /// <summary>The filter in words, by which a run is told from another.</summary>
    public string Describe() =>
        $"language={string.Join(',', Languages.Order())} kind={string.Join(',', Kinds.Order())} "
        + $"verdict={string.Join(',', Verdicts.Order())} "
        + FormattableString.Invariant($"confidence={MinConfidence} words={MinWords}");

    private static string PrimaryLanguage(string? tag) => (tag ?? "").Split('-')[0].ToLowerInvariant();
}
