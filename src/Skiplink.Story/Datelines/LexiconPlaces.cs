using Skiplink.Stories.Lexicon;
using Skiplink.Stories.Text;
using Skiplink.Vocabulary;

namespace Skiplink.Stories.Datelines;

/// <summary>What a language's lists know of places, for the dateline of one line.</summary>
internal sealed class LexiconPlaces(LanguageLexicon language) : IPlaceNames
{
    private static readonly WordClass[] PlaceClasses = [WordClass.City, WordClass.Country, WordClass.Region];

    /// <inheritdoc/>
    public bool IsKnown(ReadOnlySpan<char> place)
    {
        StoryText text = new(place.ToString(), language);
        foreach (WordClass wordClass in PlaceClasses)
        {
            // ROME/PARIS, LONDON and PARIS: the first is enough.
            if (text.Matches.TryGet(0, wordClass, out LexiconMatch match)
                && (match.Length == text.Count || text[match.Length].Is('/') || text.Is(match.Length, WordClass.Conjunction)))
                return true;
        }
        return false;
    }

    /// <inheritdoc/>
    public bool OpensSentence(ReadOnlySpan<char> word)
    {
        StoryText text = new(word.ToString(), language);
        return text.Is(0, WordClass.Opener);
    }
}
