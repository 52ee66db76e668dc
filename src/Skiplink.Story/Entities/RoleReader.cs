using Skiplink.Stories.Lexicon;
using Skiplink.Stories.Text;

namespace Skiplink.Stories.Entities;

/// <summary>
/// Reads titles and roles: before a name (<c>Russian President</c>), behind it between commas, and before it with a comma.
/// </summary>
internal sealed class RoleReader(StoryText text)
{
    private const int MaxBefore = 7;
    private const int MaxBehind = 14;

    /// <summary>Titles and roles that stand directly before the name.</summary>
    public void ReadBefore(NameChunk chunk)
    {
        chunk.RoleFirst = chunk.First;
        int first = chunk.First;
        bool hasHead = false;
        // The word next to the name must be a title or a role; a plural goes for the first of several names.
        while (first > 0 && chunk.First - first < MaxBefore && !text[first].IsSentenceStart)
        {
            int head = PhraseBefore(first, WordClass.Title) is > 0 and int title ? title : PhraseBefore(first, WordClass.Role);
            if (head > 0)
            {
                if (text.Matches.TryGet(first - head, WordClass.Title, out LexiconMatch match) && match.Length == head
                    && match.Value is "m" or "f" && chunk.Gender == 'u')
                    chunk.Gender = match.Value[0];
                first -= head;
                hasHead = true;
                continue;
            }
            if (!hasHead || !Extends(first - 1))
                break;
            first--;
            if (text[first].Word != 0 && text.IsWord(first, text.Language.Possessive) && first > 0)
                first--;
        }
        if (!hasHead)
            return;
        chunk.RoleFirst = first;
        AddRole(chunk, first, chunk.First);
    }

    /// <summary><c>, the mayor of Arden,</c> behind a name, or <c>The mayor of Arden,</c> before it.</summary>
    public void ReadApposition(NameChunk chunk, Func<int, NameChunk?> nameAt)
    {
        int at = chunk.End;
        // Behind the name: an age may stand first.
        if (text.IsMark(at, ',') && at + 2 < text.Count && text[at + 1].Kind == TokenKind.Number && text.IsMark(at + 2, ','))
            at += 2;
        if (text.IsMark(at, ',') && RoleAfter(at + 1, out int head, out int end))
        {
            AddRole(chunk, head, end, isApposition: true);
            return;
        }
        // Before it: the mayor of Arden, Ana Lopez, said.
        int before = chunk.RoleFirst - 1;
        if (before < 2 || !text.IsMark(before, ',')
            || !(text.IsMark(chunk.End, ',') || text.IsMark(chunk.End, '.') || text.Is(chunk.End, WordClass.SpeechVerb)))
            return;
        int first = before - 1, reach = Math.Max(0, before - MaxBehind);
        while (first >= reach && text[first].Kind != TokenKind.LineEnd
            && !(text[first].Kind is TokenKind.Punctuation && !text[first].Is('-'))
            && text[first].Kind is not (TokenKind.OpenQuote or TokenKind.CloseQuote) && !text[first].IsSentenceStart
            && !text.Is(first, WordClass.SpeechVerb) && !text.Is(first, WordClass.Conjunction)
                && nameAt(first) is not { Kind: EntityKind.Person })
            first--;
        first = Math.Max(first, reach);
        if (!text[first].IsSentenceStart)
            first++;
        bool isOpen = text.Is(first, WordClass.Determiner) || text.Is(first, WordClass.Country) || text.Is(first, WordClass.Demonym)
            || text.IsWord(first + 1, text.Language.Possessive);
        if (first < before && isOpen && RoleAfter(first, out head, out _, before))
            AddRole(chunk, head, before, isApposition: true);
    }

    /// <summary>Adds a role as printed, and what can be asked of it: its office and country.</summary>
    private void AddRole(NameChunk chunk, int first, int end, bool isApposition = false)
    {
        int start = first;
        while (start < end
            && (text.Is(start, WordClass.Determiner) && text.Matches.HasWord(start, WordClass.Determiner) || text.Is(start, WordClass.Late)
            || text.IsWord(start, text.Language.Possessive)))
            start++;
        if (start >= end)
            return;
        bool isHonorific = !isApposition && end - start == 1 && text.Matches.TryGet(start, WordClass.Title, out LexiconMatch title)
            && title.Value is "m" or "f" && !text.Is(start, WordClass.Role);
        if (!isHonorific)
        {
            string role = text.Slice(start, end);
            if (!chunk.Roles.Contains(role))
                chunk.Roles.Add(role);
        }
        string? country = null;
        for (int i = start; i < end; i++)
        {
            if (text.Matches.TryGet(i, WordClass.Demonym, out LexiconMatch place) || text.Matches.TryGet(i, WordClass.Country, out place)
                || text.Matches.TryGet(i, WordClass.Region, out place))
                country ??= place.Value;
            else if (text.Matches.TryGet(i, WordClass.City, out LexiconMatch _))
                country ??= text.Slice(i, i + 1);
            if (text.Matches.TryGet(i, WordClass.Role, out LexiconMatch office))
            {
                string[] parts = office.Value.Split(' ');
                if (parts.Length > 1 && parts[^1] is "m" or "f")
                {
                    if (chunk.Gender == 'u')
                        chunk.Gender = parts[^1][0];
                }
                chunk.Facts.Add(new(text.Slice(i, i + office.Length).ToLowerInvariant(), office.Value, country));
                i += office.Length - 1;
            }
        }
        for (int f = 0; f < chunk.Facts.Count; f++)
            chunk.Facts[f] = chunk.Facts[f] with { Country = chunk.Facts[f].Country ?? country };
    }

    /// <summary>A role with what belongs to it, up to a comma or the end: <c>the mayor of Arden</c>.</summary>
    private bool RoleAfter(int first, out int head, out int end, int limit = int.MaxValue)
    {
        head = first;
        end = first;
        int last = Math.Min(Math.Min(first + MaxBehind, text.Count), limit);
        bool hasRole = false, isRelative = false;
        for (int i = first; i < last; i++)
        {
            if (text[i].Kind is TokenKind.LineEnd or TokenKind.OpenQuote or TokenKind.CloseQuote)
                break;
            if (text[i].Mark is ',' or '.' or ';' or '–' or ':' or ')')
            {
                end = i;
                break;
            }
            if (i == first
                && (text.Is(i, WordClass.RelativePronoun) || text.Is(i, WordClass.Preposition) || text.Is(i, WordClass.Conjunction)
                || text.Is(i, WordClass.SpeechVerb) && !text.Is(i, WordClass.Role)))
                return false;
            if (hasRole && text.Is(i, WordClass.RelativePronoun) && !text.Is(i, WordClass.Determiner))
            {
                end = i;
                isRelative = true;
                break;
            }
            if (!hasRole && text.Matches.TryGet(i, WordClass.Role, out LexiconMatch role))
            {
                hasRole = true;
                i += role.Length - 1;
            }
            // The role must come before what belongs to it, and no verb before either.
            else if (!hasRole
                && (text.Is(i, WordClass.Preposition) || text.Is(i, WordClass.Verb) || text.Is(i, WordClass.Auxiliary)
                || (text.Is(i, WordClass.SpeechVerb) && !text[i].IsCapital)))
                return false;
            end = i + 1;
        }
        return hasRole && end > first && (end == last ? limit != int.MaxValue : isRelative || text[end].Kind != TokenKind.LineEnd);
    }

    /// <summary>Whether a word belongs to the role behind it: a demonym, a name, a noun or adjective in small letters.</summary>
    private bool Extends(int at)
    {
        if (at < 0 || text[at].Kind is not TokenKind.Word and not TokenKind.Punctuation
            || text.QuotationAt[at] >= 0 && text[at].Kind is TokenKind.OpenQuote or TokenKind.CloseQuote)
            return false;
        if (text[at].Is('-'))
            return at > 0 && text[at - 1].Kind == TokenKind.Word;
        if (text[at].Kind != TokenKind.Word)
            return false;
        if (text.IsWord(at, text.Language.Possessive))
            return at > 0 && text[at - 1].IsCapital;
        if (text.Is(at, WordClass.Demonym) || text.Is(at, WordClass.Country) || text.Is(at, WordClass.Organization)
            || text.Is(at, WordClass.Role) || text.Is(at, WordClass.City))
            return true;
        if (text.Is(at, WordClass.Determiner) || text.Is(at, WordClass.Preposition) || text.Is(at, WordClass.Conjunction)
            || text.Is(at, WordClass.Auxiliary) || text.Is(at, WordClass.SpeechVerb) || text.Is(at, WordClass.Verb)
            || text.Is(at, WordClass.Pronoun) || text.Is(at, WordClass.Subordinator) || text.Is(at, WordClass.RelativePronoun)
                || text.Is(at, WordClass.PastMarker) || text.Is(at, WordClass.FutureMarker) || text.Is(at, WordClass.Complementizer)
                || text.Is(at, WordClass.NumberWord))
            return false;
        if (text[at].IsSentenceStart && text.Is(at, WordClass.Opener) && !text[at].IsCapital)
            return false;
        // Verbs in -ed and adverbs are no part of a role.
        string ending = text.Language.PastEnding;
        return !(ending.Length > 0 && text.CharactersOf(at).EndsWith(ending, StringComparison.Ordinal)) && !text.Is(at, WordClass.Adverb);
    }

    /// <summary>Whether a title stands directly before.</summary>
    public bool HasTitleBefore(int at) => at > 0 && PhraseBefore(at, WordClass.Title) > 0 && text[at - 1].IsCapital;

    private int PhraseBefore(int at, WordClass wordClass)
    {
        for (int back = Math.Min(4, at); back >= 1; back--)
        {
            if (text.Matches.TryGet(at - back, wordClass, out LexiconMatch match) && match.Length == back)
                return back;
        }
        return 0;
    }
}
