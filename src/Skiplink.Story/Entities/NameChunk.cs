namespace Skiplink.Stories.Entities;

/// <summary>A name in the text, before it is known whose.</summary>
internal sealed class NameChunk
{
    /// <summary>The name's tokens, without titles.</summary>
    public int First;
    public int End;

    public EntityKind? Kind;
    public double Confidence;

    /// <summary>By what it is known: also the name of the rule.</summary>
    public string Rule = "";

    /// <summary>What the list calls it, where it is on one.</summary>
    public string? Canonical;

    /// <summary>m, f or u for a person.</summary>
    public char Gender = 'u';

    /// <summary>Where the titles and roles before the name begin; <see cref="First"/> when it has none.</summary>
    public int RoleFirst;

    /// <summary>Roles as printed.</summary>
    public List<string> Roles = [];

    /// <summary>What its roles say: the office's words and the country, to find it again by.</summary>
    public List<RoleFact> Facts = [];

    /// <summary>Whether only the sentence's first word has a capital for it.</summary>
    public bool IsDoubtful;

    /// <summary>The entity it was merged into.</summary>
    public int Entity = -1;
}

/// <summary>A role as it can be spoken of again: <c>leader</c> of <c>North Korea</c>.</summary>
/// <param name="Word">The role's last word or words in small letters.</param>
/// <param name="Office">What the lists count it as.</param>
/// <param name="Country">The country or place it is of; null for none.</param>
internal readonly record struct RoleFact(string Word, string Office, string? Country);
