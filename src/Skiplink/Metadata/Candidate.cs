using Skiplink.Text;

namespace Skiplink.Metadata;

/// <summary>A possible <see cref="MetadataValue"/>. Its texts are slices of a <see cref="TextArena"/>, or constants.</summary>
/// <param name="Value">The value.</param>
/// <param name="Source">Where it was found.</param>
/// <param name="Raw">The value as the page writes it.</param>
internal readonly record struct Candidate(ReadOnlyMemory<char> Value, MetadataSource Source, ReadOnlyMemory<char> Raw)
{
    /// <summary>Creates a candidate whose value is as the page writes it.</summary>
    public Candidate(ReadOnlyMemory<char> text, MetadataSource source)
        : this(text, source, text)
    {
    }

    /// <summary>Creates a candidate whose value is as the page writes it; null if the text is empty.</summary>
    public static Candidate? Of(ReadOnlyMemory<char> text, MetadataSource source) => text.IsEmpty ? null : new(text, source);

    /// <summary>The candidate as a metadata value, with strings.</summary>
    public MetadataValue Chosen()
    {
        string value = Value.ToString();
        return new(value, Source, Raw.Span.SequenceEqual(value) ? value : Raw.ToString());
    }

    /// <summary>The candidates as metadata values. Neighbours from one list on the page share their raw string.</summary>
    public static IReadOnlyList<MetadataValue> Chosen(List<Candidate> candidates)
    {
        if (candidates.Count == 0)
            return [];
        MetadataValue[] values = new MetadataValue[candidates.Count];
        for (int i = 0; i < values.Length; i++)
        {
            MetadataValue one = candidates[i].Chosen();
            bool isShared = i > 0 && values[i - 1].Raw.AsSpan().SequenceEqual(candidates[i].Raw.Span);
            values[i] = isShared ? one with { Raw = values[i - 1].Raw } : one;
        }
        return values;
    }
}
