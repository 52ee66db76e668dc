namespace Skiplink.Selection;

/// <summary>
/// The numbers of selection that were fitted with the model, out of fold on the training corpus: they are looked at again whenever the
/// model is trained anew.
/// </summary>
internal static class FittedConstants
{
    /// <summary>A page of which less than this F1 is expected, and no more than <see cref="FewExpectedWords"/>, gives nothing.</summary>
    public const double MinExpectedF1 = 0.3;

    /// <summary>How many right words are few: see <see cref="MinExpectedF1"/>.</summary>
    public const double FewExpectedWords = 30;

    /// <summary>
    /// A block less probable than this is below the cut of any page that gives something: the cut is at least a fifth of the expected F.
    /// </summary>
    public const float MinProbability = 0.02f;

    /// <summary>A block less probable than this is not compared with others when copies are looked for.</summary>
    public const float MinCopyProbability = 0.2f;

    /// <summary>
    /// A text that is repeated within one structure of the page is as likely boilerplate as a refrain when it is less probable than this.
    /// </summary>
    public const float MinRepeatProbability = 0.8f;

    /// <summary>
    /// The beta of the first cut of every page, from which its kind and confidence are predicted. It is a little below 1: blocks are not
    /// independent, as the expectation takes them to be, and out of fold this beta gives the higher F1.
    /// </summary>
    public const double BalancedBeta = 0.9;

    /// <summary>The beta of the precision mode.</summary>
    public const double PrecisionBeta = 0.5;

    /// <summary>The beta of the recall mode.</summary>
    public const double RecallBeta = 2;

    /// <summary>A page of fewer blocks than this has hardly any boilerplate, unless it is one of a shop.</summary>
    public const int FewBlocks = 50;

    /// <summary>
    /// What pages whose text stands in their data alone score against the labels, on the average: the confidence in them. Measured on 30
    /// pages of the training corpus whose JSON-LD has an <c>articleBody</c> of 40 words and more.
    /// </summary>
    public const double EmbeddedTextConfidence = 0.8;

    private const double SmallPageBeta = 1;
    private const double ProductBeta = 0.7;
    private const double ArticleBeta = 0.5;

    /// <summary>
    /// The beta of the balanced mode for a page. A story's text is nearly certain, and what is doubtful there is mostly teasers and
    /// promotion; the goods of a collection or the posts of a thread are doubtful one and all; and of a small page most is text.
    /// </summary>
    public static double BalancedBetaFor(PageKind kind, int blocks) => kind switch
    {
        PageKind.Product => ProductBeta,
        PageKind.Collection or PageKind.Listing => BalancedBeta,
        _ when blocks < FewBlocks => SmallPageBeta,
        PageKind.Article => ArticleBeta,
        _ => BalancedBeta,
    };
}
