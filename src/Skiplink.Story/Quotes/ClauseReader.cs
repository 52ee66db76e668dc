using Skiplink.Stories.Lexicon;
using Skiplink.Stories.Text;

namespace Skiplink.Stories.Quotes;

/// <summary>Where the clause begins and ends that a word of saying takes, and to whom it is said.</summary>
internal sealed class ClauseReader(StoryText text, PerToken<int> entityAt, PerToken<bool> isTime)
{
    private const int MaxBetween = 26;

    /// <summary>What stands behind a word of saying: the addressee, what says when and where, <c>that</c>, and the clause.</summary>
    /// <param name="Start">Where the clause begins.</param>
    /// <param name="HasComplementizer">Whether <c>that</c> or its like opens it.</param>
    /// <param name="Addressee">To whom it is said.</param>
    public readonly record struct Opening(int Start, bool HasComplementizer, NounPhrase Addressee);

    /// <param name="cue">The word of saying.</param>
    /// <param name="from">The token behind it, or behind its subject where that follows it.</param>
    /// <param name="limit">Where the clause must end.</param>
    public Opening Open(Cue cue, int from, int limit)
    {
        int at = from;
        NounPhrase addressee = default;
        while (at < limit && text.Is(at, WordClass.Adverb) && !isTime[at] && entityAt[at] == 0 && !StartsClause(at))
            at++;
        if (cue.Takes(CueFrame.Tell) || cue.Takes(CueFrame.Ask))
            addressee = Addressee(at, limit);
        if (!addressee.IsEmpty)
            at = addressee.End;
        // Over times and places: on Tuesday, in a statement, at a news conference in Oslo.
        int behind = SkipModifiers(at, limit);
        // Sagte am Montag, dass; sagte, die Stadt sei.
        if (text.Language.HasCommaBeforeClause && behind + 1 < limit && text.IsMark(behind, ','))
            return IsComplementizer(behind + 1, cue, limit) ? new(behind + 1 + (IsWhether(behind + 1) ? 0 : 1), true, addressee)
                : new(behind + 1, false, addressee);
        if (IsComplementizer(behind, cue, limit))
            return new(behind + (IsWhether(behind) ? 0 : 1), true, addressee);
        // The complementizer may stand further on, when nothing but a noun phrase is between.
        for (int i = at; i < Math.Min(limit, at + MaxBetween); i++)
        {
            if (text[i].Mark is ',' or ';' or ':' or '–' || text[i].Kind is TokenKind.OpenQuote or TokenKind.CloseQuote
                || (text.Is(i, WordClass.Auxiliary) && entityAt[i] == 0) || text.Is(i, WordClass.SpeechVerb) || IsParticiple(i)
                || (entityAt[i] == 0 && !isTime[i] && i > at && (text.Is(i, WordClass.PastMarker) || text.Is(i, WordClass.Verb))
                && !IsThat(i)))
                break;
            if (i > at && IsThat(i) && !(text.Is(i - 1, WordClass.Preposition)))
                return IsStillModifiers(at, i, cue, addressee) ? new(i + 1, true, addressee.IsEmpty ? ToWhom(at, i) : addressee)
                    : new(behind, false, addressee);
        }
        return new(behind, false, addressee.IsEmpty ? ToWhom(at, behind) : addressee);
    }

    /// <summary>Whether a noun phrase begins at the token: what a clause without <c>that</c> begins with.</summary>
    public bool StartsClause(int at)
    {
        if (at >= text.Count)
            return false;
        if (entityAt[at] > 0 || text[at].Kind == TokenKind.Number)
            return true;
        if (text.Matches.TryGet(at, WordClass.Pronoun, out LexiconMatch pronoun)
            && !pronoun.Value.EndsWith("object", StringComparison.Ordinal))
            return true;
        if (text[at].Kind == TokenKind.OpenQuote)
            return true;
        return text[at].Kind == TokenKind.Word && !text.Is(at, WordClass.Preposition) && !text.Is(at, WordClass.Auxiliary)
            && !text.Is(at, WordClass.Conjunction) && !IsWhether(at);
    }

    /// <summary>Whether a word has the ending of a participle: determining.</summary>
    private bool IsParticiple(int at) =>
        text[at].Kind == TokenKind.Word && !text[at].IsCapital && text[at].Word == 0
        && text.CharactersOf(at).EndsWith(text.Language.ParticipleEnding, StringComparison.Ordinal);

    /// <summary>Whether a clause would begin with its verb, and so lacks its subject: whom they say orchestrated the attacks.</summary>
    public bool StartsWithVerb(int at)
    {
        string ending = text.Language.PastEnding;
        return at < text.Count && entityAt[at] == 0 && !text[at].IsCapital
            && (text.Is(at, WordClass.Verb) || text.Is(at, WordClass.PastMarker)
            || (ending.Length > 0 && text[at].Word == 0 && text.CharactersOf(at).EndsWith(ending, StringComparison.Ordinal)
                && at + 1 < text.Count
                && (text.Is(at + 1, WordClass.Determiner) || text.Is(at + 1, WordClass.Preposition)
                || text[at + 1].Kind == TokenKind.Number)));
    }

    /// <summary>Whether the tokens have a verb that makes them a clause.</summary>
    public bool HasVerb(int first, int end)
    {
        string ending = text.Language.PastEnding;
        for (int i = first; i < end; i++)
        {
            if (text[i].Kind != TokenKind.Word || isTime[i] || (entityAt[i] > 0 && !text.Is(i, WordClass.Auxiliary)))
                continue;
            if (text.Is(i, WordClass.Auxiliary) || text.Is(i, WordClass.Verb) || text.Is(i, WordClass.PastMarker)
                || text.Is(i, WordClass.SpeechVerb) || text.Is(i, WordClass.FutureMarker))
                return true;
            if (ending.Length > 0 && !text[i].IsCapital && text[i].End - text[i].Start > ending.Length + 1
                && text.CharactersOf(i).EndsWith(ending, StringComparison.Ordinal))
                return true;
            if (text[i].Word == 0 && !text[i].IsCapital && HasVerbEnding(i))
                return true;
            if (text.Language.PresentEnding.Length > 0 && text[i].Word == 0 && i > first && !text[i].IsCapital
                && text.CharactersOf(i).EndsWith(text.Language.PresentEnding, StringComparison.Ordinal) && i - 1 >= first
                && text[i - 1].Kind == TokenKind.Word && !text.Is(i - 1, WordClass.Preposition) && !text.Is(i - 1, WordClass.Determiner))
                return true;
        }
        return false;
    }

    private bool HasVerbEnding(int at)
    {
        foreach (string ending in text.Language.VerbEndings)
            if (text.CharactersOf(at).EndsWith(ending, StringComparison.Ordinal))
                return true;
        return false;
    }

    /// <summary>The end of a content without the marks and joining words that follow it.</summary>
    public int TrimEnd(int first, int end)
    {
        while (end > first)
        {
            ref readonly Token token = ref text[end - 1];
            bool isMark = token.Kind == TokenKind.Punctuation && token.Mark is ',' or '.' or ';' or ':' or '–';
            bool isJoint = token.Kind == TokenKind.Word
                && (text.Is(end - 1, WordClass.Conjunction)
                || (text.Is(end - 1, WordClass.Subordinator) && !text[end - 1].IsSentenceStart)) && end - 1 > first
                && text[end - 2].Is(',');
            if (!isMark && !isJoint)
                break;
            end--;
        }
        return end;
    }

    public bool IsThat(int at) =>
        at < text.Count && text.Matches.TryGet(at, WordClass.Complementizer, out LexiconMatch that) && that.Value == "that";

    public int SkipModifiers(int at, int limit)
    {
        for (int skipped = 0; skipped < 6 && at < limit; skipped++)
        {
            int start = at;
            if (isTime[at])
            {
                while (at < limit && isTime[at])
                    at++;
            }
            else if (text.Is(at, WordClass.Preposition) && at + 1 < limit && isTime[at + 1])
            {
                at++;
                while (at < limit && isTime[at])
                    at++;
            }
            else if (text.Is(at, WordClass.Determiner) && at + 1 < limit && isTime[at + 1] && entityAt[at] == 0)
            {
                at++;
                while (at < limit && isTime[at])
                    at++;
            }
            else if (text.Is(at, WordClass.Preposition) && !text.Is(at, WordClass.Approximate) && !text.Is(at, WordClass.Subordinator)
                && !IsThat(at) && !IsWhether(at) && text[at].Kind == TokenKind.Word)
            {
                at = SkipPhrase(at, limit);
            }
            else if (text.Is(at, WordClass.Adverb) && !StartsPronoun(at) && at + 1 < limit && !text.Is(at, WordClass.Determiner))
            {
                at++;
            }
            if (at == start)
                break;
        }
        return at;
    }

    private bool StartsPronoun(int at) => text.Is(at, WordClass.Pronoun);

    /// <summary>A preposition, its article, and its noun: up to what begins a new phrase.</summary>
    private int SkipPhrase(int at, int limit)
    {
        int i = at + 1, nouns = 0;
        while (i < limit && i - at <= 9)
        {
            if (entityAt[i] > 0)
            {
                int entity = entityAt[i];
                if (nouns > 0 && !text.IsWord(i - 1, text.Language.Possessive))
                    break;
                while (i < limit && entityAt[i] == entity)
                    i++;
                nouns++;
                if (!text.IsWord(i, text.Language.Possessive))
                    break;
                i++;
                nouns = 0;
                continue;
            }
            if (text[i].Kind is not (TokenKind.Word or TokenKind.Number) && !text[i].Is('-') || isTime[i]
                || IsThat(i) && !(text.Is(i, WordClass.Determiner) && nouns == 0 && i == at + 1))
                break;
            if (nouns > 0
                && (text.Is(i, WordClass.Determiner) || text.Is(i, WordClass.Preposition) || text.Is(i, WordClass.Pronoun)
                || text.Is(i, WordClass.Auxiliary) || text.Is(i, WordClass.Subordinator) || text.Is(i, WordClass.Verb)
                || text.Is(i, WordClass.PastMarker)))
            {
                // The last noun was a subject, if a verb follows: said in parliament taxes would rise.
                if (text.Is(i, WordClass.Auxiliary) && nouns > 1 && !text.Is(i, WordClass.Determiner))
                    return i - 1;
                break;
            }
            if (!text.Is(i, WordClass.Determiner) && !text[i].Is('-'))
                nouns++;
            i++;
        }
        return nouns == 0 ? at : i;
    }

    private bool IsComplementizer(int at, Cue cue, int limit) =>
        at < limit
        && (IsThat(at)
        || (IsWhether(at) && (cue.Takes(CueFrame.Ask) || cue.Takes(CueFrame.Tell) || cue.Takes(CueFrame.Say) || cue.Takes(CueFrame.That))));

    private bool IsWhether(int at) =>
        at < text.Count && text.Matches.TryGet(at, WordClass.Complementizer, out LexiconMatch word) && word.Value is "whether" or "how"
        && !text[at].IsCapital;

    private bool IsStillModifiers(int first, int that, Cue cue, NounPhrase addressee) =>
        // told the committee that; said in a letter to the council that; but not: said the plan that he wrote.
        !addressee.IsEmpty || cue.Takes(CueFrame.Tell) || text.Is(first, WordClass.Preposition) || isTime[first] || that - first <= 1;

    private NounPhrase Addressee(int at, int limit)
    {
        if (at >= limit)
            return default;
        if (text.Matches.TryGet(at, WordClass.Audience, out LexiconMatch audience) && at + audience.Length <= limit)
            return new(at, at + audience.Length, at);
        if (text.Matches.TryGet(at, WordClass.Pronoun, out LexiconMatch pronoun)
            && pronoun.Value.EndsWith("object", StringComparison.Ordinal))
            return new(at, at + 1, at);
        if (entityAt[at] > 0)
        {
            // CBC freelance videographer Mohamed El Saife: roles lead on to the person.
            int person = BehindMention(at, limit);
            while (person < limit && person - at < 9 && entityAt[person] == 0 && text[person].Kind == TokenKind.Word
                && !text.Is(person, WordClass.Preposition) && !text.Is(person, WordClass.Determiner) && !text.Is(person, WordClass.Pronoun)
                && !IsThat(person) && !isTime[person] && !text.Is(person, WordClass.Auxiliary))
                person++;
            return person < limit && entityAt[person] > 0 && text.Is(person - 1, WordClass.Role)
                ? new(at, BehindMention(person, limit), at) : new(at, BehindMention(at, limit), at);
        }
        int i = at;
        bool hasNoun = false;
        while (i < limit && i - at < 9)
        {
            if (entityAt[i] > 0)
            {
                i = BehindMention(i, limit);
                hasNoun = true;
                if (!text.IsWord(i, text.Language.Possessive))
                    break;
                i++;
                continue;
            }
            if (text[i].Kind is not (TokenKind.Word or TokenKind.Number) && !text[i].Is('-') || isTime[i] || IsThat(i)
                || text.Is(i, WordClass.Preposition)
                || (hasNoun && (text.Is(i, WordClass.Determiner) || text.Is(i, WordClass.Pronoun) || text.Is(i, WordClass.Auxiliary)))
                || IsWhether(i))
                break;
            if (text.Is(i, WordClass.Pronoun) && !text.Is(i, WordClass.Determiner)
                || (text.Is(i, WordClass.SpeechVerb) && !text[i].IsCapital))
                break;
            hasNoun |= !text.Is(i, WordClass.Determiner);
            i++;
        }
        return hasNoun && i - at <= 6 ? new(at, i, at) : default;
    }

    /// <summary>To X: said to reporters.</summary>
    private NounPhrase ToWhom(int first, int end)
    {
        if (first + 1 >= end || !text.IsWord(first, text.Language.InfinitiveWord) || text.Language.InfinitiveWord == 0)
            return default;
        int at = first + 1;
        if (entityAt[at] > 0)
            return new(at, BehindMention(at, end), at);
        return text.Is(at, WordClass.Audience) ? new(at, at + AudienceLength(at), at) : default;
    }

    private int AudienceLength(int at) => text.Matches.TryGet(at, WordClass.Audience, out LexiconMatch audience) ? audience.Length : 1;

    private int BehindMention(int at, int limit)
    {
        int entity = entityAt[at], i = at;
        while (i < limit && entityAt[i] == entity)
            i++;
        return i;
    }
}
