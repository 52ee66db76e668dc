using Skiplink.Stories.Lexicon;
using Skiplink.Stories.Text;

namespace Skiplink.Stories.Entities;

/// <summary>Tells what a name is of: by its own words first, by what stands around it then.</summary>
internal sealed class NameKinds(StoryText text, WordUse use)
{
    /// <summary>Sets the kind of a name that the finder did not find in a list; leaves it without one when nothing tells.</summary>
    public void Classify(NameChunk chunk)
    {
        if (chunk.Kind is not null)
            return;
        int words = 0, firstWord = chunk.First, last = chunk.End - 1;
        bool hasDigits = false, isCapitals = true;
        for (int i = chunk.First; i < chunk.End; i++)
        {
            words += text[i].Kind == TokenKind.Word && (i == chunk.First || text[i].HasSpaceBefore) ? 1 : 0;
            hasDigits |= text[i].Kind == TokenKind.Number;
            isCapitals &= text[i].IsAllCapitals || text[i].Kind != TokenKind.Word;
        }
        SetGender(chunk);
        // A heading in capitals, and the rest of a title: Minister of Information.
        if ((isCapitals && words > 2)
            || (chunk.First > 1 && words == 1 && text.IsWord(chunk.First - 1, text.Language.OfWord)
            && text.Is(chunk.First - 2, WordClass.Title) && text[chunk.First - 2].IsCapital))
            return;
        bool hasTitle = chunk.RoleFirst < chunk.First;
        bool isFirstName = text.Is(firstWord, WordClass.FirstName);
        if (hasTitle && !text.Is(last, WordClass.OrganizationWord))
        {
            Set(chunk, EntityKind.Person, 0.95, "title-before-name");
            return;
        }
        if (IsBehindNoun(chunk, WordClass.OrganizationNoun) && !hasDigits)
        {
            Set(chunk, EntityKind.Organization, 0.85, "organization-noun-before");
            return;
        }
        if (words <= 4 && !hasDigits && IsCalledPlace(chunk))
        {
            Set(chunk, EntityKind.Place, 0.85, "place-noun");
            chunk.IsDoubtful = false;
            return;
        }
        if (words > 1 && (text.Is(last, WordClass.OrganizationWord) || IsOfName(chunk) || HasOrganizationWord(chunk))
            && !(isFirstName && words == 2 && !text.Is(last, WordClass.OrganizationWord)))
        {
            Set(chunk, EntityKind.Organization, 0.85, "organization-word");
            return;
        }
        if (words > 1 && text.Matches.TryGet(last, WordClass.Nature, out LexiconMatch nature) && nature.Value == "sure" && !hasTitle)
        {
            Set(chunk, EntityKind.Place, 0.9, "place-word");
            return;
        }
        if (words > 1 && !isFirstName && (text.Is(last, WordClass.Nature) || text.Is(firstWord, WordClass.Nature)))
        {
            Set(chunk, EntityKind.Place, 0.85, "place-word");
            return;
        }
        if (words > 1 && !hasDigits && IsFamilyNameFirst(chunk))
        {
            chunk.Gender = chunk.RoleFirst < chunk.First ? chunk.Gender : 'u';
            Set(chunk, EntityKind.Person, 0.9, "family-name-first");
            return;
        }
        if (words > 1 && isFirstName && !hasDigits)
        {
            Set(chunk, EntityKind.Person, 0.95, "first-name");
            return;
        }
        if (words == 1 && isFirstName && last == firstWord && Speaks(chunk.End))
        {
            Set(chunk, EntityKind.Person, 0.6, "first-name-speaks");
            chunk.IsDoubtful = false;
            return;
        }
        if (words is > 1 and <= 4 && !hasDigits && HasInitial(chunk))
        {
            Set(chunk, EntityKind.Person, 0.9, "initial");
            return;
        }
        if (IsAge(chunk.End) && words > 1)
        {
            Set(chunk, EntityKind.Person, 0.95, "age-behind-name");
            return;
        }
        if (isCapitals && words == 1 && last == firstWord && text[firstWord].End - text[firstWord].Start is >= 2 and <= 6
            && IsAcronym(firstWord))
        {
            Set(chunk, EntityKind.Organization, 0.6, "acronym");
            return;
        }
        ByContext(chunk, words, hasDigits);
    }

    private void ByContext(NameChunk chunk, int words, bool hasDigits)
    {
        int before = chunk.First - 1, behind = chunk.End;
        bool isAfterArticle = before >= 0 && text.Is(before, WordClass.Determiner);
        bool isAfterPlacePreposition = before >= 0 && text.Language.IsPlacePreposition(text[before].Word);
        bool speaks = Speaks(behind) || IsSource(chunk.RoleFirst)
            || (before >= 0 && text.Is(before, WordClass.SpeechVerb) && text.Matches.HasWord(before, WordClass.SpeechVerb));
        bool hasOrdinary = HasOrdinaryWord(chunk);
        if (!text[chunk.First].IsSentenceStart && before >= 0 && text.Is(before, WordClass.OrganizationNoun) && !hasDigits)
            Set(chunk, EntityKind.Organization, 0.85, "organization-noun-before");
        else if (isAfterPlacePreposition && !hasDigits && words <= 3)
            Set(chunk, EntityKind.Place, words == 1 ? 0.6 : 0.55, "place-preposition");
        else if (words <= 2 && !hasDigits && use.IsPlaceElsewhere(chunk.First, chunk.End) && (words == 1 || !IsLikePerson(chunk)))
            Set(chunk, EntityKind.Place, 0.6, "place-preposition-elsewhere");
        else if (words is 2 or 3 && !hasDigits && !isAfterArticle && !hasOrdinary && !IsNounBehind(behind)
            && (IsLikePerson(chunk) || speaks))
            Set(chunk, EntityKind.Person, IsLikePerson(chunk) ? 0.8 : 0.6, "two-capital-words");
        else if (words <= 4 && speaks
            && (!chunk.IsDoubtful
            || (text[chunk.First].Word == 0 && Speaks(behind)
            && !text.CharactersOf(chunk.First).EndsWith(text.Language.PresentEnding, StringComparison.Ordinal))))
        {
            Set(chunk, EntityKind.Organization, 0.5, "speaks");
            chunk.IsDoubtful = false;
        }
        else if (words <= 3 && !hasDigits && !chunk.IsDoubtful && !hasOrdinary
            && (text.IsWord(behind, text.Language.Possessive) || Acts(behind)))
            Set(chunk, EntityKind.Organization, 0.45, "acts");
        else if (words == 1 && !isAfterArticle && !chunk.IsDoubtful && text.IsMark(behind, ',')
            && (text.Is(behind + 1, WordClass.Country) || text.Is(behind + 1, WordClass.Region)))
            Set(chunk, EntityKind.Place, 0.8, "place-in-place");
    }

    /// <summary>
    /// A noun with an article right before the name says what it is: <c>the group Clear Sound</c>, <c>a village called Arden</c>.
    /// </summary>
    private bool IsBehindNoun(NameChunk chunk, WordClass nouns)
    {
        for (int length = 1; length <= 2; length++)
        {
            int noun = chunk.RoleFirst - length;
            if (text.Matches.TryGet(noun, nouns, out LexiconMatch match) && match.Length == length
                && !text[noun].IsCapital == !text.Language.HasCapitalNouns
                && HasArticle(noun))
                return true;
        }
        return false;
    }

    /// <summary>Whether an article stands before a noun, with an adjective or two in between.</summary>
    private bool HasArticle(int noun)
    {
        for (int i = noun - 1; i >= Math.Max(0, noun - 3) && text[i].Kind == TokenKind.Word; i--)
        {
            if (text.Is(i, WordClass.Determiner))
                return true;
            if (text[i].IsCapital || text.Is(i, WordClass.Preposition) || text.Is(i, WordClass.Conjunction)
                || text.Is(i, WordClass.SpeechVerb))
                return false;
        }
        return false;
    }

    /// <summary><c>the island state (of) Fenholm</c>, <c>neighbouring Fenholm</c>, or <c>Fenholm, an island state</c>.</summary>
    private bool IsCalledPlace(NameChunk chunk)
    {
        if (text.Matches.TryGet(chunk.First - 1, WordClass.PlaceNoun, out LexiconMatch before) && before.Value == "before")
            return true;
        int noun = text.Language.OfWord != 0 && text.IsWord(chunk.First - 1, text.Language.OfWord) ? chunk.First - 2 : chunk.First - 1;
        if (noun >= 0 && text.Is(noun, WordClass.PlaceNoun) && text[noun].IsCapital == text.Language.HasCapitalNouns && HasArticle(noun))
            return noun < chunk.First - 1 || !text.Is(chunk.First, WordClass.FirstName);
        if (!text.IsMark(chunk.End, ',') || !text.Is(chunk.End + 1, WordClass.Determiner))
            return false;
        // Adjectives may stand before the noun; a role there makes the name a person's.
        for (int i = chunk.End + 2; i < chunk.End + 7 && text[i].Kind == TokenKind.Word; i++)
        {
            if (text.Matches.TryGet(i, WordClass.PlaceNoun, out LexiconMatch place) && place.Value != "before")
                return !text.Is(i + place.Length, WordClass.Role);
            if (text.Is(i, WordClass.Role) || text.Is(i, WordClass.Preposition) || text.Is(i, WordClass.SpeechVerb)
                || text.Is(i, WordClass.OrganizationNoun))
                return false;
        }
        return false;
    }

    /// <summary>Who somebody is stands behind the name, or the text names them by the last word alone.</summary>
    private bool IsLikePerson(NameChunk chunk)
    {
        int behind = chunk.End;
        if (text.Matches.TryGet(behind, WordClass.RelativePronoun, out LexiconMatch who) && who.Value == "person")
            return true;
        if (text.IsMark(behind, ',')
            && (text.Is(behind + 1, WordClass.Role)
            || (text.Is(behind + 1, WordClass.Determiner) && (text.Is(behind + 2, WordClass.Role) || text.Is(behind + 3, WordClass.Role)))
            || (text.Matches.TryGet(behind + 1, WordClass.RelativePronoun, out who) && who.Value == "person")))
            return true;
        // Its leader, Graca Monteiro, called: a role before the comma.
        int before = chunk.First - 1;
        if (text.IsMark(before, ',') && (text.IsMark(behind, ',') || text.IsMark(behind, '.') || text.Is(behind, WordClass.SpeechVerb)))
        {
            for (int i = before - 1; i >= Math.Max(0, before - 9) && text[i].Kind == TokenKind.Word; i--)
            {
                if (text.Is(i, WordClass.Role) || text.Is(i, WordClass.Relation))
                    return true;
            }
        }
        return use.IsAloneElsewhere(chunk.End - 1) && !text.Is(chunk.End - 1, WordClass.OrganizationWord);
    }

    /// <summary>A verb stands behind: what acts is somebody.</summary>
    private bool Acts(int at) => text.Is(at, WordClass.Verb) || text.Is(at, WordClass.PastMarker) || text.Is(at, WordClass.Auxiliary)
        || (at < text.Count && text.Language.PastEnding.Length > 0 && text[at].Kind == TokenKind.Word && !text[at].IsCapital
            && text.CharactersOf(at).EndsWith(text.Language.PastEnding, StringComparison.Ordinal));

    /// <summary>Capitals among words that have none: a headline in capitals has no acronyms.</summary>
    private bool IsAcronym(int at) =>
        !text.CharactersOf(at).ContainsAnyInRange('0', '9') && !use.IsSmallElsewhere(at) && !text.Is(at, WordClass.Zone)
        && !text.Is(at, WordClass.Opener) && !(at > 0 && text[at - 1].IsAllCapitals && text[at - 1].End - text[at - 1].Start > 3)
        && !(at + 1 < text.Count && text[at + 1].IsAllCapitals && text[at + 1].End - text[at + 1].Start > 3);

    private bool Speaks(int at)
    {
        for (int i = at; i < Math.Min(at + 3, text.Count); i++)
        {
            if (text.Is(i, WordClass.SpeechVerb))
                return true;
            if (!text.Is(i, WordClass.Adverb) && !text.Is(i, WordClass.Auxiliary))
                return false;
        }
        return false;
    }

    /// <summary>A noun behind makes the words before it what it is called: the Far Eastern region.</summary>
    private bool IsNounBehind(int at)
    {
        if (at >= text.Count || text[at].Kind != TokenKind.Word || text[at].IsCapital || text[at].Word != 0)
            return false;
        ReadOnlySpan<char> word = text.CharactersOf(at);
        return !(text.Language.PastEnding.Length > 0 && word.EndsWith(text.Language.PastEnding, StringComparison.Ordinal))
            && !word.EndsWith(text.Language.PresentEnding, StringComparison.Ordinal);
    }

    private bool HasOrdinaryWord(NameChunk chunk)
    {
        for (int i = chunk.First; i < chunk.End; i++)
        {
            if (text[i].Kind == TokenKind.Word
                && (use.IsSmallElsewhere(i) || text.Is(i, WordClass.Opener) || text.Is(i, WordClass.Role) || text.Is(i, WordClass.Demonym)
                || text.Is(i, WordClass.Nature) || text.Is(i, WordClass.OrganizationWord) || text.Is(i, WordClass.Preposition)
                || text.Is(i, WordClass.City) || text.Is(i, WordClass.Country)))
                return true;
        }
        return false;
    }

    private bool HasOrganizationWord(NameChunk chunk)
    {
        for (int i = chunk.First; i < chunk.End; i++)
        {
            if (text.Is(i, WordClass.OrganizationWord) && (i == chunk.First || i == chunk.End - 1 || text.Is(i + 1, WordClass.Preposition)))
                return true;
        }
        return false;
    }

    private bool IsOfName(NameChunk chunk)
    {
        for (int i = chunk.First + 1; i < chunk.End - 1; i++)
        {
            if (text.Is(i, WordClass.Preposition) && text.Is(i - 1, WordClass.OrganizationWord))
                return true;
        }
        return false;
    }

    /// <summary>Kim Jong Un, Moon Jae-in, Xi Jinping: a family name of the list, and given names that are on none.</summary>
    private bool IsFamilyNameFirst(NameChunk chunk)
    {
        int words = 0;
        bool hasHyphen = false, isGiven = true;
        for (int i = chunk.First; i < chunk.End; i++)
        {
            words += text[i].Kind == TokenKind.Word && text[i].IsCapital ? 1 : 0;
            hasHyphen |= text[i].Is('-');
            isGiven &= i == chunk.First || !text.Is(i, WordClass.FirstName);
        }
        return text.Is(chunk.First, WordClass.Surname) && isGiven
            && (words is 3 || (words == 2 && (hasHyphen || !text.Is(chunk.First, WordClass.FirstName))));
    }

    private bool HasInitial(NameChunk chunk)
    {
        for (int i = chunk.First; i < chunk.End - 1; i++)
        {
            if (text[i].IsAbbreviation && text[i].End - text[i].Start is 2 or 4 && !text.Is(i, WordClass.Country))
                return true;
        }
        return false;
    }

    /// <summary>, 45, behind a name.</summary>
    private bool IsAge(int at) =>
        text.IsMark(at, ',') && at + 2 < text.Count && text[at + 1].Kind == TokenKind.Number && text[at + 1].Value is > 0 and < 120
        && text[at + 2].Mark is ',' or '.';

    private void SetGender(NameChunk chunk)
    {
        if (chunk.Gender == 'u' && chunk.End - chunk.First > 1
            && text.Matches.TryGet(chunk.First, WordClass.FirstName, out LexiconMatch name))
        {
            chunk.Gender = name.Value[0];
            // Some are both.
            if (text.Matches.CountOf(chunk.First, WordClass.FirstName) > 1)
                chunk.Gender = 'u';
        }
    }

    /// <summary>Whether a word for a source stands before: <c>according to Maren Boysen</c>.</summary>
    private bool IsSource(int first)
    {
        for (int length = 1; length <= 3; length++)
        {
            if (text.Matches.TryGet(first - length, WordClass.Attribution, out LexiconMatch source) && source.Length == length)
                return true;
        }
        return false;
    }

    private static void Set(NameChunk chunk, EntityKind kind, double confidence, string rule)
    {
        chunk.Kind = kind;
        chunk.Confidence = confidence;
        chunk.Rule = rule;
    }
}
