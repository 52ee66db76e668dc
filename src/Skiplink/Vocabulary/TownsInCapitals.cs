namespace Skiplink.Vocabulary;

/// <summary>What can be said of places without a list of them: a town that stands in capitals before a dash.</summary>
internal sealed class TownsInCapitals : IPlaceNames
{
    /// <inheritdoc/>
    public bool IsKnown(ReadOnlySpan<char> place)
    {
        int letters = 0;
        foreach (char c in place)
        {
            if (char.IsLower(c))
                return false;
            letters += char.IsUpper(c) ? 1 : 0;
        }
        return letters >= 3;
    }

    /// <inheritdoc/>
    public bool OpensSentence(ReadOnlySpan<char> word) => false;
}
