namespace Skiplink.Stories.Quotes;

/// <summary>What a word of saying takes.</summary>
internal enum CueFrame
{
    /// <summary>Any clause: <c>said</c>.</summary>
    Say,

    /// <summary>A clause with <c>that</c>: <c>argued</c>.</summary>
    That,

    /// <summary>Somebody and a clause: <c>told</c>.</summary>
    Tell,

    /// <summary>A question: <c>asked</c>.</summary>
    Ask,

    /// <summary>A thing and what it is called: <c>called</c>.</summary>
    Call,

    /// <summary>An infinitive or a thing: <c>vowed to</c>.</summary>
    Infinitive,

    /// <summary>A source: <c>according to</c>.</summary>
    Source,
}

/// <summary>The form of a word of saying.</summary>
internal enum CueForm
{
    Past,
    Present,

    /// <summary>Present with a plural, or an infinitive: <c>say</c>.</summary>
    Base,

    /// <summary><c>saying</c>: its subject is that of the sentence.</summary>
    Participle,
}

/// <summary>A word or phrase that tells of saying, in tokens.</summary>
internal sealed record Cue(int First, int End, CueFrame Frame, CueForm Form)
{
    /// <summary>Frames that the same word also has.</summary>
    public required HashSet<CueFrame> Frames { get; init; }

    /// <summary>Whether it is said of somebody in the passive: <c>was quoted as saying</c>.</summary>
    public bool IsPassive { get; init; }

    /// <summary>Whether the source stands before it: <c>zufolge</c>.</summary>
    public bool IsBehindSource { get; init; }

    public bool Takes(CueFrame frame) => Frames.Contains(frame);
}

/// <summary>Words of the text that stand for somebody, in tokens.</summary>
/// <param name="First">The first.</param>
/// <param name="End">The one behind the last.</param>
/// <param name="ClauseStart">Where the clause that they are subject of begins.</param>
internal readonly record struct NounPhrase(int First, int End, int ClauseStart)
{
    public bool IsEmpty => End <= First;
}
