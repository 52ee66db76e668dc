namespace Skiplink.Cli.Bulk.Running;

/// <summary>What a run has counted, as it is kept for a run that goes on.</summary>
internal sealed record TallyState
{
    /// <summary>How many rows were written, those of failed inputs too.</summary>
    public long Rows { get; set; }

    /// <summary>How many of them failed.</summary>
    public long Failed { get; set; }

    /// <summary>How many have warnings.</summary>
    public long Warnings { get; set; }

    /// <summary>How many are marked as copies.</summary>
    public long Duplicates { get; set; }

    /// <summary>How many quotations were written.</summary>
    public long Quotes { get; set; }

    /// <summary>How many bytes the pages had.</summary>
    public long PageBytes { get; set; }

    /// <summary>How many bytes of text were kept of them.</summary>
    public long TextBytes { get; set; }

    /// <summary>Why inputs failed, and how many.</summary>
    public Dictionary<string, long> Failures { get; init; } = [];

    /// <summary>What was left out of archives and by filters, and how many.</summary>
    public Dictionary<string, long> LeftOut { get; init; } = [];

    /// <summary>The kinds of pages.</summary>
    public Dictionary<string, long> Kinds { get; init; } = [];

    /// <summary>The verdicts on pages.</summary>
    public Dictionary<string, long> Verdicts { get; init; } = [];

    /// <summary>The languages of texts.</summary>
    public Dictionary<string, long> Languages { get; init; } = [];
}
