using Skiplink.Content.Formulas;
using Skiplink.Content.Notes;
using Skiplink.Html;
using Skiplink.Html.Arena;
using Skiplink.PageModel;

namespace Skiplink.Content;

/// <summary>Elements that are told as a whole: references, formulas, code, images, and what plays.</summary>
internal sealed partial class ContentWalk
{
    /// <summary>The row of the last image told while no text has followed it; -1 otherwise.</summary>
    private int _lastImage;

    /// <summary>Tells an element that is more than its children; false when it is not one of those.</summary>
    private bool ReadWhole(int node, in ElementRow element, in StartTag tag, bool isBlockLevel)
    {
        if (_notes.Count > 0 && _notes[node] is { Role: NoteRole.Skip or NoteRole.Reference } mark && (mark.Role == NoteRole.Skip || ReadReference(node, mark.Number)))
        {
            if (isBlockLevel)
                EndLeaf();
            SkipElement();
            return true;
        }
        switch (element.Name)
        {
            case HtmlNames.Pre or HtmlNames.Listing or HtmlNames.Xmp or HtmlNames.Plaintext when CanBeCode(element):
                return ReadCode(node);
            case HtmlNames.Code when CanBeCode(element) && IsBlockCode(node):
                return ReadCode(node);
            case HtmlNames.A when Permalinks.IsPermalink(new HtmlNode(_document, node), tag.Href, IsIn(ContentKind.Heading)):
                SkipElement();
                return true;
            case HtmlNames.Button when IsCopyButton(node):
                EndLeaf();
                SkipElement();
                return true;
            case HtmlNames.Math:
                return ReadFormula(node, isDisplay: false);
            case HtmlNames.Rp:
                SkipElement();
                return true;
            case HtmlNames.Div or HtmlNames.Table or HtmlNames.Figure when (tag.Meaning & ClassMeaning.CodeBlock) != 0 && CanBeCode(element):
                return ReadCode(node);
            default:
                break;
        }
        if ((tag.Meaning & (ClassMeaning.Katex | ClassMeaning.Formula)) != 0)
            return ReadFormula(node, (tag.Meaning & ClassMeaning.Display) != 0);
        if ((tag.Meaning & ClassMeaning.MathJax) != 0 && element.Name is HtmlNames.Span or HtmlNames.Div && IsRenderedFromScript(node))
        {
            SkipElement();
            return true;
        }
        return element.Name > HtmlNames.KnownCount && _document.NameOf(element.Name).SequenceEqual("mjx-container"u8) && ReadFormula(node, isDisplay: false);
    }

    private bool ReadCode(int node)
    {
        ref readonly ElementRow element = ref _blocks.Elements[_row];
        if (_keptBefore[element.FirstBlock + element.Blocks] == _keptBefore[element.FirstBlock] && !(_leaf >= 0 && element.Blocks == 0))
        {
            // The code may be part of a block that began before it.
            if (BlockBuilder.IsBlockLevel(element) || NoteFinder.FirstText(new(_document, node)) is not { IsNone: false } text || !_blocks.IsKept(text.Index))
            {
                EndLeaf();
                SkipElement();
                return true;
            }
        }
        EndLeaf();
        int from = _tape.Bytes.Count;
        if (_code.Read(_document, node, IsMostlyKept(element) ? null : _blocks, _tape.Bytes))
        {
            int length = _tape.Bytes.Count - from;
            TellStructure();
            _tape.Start(new ContentPart { Kind = ContentKind.Code, Value = CodeLanguage.Of(_document, node) });
            _tape.Text(from, length);
            _tape.End();
            _rule = false;
            _lastImage = -1;
        }
        SkipElement();
        return true;
    }

    /// <summary>Whether at least half of an element's words are kept; then it is told whole.</summary>
    private bool IsMostlyKept(in ElementRow element)
    {
        int kept = 0, all = 0;
        foreach (ref readonly BlockRow block in _blocks.Rows.Slice(element.FirstBlock, element.Blocks))
        {
            all += block.Words;
            kept += block.Kept ? block.Words : 0;
        }
        return kept * 2 >= all;
    }

    /// <summary>Whether a button copies the code beside it.</summary>
    private bool IsCopyButton(int node)
    {
        HtmlNode button = new(_document, node);
        return (ClassMeanings.Of(button) & ClassMeaning.CodeTool) != 0
            || button.TextContent is { Length: < 40 } text && text.AsSpan().Trim() is "Copy" or "copy" or "Copied!" or "Copy code" or "Copy to clipboard";
    }

    /// <summary>An element that was never closed holds the rest of the page, and is no code.</summary>
    private static bool CanBeCode(in ElementRow element) => element is { Headings: 0, Images: 0, Links: <= 20 };

    /// <summary>Whether a class has the word <c>block</c>, by which style sheets show an element on lines of its own.</summary>
    private static bool IsShownAsBlock(ReadOnlySpan<byte> classes)
    {
        foreach (Range word in classes.Split((byte)' '))
        {
            if (classes[word].SequenceEqual("block"u8))
                return true;
        }
        return false;
    }

    /// <summary>
    /// Whether a <c>code</c> element without <c>pre</c> is a block of code: it has lines of its own, or its class says so. One without any attribute is by a hand that forgot to close it as often
    /// as not.
    /// </summary>
    private bool IsBlockCode(int node)
    {
        HtmlNode code = new(_document, node);
        if (code.AttributeCount == 0)
            return false;
        if (IsShownAsBlock(code.Utf8Attribute(HtmlNames.Class)) && !code.Parent.Is(HtmlNames.P) && !code.Parent.Is(HtmlNames.A))
            return true;
        for (HtmlNode child = code.FirstChild; !child.IsNone; child = child.NextSibling)
        {
            if (child.Is(HtmlNames.Div) || child.Is(HtmlNames.P) || child.Is(HtmlNames.Pre) || (child.Is(HtmlNames.Br) && !child.NextSibling.IsNone))
                return !new HtmlNode(_document, node).Parent.Is(HtmlNames.A);
        }
        return false;
    }

    /// <summary>Records the formula of an element; false when it shows none that can be told.</summary>
    private bool ReadFormula(int node, bool isDisplay)
    {
        HtmlNode element = new(_document, node);
        if (!FormulaSource.TryRead(element, out string tex, out bool display))
            return false;
        int block = NoteFinder.FirstText(element) is { IsNone: false } text ? _blocks.BlockOf(text.Index) : -1;
        if (block >= 0 ? !_blocks[block].Kept : !IsBesideKept)
            return false;
        TellFormula(System.Text.Encoding.UTF8.GetBytes(tex), isDisplay || display || IsDisplayed(element), block >= 0 ? block : _leaf >= 0 ? _leaf : _lastBlock + 1);
        SkipElement();
        return true;
    }

    private void TellFormula(ReadOnlySpan<byte> tex, bool isDisplay, int block)
    {
        if (isDisplay)
            EndLeaf();
        else if (_leaf >= 0 && _leaf != block)
            EndLeaf();
        BeginInLeaf(block);
        _tape.Formula(tex, isDisplay);
        if (isDisplay)
            EndLeaf();
    }

    /// <summary>Whether a formula stands in an element that is for formulas on lines of their own.</summary>
    private static bool IsDisplayed(HtmlNode formula)
    {
        HtmlNode parent = formula.Parent;
        for (int i = 0; i < 2 && parent.IsElement; i++, parent = parent.Parent)
        {
            if ((ClassMeanings.Of(parent) & ClassMeaning.Display) != 0)
                return true;
        }
        return false;
    }

    /// <summary>Whether the script that a formula was made from follows what MathJax made of it.</summary>
    private bool IsRenderedFromScript(int node)
    {
        HtmlNode next = new HtmlNode(_document, node).NextSibling;
        for (int i = 0; i < 3 && !next.IsNone; i++, next = next.NextSibling)
        {
            if (next.Is(HtmlNames.Script))
                return FormulaSource.IsScript(next, out _);
        }
        return false;
    }

    /// <summary>What is no text of the page may still be content: formulas in scripts, and what plays.</summary>
    private void ReadSkipped(int node, in NodeRow row)
    {
        if (row.Namespace != HtmlNamespace.Html)
            return;
        HtmlNode element = new(_document, node);
        if (row.Name == HtmlNames.Script)
        {
            if (FormulaSource.IsScript(element, out bool isDisplay) && IsBesideKept && FormulaSource.TryRead(element, out string tex, out _))
                TellFormula(System.Text.Encoding.UTF8.GetBytes(tex), isDisplay, _leaf >= 0 ? _leaf : _lastBlock + 1);
        }
        else if (MediaSource.IsMedia(row.Name) && IsBesideKept && MediaSource.Of(element) is { IsEmpty: false } source && SafeAddress.IsLink(source))
        {
            bool isAlone = _leaf < 0 && !BeginsText();
            PrepareImage();
            _tape.Image(node, _urls.Resolve(source), MediaSource.TitleOf(element), isMedia: true);
            if (isAlone)
                EndImageAlone();
        }
    }

    private void ReadImage(int node)
    {
        if (!IsBesideKept)
            return;
        HtmlNode image = new(_document, node);
        ReadOnlySpan<byte> source = ImageSource.Of(image);
        if (source.IsEmpty || ImageSource.IsOrnament(image) || !SafeAddress.IsImage(source))
            return;
        if (FormulaSource.TryReadImage(image, source, out string tex))
        {
            TellFormula(System.Text.Encoding.UTF8.GetBytes(tex), isDisplay: false, _leaf >= 0 ? _leaf : _lastBlock + 1);
            return;
        }
        ReadOnlySpan<byte> alternative = image.Utf8Attribute(HtmlNames.Alt), address = _urls.Resolve(source);
        if (IsCopy(address, alternative))
            return;
        bool isAlone = _leaf < 0 && !BeginsText();
        PrepareImage();
        _lastImage = _tape.Count;
        // The address once more: a link around the image may have been made absolute in between.
        _tape.Image(node, _urls.Resolve(source), alternative, isMedia: false);
        if (isAlone)
            EndImageAlone();
    }

    /// <summary>Whether an image is the one told right before it once more: in another size, or for readers without scripts.</summary>
    private bool IsCopy(ReadOnlySpan<byte> address, ReadOnlySpan<byte> alternative)
    {
        if (_lastImage < 0 || _lastImage >= _tape.Count)
            return false;
        // Text since then, or another paragraph or item: an image may well come again.
        for (int i = _lastImage + 1; i < _tape.Count; i++)
        {
            if (_tape.Rows[i].Event is TapeEvent.Text or TapeEvent.InlineMath or TapeEvent.DisplayMath)
                return false;
        }
        ref readonly TapeRow last = ref _tape.Rows[_lastImage];
        bool isNamedAlike = alternative.Length > 8 && _tape.SecondOf(last).SequenceEqual(alternative) && IsIn(ContentKind.Figure);
        return isNamedAlike || ImageSource.IsSamePicture(_tape.ValueOf(last), address);
    }

    private void PrepareImage()
    {
        if (_leaf >= 0 || BeginsText())
        {
            BeginInLeaf(_leaf >= 0 ? _leaf : _lastBlock + 1);
            return;
        }
        if (_rule && _tape == _main)
            _tape.Rule();
        _rule = false;
        TellStructure();
        // A link around an image that stands alone holds the image: a paragraph carries the two.
        if (IsIn(ContentKind.Link))
            StartLeaf(Math.Max(0, _lastBlock));
        if (_leaf >= 0)
            BeginInLeaf(_leaf);
    }

    /// <summary>Whether the text of the paragraph, item or cell that the image stands in goes on right behind it.</summary>
    private bool BeginsText()
    {
        int i = _frames.Count - 1;
        while (i >= _base && !_frames[i].IsBlockLevel)
            i--;
        return i >= _base && _lastBlock + 1 < _blocks.Count && _blocks[_lastBlock + 1].Kept && _blocks[_lastBlock + 1].Container == _frames[i].Row
            && _blocks.Elements[_frames[i].Row].Name is HtmlNames.P or HtmlNames.Li or HtmlNames.Td or HtmlNames.Th or HtmlNames.Dd or HtmlNames.Figcaption;
    }

    private void EndImageAlone()
    {
        if (_leaf >= 0)
            EndLeaf();
    }
}
