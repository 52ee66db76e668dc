namespace Skiplink.Stories.Entities;

/// <summary>An entity while the text is read: what later mentions are held against.</summary>
internal sealed class EntityDraft
{
    public required int Id;
    public required EntityKind Kind;
    public required string Name;
    public required string Rule;
    public double Confidence;

    /// <summary>The name's words in small letters, without marks.</summary>
    public required string[] Words;

    /// <summary>Whether the family name stands first.</summary>
    public bool FamilyFirst;

    public char Gender = 'u';
    public List<string> Roles = [];
    public List<RoleFact> Facts = [];
    public List<DraftMention> Mentions = [];
    public List<Relation> Relations = [];
    public SortedSet<int> Alternatives = [];

    public string Family => FamilyFirst ? Words[0] : Words[^1];
}

/// <summary>A mention in tokens.</summary>
internal sealed record DraftMention(int First, int End, MentionKind Kind, double Confidence, int[] Alternatives)
{
    /// <summary>Whether it is the subject of its clause, as far as its place tells.</summary>
    public bool IsSubject { get; init; }
}
