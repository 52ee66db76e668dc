using Skiplink.Features;

namespace Skiplink.Explaining;

/// <summary>
/// What a feature looks at, in words for people who have never seen the model. Features that look at one thing share a phrase.
/// </summary>
internal static class FeaturePhrases
{
    /// <summary>The phrase of a feature. The first feature of each run decides for those that follow it.</summary>
    public static string Of(Feature feature) => Phrases[(int)feature];

    private static readonly string[] Phrases = Make();

    private static string[] Make()
    {
        (Feature From, string Phrase)[] runs =
        [
            (Feature.PageWords, "what kind of page this is"),
            (Feature.LogWords, "its length"),
            (Feature.LinkDensity, "how much of it is links"),
            (Feature.CommaRate, "its punctuation"),
            (Feature.SymbolRate, "its characters: digits, capitals, symbols"),
            (Feature.EndsWithStop, "how it begins and ends"),
            (Feature.Currencies, "prices, years and copyright signs in it"),
            (Feature.JointRate, "addresses and identifiers in it"),
            (Feature.HeadingLevel, "whether it is a heading"),
            (Feature.Depth, "how deep it stands"),
            (Feature.InNav, "the kind of element it stands in"),
            (Feature.Group1Place, "the group it stands in"),
            (Feature.Group2Place, "the group around its group"),
            (Feature.Group3Place, "the wider part of the page"),
            (Feature.Group4Place, "the widest part of the page"),
            (Feature.MostAlike, "how often its like is repeated"),
            (Feature.OutsideHalf, "how far it is from where most of the text stands"),
            (Feature.LogTwins, "other blocks of the same structure"),
            (Feature.LogSameText, "the same text elsewhere on the page"),
            (Feature.Previous1Words, "the blocks before it"),
            (Feature.Next1Words, "the blocks behind it"),
            (Feature.NearLinkDensity, "the text around it"),
            (Feature.WordPlace, "where on the page it stands"),
            (Feature.FromTitle, "how far it is from the title"),
            (Feature.SinceHeading, "the heading over it"),
            (Feature.ClassOwn, "words in its class and id"),
            (Feature.ClassParent, "words in the classes around it"),
            (Feature.TagOwn, "its tag and the tags around it"),
            (Feature.HeadingMean, "words of the heading over it"),
            (Feature.TextMean, "its words"),
            (Feature.PreviousTextSum, "words of the blocks beside it"),
            (Feature.GroupClassLeast, "words in the classes around it"),
            (Feature.CommentPath, "words in the classes around it"),
            (Feature.CommentText, "its words"),
            (Feature.CommentHeading, "words of the heading over it"),
            (Feature.Group1Class, "words in the classes around it"),
            (Feature.PairSum, "its words"),
            (Feature.HeadingPair, "words of the heading over it"),
            (Feature.Address, "where its link leads"),
            (Feature.TreeScore, "what speaks for the block itself"),
            (Feature.PreviousTreeScore, "what speaks for the blocks around it"),
        ];
        string[] phrases = new string[FeatureRow.Count];
        for (int i = 0, run = 0; i < phrases.Length; i++)
        {
            while (run + 1 < runs.Length && (int)runs[run + 1].From <= i)
                run++;
            phrases[i] = runs[run].Phrase;
        }
        return phrases;
    }
}
