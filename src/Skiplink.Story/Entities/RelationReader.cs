using Skiplink.Stories.Lexicon;
using Skiplink.Stories.Text;

namespace Skiplink.Stories.Entities;

/// <summary>
/// Reads what the text says two people are to each other: <c>his sister, Kim Yo Jong</c>; <c>Kim's father, Kim Jong Il</c>; <c>Kim Jong Il,
/// his father</c>.
/// </summary>
internal sealed class RelationReader(StoryText text, EntityMerger merger, PerToken<int> entityAt)
{
    /// <summary>Looks around a person's name that has just been merged.</summary>
    public void Read(NameChunk chunk, Func<char, int, int, int> resolvePronoun)
    {
        int before = chunk.RoleFirst - 1;
        if (text.IsMark(before, ','))
            before--;
        for (int length = 3; length >= 1; length--)
        {
            int at = before - length + 1;
            if (at > 0 && text.Matches.TryGet(at, WordClass.Relation, out LexiconMatch relation) && relation.Length == length
                && Owner(at - 1, chunk.Entity, resolvePronoun) is >= 0 and int owner)
            {
                Add(owner, chunk.Entity, relation.Value, at, at + length);
                return;
            }
        }
        int behind = chunk.End + 1;
        if (!text.IsMark(chunk.End, ','))
            return;
        if (Pronoun(behind) is { } gender && text.Matches.TryGet(behind + 1, WordClass.Relation, out LexiconMatch later)
            && (text.IsMark(behind + 1 + later.Length, ',') || text.IsMark(behind + 1 + later.Length, '.')))
        {
            int owner = resolvePronoun(gender, chunk.First, chunk.Entity);
            if (owner >= 0)
                Add(owner, chunk.Entity, later.Value, behind + 1, behind + 1 + later.Length);
        }
    }

    /// <summary>Notes a relation on its owner; a letter behind the word tells the gender of who is so called.</summary>
    private void Add(int owner, int relative, string value, int first, int end)
    {
        EntityDraft entity = merger.Entities[relative];
        bool hasGender = value.Length > 2 && value[^2] == ' ' && value[^1] is 'm' or 'f';
        if (hasGender && entity.Gender == 'u')
            entity.Gender = value[^1];
        string kind = hasGender ? value[..^2] : value;
        if (!merger.Entities[owner].Relations.Exists(r => r.Kind == kind && r.Entity == relative))
            merger.Entities[owner].Relations.Add(new(kind, relative, text.Span(first, end)));
    }

    /// <summary>Who is said to have the relative: a name with 's, or a pronoun; adjectives may stand between.</summary>
    private int Owner(int at, int self, Func<char, int, int, int> resolvePronoun)
    {
        for (int back = 0; back < 3 && at - back >= 0; back++)
        {
            int i = at - back;
            if (Pronoun(i) is { } gender)
                return resolvePronoun(gender, i, self);
            if (text.IsWord(i, text.Language.Possessive) && i > 0 && entityAt[i - 1] > 0 && entityAt[i - 1] - 1 != self)
                return entityAt[i - 1] - 1;
            if (text[i].Kind != TokenKind.Word || text.Is(i, WordClass.Preposition) || text[i].IsCapital)
                return -1;
        }
        return -1;
    }

    private char? Pronoun(int at) =>
        text.Matches.TryGet(at, WordClass.Pronoun, out LexiconMatch pronoun)
        && pronoun.Value.EndsWith("possessive", StringComparison.Ordinal) && pronoun.Value[0] is 'm' or 'f' ? pronoun.Value[0] : null;
}
