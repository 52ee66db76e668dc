namespace Skiplink.Cli.Bulk;

/// <summary>Which pages become rows. Inputs that failed become rows whatever it says.</summary>
internal sealed record RowFilter
{
    /// <summary>The languages, as primary subtags; empty for all.</summary>
    public IReadOnlySet<string> Languages { get; init; } = new HashSet<string>();

    /// <summary>The kinds of page; empty for all.</summary>
    public IReadOnlySet<string> Kinds { get; init; } = new HashSet<string>();

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
        if (article.Confidence < MinConfidence)
            return "page of less confidence";
        return words < MinWords ? "page of fewer words" : null;
    }

    /// <summary>The filter in words, by which a run is told from another.</summary>
    public string Describe() =>
        $"language={string.Join(',', Languages.Order())} kind={string.Join(',', Kinds.Order())} "
        + FormattableString.Invariant($"confidence={MinConfidence} words={MinWords}");

    private static string PrimaryLanguage(string? tag) => (tag ?? "").Split('-')[0].ToLowerInvariant();
}
