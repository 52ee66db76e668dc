using Skiplink.Stories.Text;

namespace Skiplink.Stories.Times;

/// <summary>Where what happens stands to the day of writing.</summary>
internal enum Tense
{
    Unknown,
    Past,
    Future,
}

/// <summary>From which day times are counted: that of the dateline or of publication, and the last one that the text named.</summary>
internal sealed class TimeContext(DateOnly? reference)
{
    /// <summary>The day of the dateline or of publication; null when neither is known.</summary>
    public DateOnly? Reference { get; } = reference;

    /// <summary>The last time that the text named as something that happens.</summary>
    public CalendarValue? Last { get; set; }

    /// <summary>The sentence of <see cref="Last"/>.</summary>
    public int LastSentence { get; set; } = -1;

    /// <summary>The last year that was named as a number, and where.</summary>
    public int NamedYear { get; set; }

    public int NamedYearSentence { get; set; } = -1;

    /// <summary>The years of days that were named before: Oct. 7 is the same day throughout a story.</summary>
    public Dictionary<(int Month, int Day), int> YearOfDay { get; } = [];

    /// <summary>The first day that the text named: that of its news.</summary>
    public DateOnly? Lead { get; set; }

    /// <summary>The day that what comes later or earlier is counted from.</summary>
    public DateOnly? LastDay => Last?.End ?? Lead;

    /// <summary>What was named more than a sentence ago, or in another paragraph, is no longer counted from.</summary>
    public void Forget(StoryText text, int at)
    {
        if (Last is null || LastSentence < 0)
            return;
        int sentence = text[at].Sentence;
        bool isSameParagraph =
            text.Sentences[Math.Min(LastSentence, text.Sentences.Count - 1)].Paragraph == text.Sentences[Math.Min(sentence,
            text.Sentences.Count - 1)].Paragraph;
        if (sentence - LastSentence > (isSameParagraph ? 3 : 1))
            Last = null;
    }
}
