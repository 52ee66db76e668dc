using Skiplink.Stories.Lexicon;
using Skiplink.Stories.Text;

namespace Skiplink.Stories.Quotes;

/// <summary>
/// Finds the words that tell of saying, and leaves out those that only look like it: denied ones, infinitives, passives, phrases that tell
/// of nothing said.
/// </summary>
internal sealed class CueFinder(StoryText text)
{
    /// <summary>The cues of the text in its order.</summary>
    public List<Cue> Find()
    {
        List<Cue> cues = [];
        int silent = 0;
        for (int i = 0; i < text.Count; i++)
        {
            if (text.Matches.TryGet(i, WordClass.NoSpeech, out LexiconMatch none))
                silent = Math.Max(silent, i + none.Length);
            if (text.Matches.TryGet(i, WordClass.Attribution, out LexiconMatch source) && i >= silent)
            {
                cues.Add(new(i, i + source.Length, CueFrame.Source, CueForm.Present) { Frames = [CueFrame.Source] });
                i += source.Length - 1;
                continue;
            }
            if (text.Is(i, WordClass.AttributionBehind))
            {
                cues.Add(new(i, i + 1, CueFrame.Source, CueForm.Present) { Frames = [CueFrame.Source], IsBehindSource = true });
                continue;
            }
            if (i < silent || !text.Matches.TryGet(i, WordClass.SpeechVerb, out LexiconMatch verb))
                continue;
            if (Read(i, verb) is { } cue)
                cues.Add(cue);
            i += verb.Length - 1;
        }
        return cues;
    }

    private Cue? Read(int at, LexiconMatch verb)
    {
        HashSet<CueFrame> frames = [];
        CueForm form = CueForm.Past;
        bool isPassive = false;
        foreach (LexiconMatch reading in text.Matches.All(at, WordClass.SpeechVerb))
        {
            if (reading.Length != verb.Length)
                continue;
            foreach (string word in reading.Value.Split(' '))
            {
                switch (word)
                {
                    case "say": frames.Add(CueFrame.Say); break;
                    case "that": frames.Add(CueFrame.That); break;
                    case "tell": frames.Add(CueFrame.Tell); break;
                    case "ask": frames.Add(CueFrame.Ask); break;
                    case "call": frames.Add(CueFrame.Call); break;
                    case "to": frames.Add(CueFrame.Infinitive); break;
                    case "present": form = CueForm.Present; break;
                    case "base": form = CueForm.Base; break;
                    case "participle": form = CueForm.Participle; break;
                    case "passive": isPassive = true; break;
                    default: break;
                }
            }
        }
        // A name or a noun that is written like the verb.
        if (text[at].IsCapital && !text[at].IsSentenceStart && !isPassive)
            return null;
        int before = BeforeAdverbs(at);
        if (IsDenied(before) || (!isPassive && form is not CueForm.Participle && IsPassiveBefore(before)))
            return null;
        // Those asked said: of two past forms in a row the first is a participle.
        if (form == CueForm.Past && !isPassive && IsFinite(at + verb.Length))
            return null;
        if (form == CueForm.Base
            && (before < 0 || text.IsWord(before, text.Language.InfinitiveWord) || text.Is(before, WordClass.Auxiliary)
            || text.Is(before, WordClass.Preposition) || text.Is(before, WordClass.Determiner)
            || text.IsWord(before, text.Language.Possessive)))
            return null;
        // A reported loss, the accused: a participle before a noun.
        if (before >= 0 && before == at - 1 && text.Is(before, WordClass.Determiner) && !text.Is(before, WordClass.Pronoun)
            && form == CueForm.Past && !text.Is(before, WordClass.NumberWord) && text.Matches.HasWord(before, WordClass.Determiner)
            && !text.Language.StandsAlone(text[before].Word))
            return null;
        CueFrame frame = frames.Contains(CueFrame.Say) ? CueFrame.Say : frames.Contains(CueFrame.Tell) ? CueFrame.Tell
            : frames.Contains(CueFrame.That) ? CueFrame.That : frames.Contains(CueFrame.Ask) ? CueFrame.Ask
            : frames.Contains(CueFrame.Call) ? CueFrame.Call : CueFrame.Infinitive;
        return new(at, at + verb.Length, frame, form) { Frames = frames, IsPassive = isPassive };
    }

    private bool IsFinite(int at) =>
        text.Matches.TryGet(at, WordClass.SpeechVerb, out LexiconMatch verb) && !text[at].IsCapital
        && !verb.Value.Contains("participle", StringComparison.Ordinal) && !verb.Value.Contains("base", StringComparison.Ordinal);

    private int BeforeAdverbs(int at)
    {
        int before = at - 1;
        while (before >= 0 && text.Is(before, WordClass.Adverb) && !text.Is(before, WordClass.Negation))
            before--;
        return before;
    }

    private bool IsDenied(int before)
    {
        for (int length = 1; length <= 3 && before - length + 1 >= 0; length++)
        {
            if (text.Matches.TryGet(before - length + 1, WordClass.Negation, out LexiconMatch negation) && negation.Length == length)
                return true;
        }
        return false;
    }

    private bool IsPassiveBefore(int before) =>
        before >= 0 && text.Matches.TryGet(before, WordClass.Auxiliary, out LexiconMatch auxiliary) && auxiliary.Value == "be";
}
