using Skiplink.Text;

namespace Skiplink.Metadata;

/// <summary>What may become a <see cref="Finding"/>: its texts are slices of a <see cref="TextArena"/>, or constants.</summary>
/// <param name="Value">The value.</param>
/// <param name="From">Where it stood.</param>
/// <param name="Raw">The value as the page writes it.</param>
internal readonly record struct Candidate(ReadOnlyMemory<char> Value, string From, ReadOnlyMemory<char> Raw)
{
    /// <summary>A value that is as the page writes it.</summary>
    public Candidate(ReadOnlyMemory<char> text, string from)
        : this(text, from, text)
    {
    }

    /// <summary>A value as the page writes it; null when it is empty.</summary>
    public static Candidate? Of(ReadOnlyMemory<char> text, string from) => text.IsEmpty ? null : new(text, from);

    /// <summary>The finding, its texts as strings.</summary>
    public Finding Chosen()
    {
        string value = Value.ToString();
        return new(value, From, Raw.Span.SequenceEqual(value) ? value : Raw.ToString());
    }

    /// <summary>The findings of several candidates. What stands in one list on the page shares its raw string.</summary>
    public static IReadOnlyList<Finding> Chosen(List<Candidate> candidates)
    {
        if (candidates.Count == 0)
            return [];
        Finding[] findings = new Finding[candidates.Count];
        for (int i = 0; i < findings.Length; i++)
        {
            Finding finding = candidates[i].Chosen();
            bool isShared = i > 0 && findings[i - 1].Raw.AsSpan().SequenceEqual(candidates[i].Raw.Span);
            findings[i] = isShared ? finding with { Raw = findings[i - 1].Raw } : finding;
        }
        return findings;
    }
}
