using System.Text;
using Skiplink.Addresses;
using Skiplink.Content.Formulas;
using Skiplink.Content.Notes;
using Skiplink.Html;
using Skiplink.Html.Arena;
using Skiplink.PageModel;

namespace Skiplink.Content;

/// <summary>Elements that are recorded as a whole: references, formulas, code, images, video and sound.</summary>
internal sealed partial class ContentWalk
{
    /// <summary>How many siblings behind a rendered formula may hold its source.</summary>
    private const int MaxSiblings = 3;

    /// <summary>How far around a formula a class may say that it is displayed.</summary>
    private const int MaxDisplayDepth = 2;

    /// <summary>Records an element that is more than its children; false when it is not one of those.</summary>
    private bool ReadWhole(int node, in ElementRow element, in StartTag tag, bool isBlockLevel)
    {
        if (_notes.Count > 0 && ReadNoteMark(node, isBlockLevel))
            return true;
        switch (element.Name)
        {
            case HtmlNames.Pre or HtmlNames.Listing or HtmlNames.Xmp or HtmlNames.Plaintext when BlockCode.CanBeCode(element):
            case HtmlNames.Code when BlockCode.CanBeCode(element) && BlockCode.IsBlock(new(_document, node)):
                ReadCode(node);
                return true;
            case HtmlNames.A when Permalinks.IsPermalink(new HtmlNode(_document, node), tag.Href, _open.IsIn(ContentKind.Heading)):
            case HtmlNames.Rp:
                SkipElement();
                return true;
            case HtmlNames.Button when BlockCode.IsCopyButton(new(_document, node)):
                _recorder.EndText();
                SkipElement();
                return true;
            case HtmlNames.Math:
                return ReadFormula(node, isDisplay: false);
            case HtmlNames.Div or HtmlNames.Table or HtmlNames.Figure
                when (tag.Meaning & ClassMeaning.CodeBlock) != 0 && BlockCode.CanBeCode(element):
                ReadCode(node);
                return true;
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
        return element.Name > HtmlNames.KnownCount
            && _document.NameOf(element.Name).SequenceEqual("mjx-container"u8)
            && ReadFormula(node, isDisplay: false);
    }

    /// <summary>
    /// Records a reference to a footnote, or leaves out what belongs to a note and is no text; false when an element is neither.
    /// </summary>
    private bool ReadNoteMark(int node, bool isBlockLevel)
    {
        (NoteRole role, int number) = _notes[node];
        if (role != NoteRole.Skip && (role != NoteRole.Reference || !ReadReference(node, number)))
            return false;
        if (isBlockLevel)
            _recorder.EndText();
        SkipElement();
        return true;
    }

    /// <summary>Records a reference to a footnote; false when the text around it is not kept.</summary>
    private bool ReadReference(int node, int number)
    {
        HtmlNode sign = new(_document, node);
        int block = NoteFinder.FirstText(sign) is { IsNone: false } text ? _blocks.BlockOf(text.Index) : _recorder.Block;
        if (!_selection.IsKeptBlock(block))
            return false;
        bool endsInSpace = sign.LastChild is { IsNone: false, IsText: true } last && last.Utf8Text is [.., (byte)' ' or (byte)'\n'];
        _recorder.NoteReference(block, number, endsInSpace);
        return true;
    }

    private void ReadCode(int node)
    {
        ref readonly ElementRow element = ref _blocks.Elements[_row];
        bool isInsideText = _recorder.IsInText && element.Blocks == 0;
        if (_selection.KeptIn(element) == 0 && !isInsideText && !IsCodeOfKeptBlock(node, element))
        {
            _recorder.EndText();
            SkipElement();
            return;
        }
        _recorder.EndText();
        int from = _recorder.Bytes.Count;
        if (_code.Read(_page, node, _selection.HasMostOf(element) ? null : _selection, _recorder.Bytes))
            _recorder.Code(CodeLanguage.Of(_document, node), from, _recorder.Bytes.Count - from);
        SkipElement();
    }

    /// <summary>Whether inline code is part of a kept block that began before it.</summary>
    private bool IsCodeOfKeptBlock(int node, in ElementRow element) =>
        !element.IsBlockLevel
        && NoteFinder.FirstText(new(_document, node)) is { IsNone: false } text
        && _selection.IsNodeKept(text.Index);

    /// <summary>Records the formula of an element; false when it has none that can be written as TeX, or none that is kept.</summary>
    private bool ReadFormula(int node, bool isDisplay)
    {
        HtmlNode element = new(_document, node);
        if (!FormulaSource.TryRead(element, out string tex, out bool display))
            return false;
        int block = NoteFinder.FirstText(element) is { IsNone: false } text ? _blocks.BlockOf(text.Index) : -1;
        if (block >= 0 ? !_selection.IsKept(block) : !_placement.IsBesideKept(Position))
            return false;
        _recorder.Formula(block >= 0 ? block : BlockHere, Encoding.UTF8.GetBytes(tex), isDisplay || display || IsDisplayed(element));
        SkipElement();
        return true;
    }

    /// <summary>Whether a formula stands in an element for formulas on lines of their own.</summary>
    private static bool IsDisplayed(HtmlNode formula)
    {
        HtmlNode parent = formula.Parent;
        for (int i = 0; i < MaxDisplayDepth && parent.IsElement; i++, parent = parent.Parent)
        {
            if ((ClassMeanings.Of(parent) & ClassMeaning.Display) != 0)
                return true;
        }
        return false;
    }

    /// <summary>Whether what MathJax rendered has its source in a script behind it, which is recorded in its place.</summary>
    private bool IsRenderedFromScript(int node)
    {
        HtmlNode next = new HtmlNode(_document, node).NextSibling;
        for (int i = 0; i < MaxSiblings && !next.IsNone; i++, next = next.NextSibling)
        {
            if (next.Is(HtmlNames.Script))
                return FormulaSource.IsScript(next, out _);
        }
        return false;
    }

    /// <summary>Records the content of elements that hold no text of the page: formulas in scripts, video and sound.</summary>
    private void ReadEmbedded(int node, in NodeRow row)
    {
        if (row.Namespace != HtmlNamespace.Html)
            return;
        HtmlNode element = new(_document, node);
        if (row.Name == HtmlNames.Script)
        {
            bool isFormula = FormulaSource.IsScript(element, out bool isDisplay) && _placement.IsBesideKept(Position);
            if (isFormula && FormulaSource.TryRead(element, out string tex, out _))
                _recorder.Formula(BlockHere, Encoding.UTF8.GetBytes(tex), isDisplay);
        }
        else if (MediaSource.IsMedia(row.Name) && _placement.IsBesideKept(Position)
            && MediaSource.Of(element) is { IsEmpty: false } source && !_parts.Resolve(source, AddressUse.Resource).IsEmpty)
        {
            RecordImage(node, source, MediaSource.TitleOf(element), isMedia: true);
        }
    }

    private void ReadImage(int node)
    {
        if (!_placement.IsBesideKept(Position))
            return;
        HtmlNode image = new(_document, node);
        ReadOnlySpan<byte> source = ImageSource.Of(image);
        if (source.IsEmpty || ImageSource.IsOrnament(image))
            return;
        if (FormulaSource.TryReadImage(image, source, out string tex))
        {
            _recorder.Formula(BlockHere, Encoding.UTF8.GetBytes(tex), isDisplay: false);
            return;
        }
        ReadOnlySpan<byte> alternative = image.Utf8Attribute(HtmlNames.Alt);
        ReadOnlySpan<byte> address = _parts.Resolve(source, AddressUse.Image);
        if (!address.IsEmpty && !_recorder.IsRepeatedImage(address, alternative))
            RecordImage(node, source, alternative, isMedia: false);
    }

    private void RecordImage(int node, ReadOnlySpan<byte> source, ReadOnlySpan<byte> alternative, bool isMedia) =>
        _recorder.Image(node, source, alternative, isMedia, NextBlock, _placement.IsBeforeTextOfSameElement(Position));
}
