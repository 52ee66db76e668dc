namespace Skiplink.Stories;

/// <summary>A time that the text names, as a TIMEX3 value.</summary>
public sealed record TimeMention : StoryItem
{
    /// <summary>As it is printed.</summary>
    public required string Text { get; init; }

    /// <summary>What kind of time it is.</summary>
    public required TimeType Type { get; init; }

    /// <summary>
    /// The TIMEX3 value: <c>2019-04-24</c>, <c>2018-02</c>, <c>2019-W17</c>, <c>2019-Q2</c>, <c>2019-SU</c>, <c>199</c> (a decade),
    /// <c>2019-04-24T14:30</c>, <c>P3D</c>; a range is
    /// <c>2019-02-27/2019-02-28</c>. What cannot be told stands as <c>X</c>: <c>XXXX-02-27</c>, <c>XXXX-WXX-3</c>.
    /// </summary>
    public required string Value { get; init; }

    /// <summary>The first day or moment, ISO 8601; null when it cannot be told.</summary>
    public string? Start { get; init; }

    /// <summary>The last day or moment, itself part of it, ISO 8601; null when it cannot be told or is open.</summary>
    public string? End { get; init; }

    /// <summary>
    /// The TIMEX3 modifier or the direction of the words around it: <c>START, MID, END, APPROX, MORE_THAN, LESS_THAN, BEFORE, AFTER, UNTIL,
    /// SINCE, BY</c>; null for none.
    /// </summary>
    public string? Mod { get; init; }

    /// <summary>
    /// The day from which it was counted, ISO 8601: that of the dateline or of publication, or one named before; null when it needs none.
    /// </summary>
    public string? Anchor { get; init; }

    /// <summary>Where it stands.</summary>
    public required TextSpan Span { get; init; }

    /// <summary>Whether what happens then was still to come when the story was written.</summary>
    public bool Planned { get; init; }
}

/// <summary>The kinds of time of TIMEX3.</summary>
public enum TimeType
{
    /// <summary>A day or something longer on the calendar.</summary>
    Date,

    /// <summary>A time of a day.</summary>
    Time,

    /// <summary>A length of time.</summary>
    Duration,

    /// <summary>A time that comes again and again.</summary>
    Set,
}
