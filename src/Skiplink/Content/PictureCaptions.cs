using System.Text;
using Skiplink.Html;
using Skiplink.Html.Arena;
using Skiplink.PageModel;
using Skiplink.Text;
using Skiplink.Vocabulary;

namespace Skiplink.Content;

/// <summary>
/// Finds the caption beside an image, and the credit in it. A picture has its caption whether or not selection keeps the caption as main
/// text.
/// </summary>
internal sealed class PictureCaptions
{
    private const int MaxLevels = 5;
    private const int MaxSiblings = 4;
    private const int MaxBytes = 2000;

    private readonly ByteBuffer _words = new();
    private readonly ByteBuffer _credit = new();
    private BlockTable _blocks = null!;

    /// <summary>The pictures of the content, in its order.</summary>
    public IReadOnlyList<Picture> Read(PageDocument page, ContentTape tape)
    {
        _blocks = page.Blocks;
        List<Picture>? pictures = null;
        foreach (ref readonly TapeRow row in tape.Rows)
        {
            if (row.Event != TapeEvent.Image)
                continue;
            HtmlNode caption = CaptionOf(new(page.Html, row.Number));
            (string words, string? credit) = caption.IsNone ? ("", null) : Split(caption);
            (pictures ??= []).Add(new(words, credit, Encoding.UTF8.GetString(tape.ValueOf(row)), row.SecondLength == 0 ? null
            : Encoding.UTF8.GetString(tape.SecondOf(row))));
        }
        return (IReadOnlyList<Picture>?)pictures ?? [];
    }

    /// <summary>
    /// The element that is an image's caption: in the figure around it, or beside it with a class that says so; none when there is none.
    /// </summary>
    private static HtmlNode CaptionOf(HtmlNode image)
    {
        HtmlNode at = image;
        for (int level = 0; level < MaxLevels; level++)
        {
            HtmlNode parent = at.Parent;
            if (!parent.IsElement || parent.NameId is HtmlNames.Body or HtmlNames.Article or HtmlNames.Main)
                break;
            if (parent.Is(HtmlNames.Figure))
                return FirstCaption(parent);
            HtmlNode sibling = at.NextSibling;
            for (int i = 0; i < MaxSiblings && !sibling.IsNone; sibling = sibling.NextSibling)
            {
                if (!sibling.IsElement)
                    continue;
                if (IsCaption(sibling))
                    return sibling;
                // Another image has a caption of its own.
                if (sibling.Is(HtmlNames.Img) || sibling.Is(HtmlNames.Figure) || sibling.Is(HtmlNames.P))
                    break;
                i++;
            }
            at = parent;
        }
        return default;
    }

    private static HtmlNode FirstCaption(HtmlNode figure)
    {
        int seen = 0;
        for (HtmlNode node = figure.FirstChild; !node.IsNone && seen < 500; node = node.NextInOrder(figure), seen++)
        {
            if (IsCaption(node))
                return node;
        }
        return default;
    }

    private static bool IsCaption(HtmlNode node) =>
        node.Is(HtmlNames.Figcaption) || (ClassMeanings.Of(node) & (ClassMeaning.Caption | ClassMeaning.Credit)) == ClassMeaning.Caption;

    /// <summary>
    /// The words of a caption, and the credit in it: an element whose class says so, or what credits look like at the end of the words.
    /// </summary>
    private (string Words, string? Credit) Split(HtmlNode caption)
    {
        _words.Clear();
        _credit.Clear();
        int seen = 0;
        for (HtmlNode node = caption.FirstChild; !node.IsNone && _words.Count < MaxBytes && seen < 500; seen++)
        {
            if ((ClassMeanings.Of(node) & ClassMeaning.Credit) != 0)
            {
                for (HtmlNode inside = node.FirstChild; !inside.IsNone; inside = inside.NextInOrder(node))
                {
                    if (inside.IsText && !_blocks.IsHidden(inside.Index))
                        Append(_credit, inside.Utf8Text);
                }
                node = node.NextSkippingChildren(caption);
                continue;
            }
            if (node.IsElement && node.NameId is HtmlNames.Script or HtmlNames.Style or HtmlNames.Button)
            {
                node = node.NextSkippingChildren(caption);
                continue;
            }
            if (node.IsText && !_blocks.IsHidden(node.Index))
                Append(_words, node.Utf8Text);
            node = node.NextInOrder(caption);
        }
        string words = Text(_words), credit = Text(_credit);
        if (credit.Length > 0)
            return (words, WithoutLabel(credit));
        return CreditLine.Parse(words) is { Credit: { Length: > 0 } found } parsed ? (parsed.Caption, found) : (words, null);
    }

    private static string Text(ByteBuffer text) => text.Count == 0 ? "" : Encoding.UTF8.GetString(text.Span(0, text.Count)).Trim();

    /// <summary>Appends text with its white space collapsed, also where it meets what stands before it.</summary>
    private static void Append(ByteBuffer to, ReadOnlySpan<byte> utf8)
    {
        int from = to.Count;
        WhiteSpace.Collapse(utf8, to);
        if (from == 0 || to.Count == from || to.Span(from - 1, 2) is not [(byte)' ', (byte)' '])
            return;
        to.Span(from + 1, to.Count - from - 1).CopyTo(to.Writable(from, to.Count - from - 1));
        to.Truncate(to.Count - 1);
    }

    private static string WithoutLabel(string credit)
    {
        string bare = credit.Trim('(', ')', ' ', '|', '/', '-', '—');
        // A label without a name is no credit that could be shortened.
        return CreditLine.Parse(bare) is { Caption: "", Credit: { Length: > 0 } named } ? named : bare;
    }

    /// <summary>Where the credit at the end of a caption begins, and how many bytes stand before it; null when there is none.</summary>
    public static (int Words, int Credit)? CreditAtEnd(ReadOnlySpan<byte> caption)
    {
        if (caption.IsEmpty || CreditLine.Parse(Encoding.UTF8.GetString(caption)) is not { Credit.Length: > 0 } parsed)
            return null;
        int words = Encoding.UTF8.GetByteCount(parsed.Caption), credit = words;
        while (credit < caption.Length && caption[credit] == ' ')
            credit++;
        return (words, credit);
    }
}
