using Skiplink.Stories.Lexicon;
using Skiplink.Stories.Text;

namespace Skiplink.Stories.Quotes;

/// <summary>
/// Finds the subject of a word of saying: the noun phrase before it, over adverbs, times, clauses between commas and appositions; or the
/// one behind it where verb and subject change
/// places. Never simply the nearest name.
/// </summary>
internal sealed class SubjectFinder(StoryText text, PerToken<int> entityAt, PerToken<bool> isTime, Func<int, bool> isPerson)
{
    private const int MaxTokens = 18;
    private const int MaxParenthesis = 45;

    /// <summary>The subject before a verb; empty when there is none in the part that begins at <paramref name="start"/>.</summary>
    public NounPhrase Before(int verb, int start)
    {
        int at = verb - 1;
        // The residents asked said: a participle behind its noun.
        if (at > start && IsSpeech(at) && !text[at].IsCapital && !text.Is(at - 1, WordClass.Conjunction) && !text.IsMark(at - 1, ','))
            at--;
        NounPhrase name = default;
        for (int skipped = 0; skipped < 4; skipped++)
        {
            at = BeforeModifiers(at, start);
            int before = BeforeParenthesis(at, start);
            if (before == at)
                break;
            // Its leader, Graca Monteiro, said: the name between the commas.
            if (name.IsEmpty && before + 2 < at)
                name = NameOnly(before + 2, at);
            at = before;
        }
        if (at < start)
            return default;
        if (text.Is(at, WordClass.RelativePronoun) && !IsPronoun(at))
            return Antecedent(at, start);
        if (text.Is(at, WordClass.Conjunction) && text[at].Kind == TokenKind.Word)
            return First(start, at);
        int end = at + 1, first = end;
        while (first > start && end - first < MaxTokens && IsPart(first - 1, first == end, start))
        {
            first--;
            if (first == end - 1 && IsPronoun(first))
                break;
        }
        if (first == end)
            return default;
        first = TrimStart(Joined(first, start), end);
        if (!name.IsEmpty && Entity(first, end) < 0)
            return name with { ClauseStart = first };
        NounPhrase found = new(first, end, first);
        // Ana Lopez, head of the union, said: the name before the comma is meant.
        if (first - 2 >= start && text.IsMark(first - 1, ',') && Entity(first, end) < 0 && entityAt[first - 2] > 0
            && isPerson(entityAt[first - 2] - 1) && HasRole(first, end))
        {
            int named = first - 2;
            while (named > start && entityAt[named - 1] == entityAt[first - 2])
                named--;
            named = WithTitle(named, start);
            return new(named, first - 1, named);
        }
        return found;
    }

    /// <summary>The subject behind a verb that stands before it: said Ana Ruiz, the envoy.</summary>
    public NounPhrase Behind(int verbEnd, int limit)
    {
        int first = verbEnd;
        while (first < limit && text.Is(first, WordClass.Adverb) && !text[first].IsCapital)
            first++;
        int end = first;
        while (end < limit && end - first < MaxTokens && IsPartBehind(end, first))
            end++;
        return end == first ? default : new(first, end, first);
    }

    /// <summary>The subject of a sentence: its first noun phrase before a verb, over what stands before a comma.</summary>
    public NounPhrase First(int start, int limit)
    {
        int at = start;
        while (at < limit
            && (text[at].Kind is TokenKind.OpenQuote or TokenKind.Punctuation || text.Is(at, WordClass.Conjunction)
            || text.Is(at, WordClass.Adverb)))
            at++;
        // In a speech on Monday, Kim: what begins with a preposition or a participle ends at its comma.
        if (at < limit
            && (text.Is(at, WordClass.Preposition) || text.Is(at, WordClass.Subordinator)
            || (text.Is(at, WordClass.SpeechVerb) && text[at].IsSentenceStart)) && entityAt[at] == 0)
        {
            int comma = at;
            while (comma < limit && !text[comma].Is(','))
                comma++;
            if (comma + 1 >= limit)
                return default;
            at = comma + 1;
        }
        int end = at;
        while (end < limit && end - at < MaxTokens && !IsBehindName(at, end)
            && text[end].Kind is not (TokenKind.OpenQuote or TokenKind.CloseQuote) && !text[end].Is(',')
            && !(text[end].Kind == TokenKind.Punctuation && !text[end].Is('-')) && !isTime[end]
            && (entityAt[end] > 0
                || !(IsVerb(end) || (text.Is(end, WordClass.RelativePronoun) && !text.Is(end, WordClass.Determiner))
                || (text.Is(end, WordClass.Adverb) && end > at))))
            end++;
        while (end > at && text.Is(end - 1, WordClass.Preposition) && entityAt[end - 1] == 0)
            end--;
        return end <= at ? default : new(at, end, at);
    }

    /// <summary>Behind the name that a phrase begins with, a word in small letters that joins nothing to it is a verb.</summary>
    private bool IsBehindName(int first, int at) =>
        at > first && entityAt[at - 1] > 0 && entityAt[at] == 0 && text[at].Kind == TokenKind.Word && !text[at].IsCapital
        && text[at].Word == 0;

    /// <summary>Whom a noun phrase is of: the first mention in it that nothing makes a part of something else; -1 for none.</summary>
    public int Entity(int first, int end)
    {
        int found = -1;
        for (int i = first; i < end; i++)
        {
            if (found < 0 && entityAt[i] == 0 && text.Matches.TryGet(i, WordClass.Title, out LexiconMatch title) && title.Length > 1)
            {
                i += title.Length - 1;
                continue;
            }
            if (entityAt[i] > 0)
            {
                int behind = i;
                while (behind < end && entityAt[behind] == entityAt[i])
                    behind++;
                // Moon's office is not Moon; nor is the name in front of another word its head, unless that is a name too.
                if (behind < end
                    && (text.IsWord(behind, text.Language.Possessive) || text.Is(behind, WordClass.Role)
                    || text.Is(behind, WordClass.Title) || text.IsMark(behind, '-')))
                {
                    i = behind;
                    continue;
                }
                // Senate Democratic Leader Greg Taylor: of several the person.
                if (found < 0 || isPerson(entityAt[i] - 1))
                    found = entityAt[i] - 1;
                if (isPerson(found))
                    return found;
                i = behind - 1;
                continue;
            }
            if (text.Is(i, WordClass.Preposition) && i > first)
                return found;
        }
        return found;
    }

    /// <summary>Ihr in habe ihr gesagt: no subject.</summary>
    private bool IsObject(int at) =>
        text.Language.IsVerbSecond && text.Matches.TryGet(at, WordClass.Pronoun, out LexiconMatch pronoun)
        && pronoun.Value.EndsWith("object", StringComparison.Ordinal);
    /// <summary>A person's name with titles, if the tokens are no more than that and what is behind another comma.</summary>
    private NounPhrase NameOnly(int first, int end)
    {
        int at = first;
        while (at < end && entityAt[at] == 0 && (text.Is(at, WordClass.Title) || text.Is(at, WordClass.Role)))
            at++;
        if (at >= end || entityAt[at] == 0 || !isPerson(entityAt[at] - 1))
            return default;
        int entity = entityAt[at];
        while (at < end && entityAt[at] == entity)
            at++;
        return at == end || text[at].Is(',') ? new(first, at, first) : default;
    }

    /// <summary>
    /// The airline and Irish police: what stands before <c>and</c>, if it begins behind a comma or the sentence does with it.
    /// </summary>
    private int Joined(int first, int start)
    {
        if (first - 2 < start || !text.Is(first - 1, WordClass.Conjunction) || text[first - 1].Kind != TokenKind.Word)
            return first;
        int at = first - 1;
        while (at > start && first - at < 8 && IsPart(at - 1, at == first - 1, start) && !text.Is(at - 1, WordClass.Preposition))
            at--;
        return at < first - 1 && (at == start || text[at - 1].Is(',') || text[at - 1].Kind == TokenKind.CloseQuote) ? at : first;
    }

    /// <summary>His mother, Renee Ferris: the person named between commas behind a phrase that names nobody; -1 for none.</summary>
    public int Apposition(int end)
    {
        if (!text.IsMark(end, ',') || end + 1 >= text.Count || entityAt[end + 1] == 0 || !isPerson(entityAt[end + 1] - 1))
            return -1;
        int behind = end + 1;
        while (behind < text.Count && entityAt[behind] == entityAt[end + 1])
            behind++;
        return behind >= text.Count || text[behind].Mark is ',' or '.' || text[behind].Kind == TokenKind.LineEnd ? entityAt[end + 1] - 1
            : -1;
    }

    private int WithTitle(int name, int start)
    {
        while (name > start && (text.Is(name - 1, WordClass.Title) || text.Is(name - 1, WordClass.Role)))
            name--;
        return name;
    }

    private int BeforeModifiers(int at, int start)
    {
        while (at >= start)
        {
            if (entityAt[at] > 0)
                return at;
            if (isTime[at])
                at--;
            else if (text.Is(at, WordClass.Adverb) || text.Is(at, WordClass.Auxiliary) || IsObject(at))
                at--;
            else if (at + 1 < text.Count && isTime[at + 1] && (text.Is(at, WordClass.Preposition) || text.Is(at, WordClass.Determiner)))
                at--;
            else
                return at;
        }
        return at;
    }

    /// <summary>Over what stands between two commas, dashes or brackets.</summary>
    private int BeforeParenthesis(int at, int start)
    {
        if (at < start || !(text[at].Mark is ',' or '–' or ')'))
            return at;
        char mark = text[at].Is(')') ? '(' : text[at].Mark;
        for (int i = at - 1; i >= Math.Max(start, at - MaxParenthesis); i--)
        {
            if (text[i].Is(mark) && text.QuotationAt[i] == text.QuotationAt[at])
            {
                // A title behind a name's comma and the parenthesis behind it: go on before a number or a further comma.
                return i - 1 >= start ? i - 1 : at;
            }
        }
        return at;
    }

    private NounPhrase Antecedent(int pronoun, int start)
    {
        int at = pronoun - 1;
        if (at >= start && (text[at].Mark is ',' or '–'))
            at--;
        int end = at + 1, first = end;
        while (first > start && end - first < MaxTokens && IsPart(first - 1, first == end, start))
            first--;
        if (first == end)
            return default;
        first = TrimStart(first, end);
        // Of several nouns in a row the last name is meant.
        return new(first, end, first);
    }

    /// <summary>Whether a phrase is somebody who can speak: a person, an organisation, a pronoun, a role.</summary>
    public bool IsSpeaker(NounPhrase phrase)
    {
        for (int i = phrase.First; i < phrase.End; i++)
        {
            if (entityAt[i] > 0 || text.Is(i, WordClass.Role) || text.Is(i, WordClass.Title) || text.Is(i, WordClass.OrganizationNoun)
                || text.Is(i, WordClass.Audience) || IsPronoun(i))
                return true;
        }
        return text[phrase.First].IsCapital && !text[phrase.First].IsSentenceStart;
    }

    /// <summary>A share of something that is no word for people: <c>64 percent of the cost</c>, <c>64 percent of those asked</c>.</summary>
    public bool IsQuantityOfThings(NounPhrase phrase)
    {
        for (int i = phrase.First; i < phrase.End; i++)
        {
            if (text.Is(i, WordClass.Share))
                return !IsSpeaker(phrase with { First = i });
        }
        return false;
    }

    private bool HasRole(int first, int end)
    {
        for (int i = first; i < end; i++)
        {
            if (text.Is(i, WordClass.Role))
                return true;
        }
        return false;
    }

    private bool IsPronoun(int at) =>
        text.Matches.TryGet(at, WordClass.Pronoun, out LexiconMatch pronoun) && !pronoun.Value.Contains(' ', StringComparison.Ordinal);

    /// <summary>Whether a token belongs to the noun phrase that ends behind it.</summary>
    private bool IsPart(int at, bool isLast, int start)
    {
        ref readonly Token token = ref text[at];
        if (entityAt[at] > 0)
            return true;
        if (token.Kind is TokenKind.LineEnd or TokenKind.OpenQuote or TokenKind.CloseQuote)
            return false;
        if (token.Kind == TokenKind.Punctuation)
            return !isLast
                && (token.Is('-') || token.Is('&') || token.Is('/')
                || (token.Is('.') && !token.HasSpaceBefore && at + 1 < text.Count && !text[at + 1].HasSpaceBefore) || token.Is('\''));
        if (isTime[at] && token.Kind != TokenKind.Number)
            return false;
        if (text.Is(at, WordClass.Conjunction))
            return !isLast && at > start && (entityAt[at - 1] > 0 && entityAt[at + 1] > 0);
        if (IsPronoun(at))
            return isLast;
        if (isLast && (text.Is(at, WordClass.Preposition) || text.Is(at, WordClass.Complementizer)))
            return false;
        if (text.Is(at, WordClass.Title) || (text.Is(at, WordClass.Role) && !text.Is(at, WordClass.SpeechVerb))
            || text.IsWord(at, text.Language.Possessive))
            return true;
        if (text.Is(at, WordClass.Determiner) && !text.Is(at, WordClass.Complementizer))
            return true;
        if (text.Is(at, WordClass.Subordinator) && !text.Is(at, WordClass.Preposition))
            return false;
        if (IsVerb(at) || text.Is(at, WordClass.Complementizer) || (text.Is(at, WordClass.RelativePronoun)))
            return false;
        if (text.Is(at, WordClass.Preposition))
            return !text.Is(at, WordClass.Subordinator);
        return !(text.Is(at, WordClass.Adverb) && token.Kind == TokenKind.Word && !token.IsCapital);
    }

    /// <summary>A phrase that begins with a preposition begins behind it: In Moscow Putin said.</summary>
    private int TrimStart(int first, int end)
    {
        while (first < end - 1 && (text[first].Kind == TokenKind.Punctuation || text.IsWord(first, text.Language.Possessive)))
            first++;
        if (!text.Is(first, WordClass.Preposition) || entityAt[first] > 0)
            return first;
        for (int i = end - 1; i > first; i--)
        {
            bool isName = entityAt[i] > 0;
            if (isName && entityAt[i - 1] != entityAt[i])
                return i;
            if (!isName && text.Is(i, WordClass.Determiner))
                return i;
        }
        return end - 1;
    }

    private bool IsPartBehind(int at, int first)
    {
        ref readonly Token token = ref text[at];
        if (entityAt[at] > 0)
            return true;
        if (token.Kind == TokenKind.Word && token.IsCapital && !isTime[at])
            return true;
        // A 2017 study.
        if (isTime[at] && at > first && (text.Is(at - 1, WordClass.Determiner) || isTime[at - 1]) && text.Is(first, WordClass.Determiner))
            return true;
        // Behind a noun small letters are the verb, but for words of the genitive and prepositions: nach Angaben der Polizei fehlen.
        if (text.Language.HasCapitalNouns && at > first && token.Kind == TokenKind.Word && text[at - 1].IsCapital
            && !text.Is(at, WordClass.Determiner) && !text.Is(at, WordClass.Preposition) && !text.Is(at, WordClass.Conjunction))
            return false;
        if (token.Kind is not (TokenKind.Word or TokenKind.Number) || isTime[at])
            return token.Kind == TokenKind.Punctuation && at > first && token.Is('-');
        if (IsPronoun(at))
            return at == first;
        if (text.Is(at, WordClass.Title) || text.Is(at, WordClass.Role) || text.IsWord(at, text.Language.Possessive))
            return true;
        if (text.Is(at, WordClass.Conjunction))
            return at > first && entityAt[at - 1] > 0 && at + 1 < text.Count && (entityAt[at + 1] > 0 || text.Is(at + 1, WordClass.Role));
        if (text.Is(at, WordClass.Preposition))
            return at > first && (text.Language.IsNamePreposition(token.Word) || text.IsWord(at, text.Language.OfWord))
                && at + 1 < text.Count && !isTime[at + 1];
        return !(IsVerb(at) || text.Is(at, WordClass.Subordinator) || text.Is(at, WordClass.RelativePronoun)
            || text.Is(at, WordClass.Complementizer) || text.Is(at, WordClass.Adverb)) || text.Is(at, WordClass.Determiner);
    }

    /// <summary>A form of saying that is no noun: report and claims are one behind an article or adjective.</summary>
    private bool IsSpeech(int at)
    {
        if (!text.Matches.TryGet(at, WordClass.SpeechVerb, out LexiconMatch verb) || verb.Value.EndsWith("base", StringComparison.Ordinal))
            return false;
        return !verb.Value.EndsWith("present", StringComparison.Ordinal)
            || !(at > 0 && (text.Is(at - 1, WordClass.Determiner) || text.Is(at - 1, WordClass.Preposition)));
    }

    private bool IsVerb(int at)
    {
        if (text[at].Kind != TokenKind.Word || text[at].IsCapital && !text[at].IsSentenceStart)
            return false;
        if (text.Is(at, WordClass.Role) || text.Is(at, WordClass.Title))
            return false;
        string ending = text.Language.PastEnding;
        return text.Is(at, WordClass.Auxiliary) || text.Is(at, WordClass.Verb) || IsSpeech(at) || text.Is(at, WordClass.PastMarker)
            || (ending.Length > 0 && text[at].Word == 0 && text[at].End - text[at].Start > 4
                && text.CharactersOf(at).EndsWith(ending, StringComparison.Ordinal) && !(at > 0 && text.Is(at - 1, WordClass.Determiner)));
    }
}
