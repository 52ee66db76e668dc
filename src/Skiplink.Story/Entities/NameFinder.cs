using Skiplink.Stories.Lexicon;
using Skiplink.Stories.Text;

namespace Skiplink.Stories.Entities;

/// <summary>
/// Finds names: words with capitals that belong together, cut where a title, a place or an organisation of the lists begins or ends.
/// </summary>
internal sealed class NameFinder(StoryText text, PerToken<bool> isTime, WordUse use)
{
    private const int MaxTokens = 9;

    public List<NameChunk> Find(Func<int, bool> isSkipped)
    {
        List<NameChunk> chunks = [];
        for (int i = 0; i < text.Count; i++)
        {
            if (!IsNameWord(i) || isSkipped(i))
                continue;
            int end = Read(i, chunks);
            i = Math.Max(i, end - 1);
        }
        return chunks;
    }

    /// <summary>Reads what begins at a capital; the token behind it.</summary>
    private int Read(int first, List<NameChunk> chunks)
    {
        if (TryListed(first, out NameChunk? listed))
        {
            chunks.Add(listed);
            return listed.End;
        }
        // Titles stand before a name, and are read as its role.
        if (text.Matches.TryGet(first, WordClass.Title, out LexiconMatch title) && !IsPartOfPersonName(first, title.Length))
            return first + title.Length;
        if (IsOrdinary(first))
            return first + 1;
        int end = first + 1;
        while (end < text.Count && end - first < MaxTokens && Continues(first, end))
            end++;
        // No name ends in a small word or a hyphen.
        while (end > first + 1 && !(IsNameWord(end - 1) || text[end - 1].Kind == TokenKind.Number))
            end--;
        chunks.Add(
            new()
            {
                First = first,
                End = end,
                IsDoubtful = end == first + 1 && text[first].IsSentenceStart
            && !use.IsCapitalElsewhere(first)
            });
        return end;
    }

    /// <summary>A country, city, region or organisation of the lists, if the name ends with it.</summary>
    private bool TryListed(int first, out NameChunk listed)
    {
        listed = null!;
        int length = 0;
        foreach ((WordClass wordClass, EntityKind kind) in Listed)
        {
            if (!text.Matches.TryGet(first, wordClass, out LexiconMatch match) || match.Length <= length)
                continue;
            int end = first + match.Length;
            // A word that goes on is another name: London Bridge, Paris Hilton; and so is one that the list has only as what belongs to a
            // country.
            if (IsNameWord(end) && !text[end].IsSentenceStart && Continues(first, end) && !IsListed(end) && !text.Is(end, WordClass.Title)
                && !(wordClass == WordClass.Organization && !text.Is(end, WordClass.OrganizationWord)))
                continue;
            if (text.IsMark(end, '-') && !text[end].HasSpaceBefore && end + 1 < text.Count && !text[end + 1].IsCapital
                && kind != EntityKind.Organization)
                continue;
            if (wordClass == WordClass.City && text.Matches.HasWord(first, WordClass.FirstName) && match.Length == 1 && IsNameWord(end))
                continue;
            length = match.Length;
            // The North: the article is no part of the mention.
            int start = wordClass == WordClass.Country && text.Matches.HasWord(first, WordClass.Determiner) && match.Length > 1 ? first + 1
                : first;
            listed =
                new()
                {
                    First = start,
                    End = end,
                    RoleFirst = start,
                    Kind = kind,
                    Canonical = match.Value is var value
                && wordClass is WordClass.City ? text.Slice(first, end)
                : value,
                    Confidence = 0.95,
                    Rule = "listed-" + (kind == EntityKind.Place ? "place" : "organization")
                };
        }
        if (length == 0)
            return false;
        // U.S. before a noun is an adjective.
        return !(text.Is(first, WordClass.Demonym) && text.Matches.TryGet(first, WordClass.Demonym, out LexiconMatch demonym)
            && demonym.Length == length && IsBeforeNoun(listed.End));
    }

    private static readonly (WordClass, EntityKind)[] Listed =
        [(WordClass.Organization, EntityKind.Organization), (WordClass.Country, EntityKind.Place), (WordClass.City, EntityKind.Place),
            (WordClass.Region, EntityKind.Place)];

    private bool IsListed(int at) =>
        text.Is(at, WordClass.Country) || text.Is(at, WordClass.City) || text.Is(at, WordClass.Region)
        || text.Is(at, WordClass.Organization);

    private bool IsBeforeNoun(int at) =>
        at < text.Count && text[at].Kind == TokenKind.Word && !text.Is(at, WordClass.Preposition) && !text.Is(at, WordClass.Conjunction)
        && !text.Is(at, WordClass.Auxiliary)
        && !text.Is(at, WordClass.SpeechVerb) && !text.Is(at, WordClass.Verb) && !text.Is(at, WordClass.Subordinator)
            && !text.Is(at, WordClass.RelativePronoun) && !text.Is(at, WordClass.Adverb) && !text.Is(at, WordClass.PastMarker);

    private bool IsPartOfPersonName(int first, int length) =>
        length == 1 && text[first].IsCapital && text.Is(first, WordClass.FirstName) && IsNameWord(first + 1);

    /// <summary>Whether a word with a capital is one all the same: demonyms, what opens a sentence, roles.</summary>
    private bool IsOrdinary(int at)
    {
        bool isNamePart = IsNameWord(at + 1) && !text[at + 1].IsSentenceStart;
        if (text.Is(at, WordClass.NotName) && text.Matches.HasWord(at, WordClass.NotName) && !isNamePart)
            return true;
        if (text.Is(at, WordClass.Demonym) && text.Matches.HasWord(at, WordClass.Demonym))
            return !LeadsToOrganization(at + 1)
                && !(isNamePart && (text.Is(at + 1, WordClass.OrganizationWord) || text.Is(at + 1, WordClass.Nature)))
                || text.Is(at + 1, WordClass.Title);
        if (text.Is(at, WordClass.FirstName) && isNamePart)
            return false;
        // May said: a name, since a verb of saying needs somebody.
        if (text.Is(at, WordClass.FirstName) && text.Is(at + 1, WordClass.SpeechVerb) && text.Matches.HasWord(at + 1, WordClass.SpeechVerb))
            return false;
        if (text[at].IsSentenceStart || text[at].IsAllCapitals)
        {
            if (text.Is(at, WordClass.Opener) || text.Is(at, WordClass.Preposition) || text.Is(at, WordClass.Determiner)
                || text.Is(at, WordClass.SpeechVerb) || text.Is(at, WordClass.Adverb) || text.Is(at, WordClass.Subordinator))
                return !(isNamePart && text.Is(at + 1, WordClass.OrganizationWord) && !text.Is(at, WordClass.Determiner)
                    && !text.Is(at, WordClass.Preposition) && !text.Is(at, WordClass.Subordinator)) || text.Is(at, WordClass.Pronoun);
            if (text.Is(at, WordClass.Role) && text.Matches.HasWord(at, WordClass.Role))
                return true;
        }
        if (text.Is(at, WordClass.Role) && text.Matches.HasWord(at, WordClass.Role) && isNamePart)
            return true;
        if (text[at].End - text[at].Start == 1 && !isNamePart && !text[at].IsAbbreviation)
            return true;
        if (text.Language.HasCapitalNouns)
            return !IsNameWithCapitalNouns(at, isNamePart);
        return text[at].IsSentenceStart && !isNamePart && use.IsSmallElsewhere(at) && !use.IsCapitalElsewhere(at);
    }

    /// <summary>American Civil Liberties Union: capitals up to a word of organisations.</summary>
    private bool LeadsToOrganization(int at)
    {
        for (int i = at; i < Math.Min(at + 6, text.Count) && IsNameWord(i) && !text.Is(i, WordClass.Title); i++)
        {
            if (text.Is(i, WordClass.OrganizationWord))
                return true;
        }
        return false;
    }

    /// <summary>
    /// Where all nouns have capitals a name is known by a first name, a title before it, or by being written in capitals.
    /// </summary>
    private bool IsNameWithCapitalNouns(int at, bool isNamePart) =>
        (text.Is(at, WordClass.FirstName) && isNamePart) || text[at].IsAllCapitals || (text[at].IsAbbreviation && isNamePart)
        || (isNamePart && (text.Is(at + 1, WordClass.OrganizationWord) || text.Is(at + 1, WordClass.Nature)))
        || IsAfterTitle(at) || (!text.Is(at, WordClass.Opener) && !use.IsSmallElsewhere(at) && IsBareOfArticle(at));

    private bool IsBareOfArticle(int at) =>
        !(at > 0
        && (text.Is(at - 1, WordClass.Determiner)
        || (!text[at - 1].IsCapital && text[at - 1].Kind == TokenKind.Word && !text.Is(at - 1, WordClass.Preposition)
        && !text.Is(at - 1, WordClass.SpeechVerb) && !text.Is(at - 1, WordClass.Conjunction) && !text.Is(at - 1, WordClass.Auxiliary))));

    private bool IsAfterTitle(int at)
    {
        for (int back = 1; back <= 3 && at - back >= 0; back++)
        {
            if ((text.Matches.TryGet(at - back, WordClass.Title, out LexiconMatch title) && title.Length == back)
                || (text.Matches.TryGet(at - back, WordClass.Role, out title) && title.Length == back))
                return true;
        }
        return false;
    }

    private bool Continues(int first, int at)
    {
        ref readonly Token token = ref text[at];
        if (token.Kind == TokenKind.LineEnd)
            return false;
        if (isTime[at])
            return false;
        if (token.Is('-') && !token.HasSpaceBefore)
            return at + 1 < text.Count && text[at + 1].Kind is TokenKind.Word or TokenKind.Number && !text[at + 1].HasSpaceBefore;
        if (text[at - 1].Is('-'))
            return token.Kind is TokenKind.Word or TokenKind.Number && !token.HasSpaceBefore && !text.Is(at, WordClass.Role);
        if (token.Kind == TokenKind.Word && token.IsCapital && !token.HasSpaceBefore && !text[at - 1].Is('\''))
            return false;
        if (token.Is('&'))
            return IsNameWord(at + 1);
        if (text[at - 1].Is('&'))
            return token.IsCapital;
        // The point of J. is part of its token; other points end a name.
        if (token.Kind is TokenKind.Punctuation)
            return false;
        if (IsNameWord(at))
        {
            if (text[at - 1].IsSentenceStart && text.Is(at - 1, WordClass.Preposition))
                return false;
            // A title or a known place in the middle begins something new.
            return !(text.Is(at, WordClass.Title) && text.Matches.HasWord(at, WordClass.Title) && !text.Is(at, WordClass.OrganizationWord)
                && !text.Is(at, WordClass.FirstName) && IsNameWord(at + 1));
        }
        // van der Werff: particles up to the next capital.
        int behind = at + 1;
        while (behind < at + 3 && behind < text.Count && text.Is(behind, WordClass.Particle) && !text[behind].IsCapital)
            behind++;
        if (!IsNameWord(behind) || token.Kind != TokenKind.Word)
            return false;
        if (text.Is(at, WordClass.Particle) && (text.Is(first, WordClass.FirstName) || text[first].IsCapital)
            && !text.Is(at, WordClass.Preposition))
            return text.Is(at - 1, WordClass.FirstName) || at - first <= 2;
        // Ministry of Foreign Affairs, Bank of England, University of Oslo.
        if (text.Is(at, WordClass.Conjunction))
            return text.Language.IsNamePreposition(token.Word) && HasOf(first, at) && text.Is(at - 1, WordClass.OrganizationWord);
        return text.Matches.TryGet(at, WordClass.Preposition, out LexiconMatch of) && of.Length == 1
            && text.Language.IsNamePreposition(token.Word)
            && (text.Is(at - 1, WordClass.OrganizationWord) || text.Is(at - 1, WordClass.Nature)) && !text.Is(at + 1, WordClass.Title);
    }

    private bool HasOf(int first, int end)
    {
        for (int i = first; i < end; i++)
        {
            if (text.IsWord(i, text.Language.OfWord))
                return true;
        }
        return false;
    }

    private bool IsNameWord(int at) => (uint)at < (uint)text.Count && text[at].Kind == TokenKind.Word && text[at].IsCapital && !isTime[at];
}
