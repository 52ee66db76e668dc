namespace Skiplink.Content;

/// <summary>
/// Remembers what the classes of a page mean, by the elements' signatures: elements that look alike come in dozens. A small table in which
/// a later entry takes the place of an earlier one.
/// </summary>
internal sealed class ClassMeaningCache
{
    private const int Size = 256;

    private readonly (uint Signature, int Length, ClassMeaning Meaning)[] _entries = new (uint, int, ClassMeaning)[Size];

    public void Clear() => Array.Clear(_entries);

    /// <summary>The meaning of a class attribute.</summary>
    /// <param name="signature">A hash of the element's name and class.</param>
    /// <param name="classes">The attribute, of which the signature is.</param>
    public ClassMeaning Of(uint signature, ReadOnlySpan<byte> classes)
    {
        ref (uint Signature, int Length, ClassMeaning Meaning) entry = ref _entries[signature % Size];
        if (entry.Signature != signature || entry.Length != classes.Length)
            entry = (signature, classes.Length, ClassMeanings.Of(classes));
        return entry.Meaning;
    }
}
