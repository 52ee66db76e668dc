using Skiplink.Text;

namespace Skiplink.Metadata;

/// <summary>What may become a <see cref="MetadataValue"/>: its texts are slices of a <see cref="TextArena"/>, or constants.</summary>
/// <param name="Value">The value.</param>
/// <param name="Source">Where it was found.</param>
/// <param name="Raw">The value as the page writes it.</param>
internal readonly record struct Candidate(ReadOnlyMemory<char> Value, MetadataSource Source, ReadOnlyMemory<char> Raw)
{
    /// <summary>A value that is as the page writes it.</summary>
    public Candidate(ReadOnlyMemory<char> text, MetadataSource source)
        : this(text, source, text)
    {
    }

    /// <summary>A value as the page writes it; null when it is empty.</summary>
    public static Candidate? Of(ReadOnlyMemory<char> text, MetadataSource source) => text.IsEmpty ? null : new(text, source);

    /// <summary>The finding, its texts as strings.</summary>
    public MetadataValue Chosen()
    {
        string value = Value.ToString();
        return new(value, Source, Raw.Span.SequenceEqual(value) ? value : Raw.ToString());
    }

    /// <summary>The findings of several candidates. What stands in one list on the page shares its raw string.</summary>
    public static IReadOnlyList<MetadataValue> Chosen(List<Candidate> candidates)
    {
        if (candidates.Count == 0)
            return [];
        MetadataValue[] findings = new MetadataValue[candidates.Count];
        for (int i = 0; i < findings.Length; i++)
        {
            MetadataValue finding = candidates[i].Chosen();
            bool isShared = i > 0 && findings[i - 1].Raw.AsSpan().SequenceEqual(candidates[i].Raw.Span);
            findings[i] = isShared ? finding with { Raw = findings[i - 1].Raw } : finding;
        }
        return findings;
    }
}
