using System.Text;
using Skiplink.Content;

namespace Skiplink.Writing;

/// <summary>Content → typed blocks. Lists that are being filled stand on two stacks; nothing recurses.</summary>
internal sealed class BlockModelBuilder : IContentSink
{
    private readonly Stack<List<ContentBlock>> _blocks = new([[]]);
    private readonly Stack<List<ContentInline>> _inlines = new();
    private readonly Stack<List<ListItem>> _items = new();
    private readonly Stack<List<DefinitionEntry>> _entries = new();
    private readonly Stack<List<ContentBlock>> _asides = new();
    private readonly List<IReadOnlyList<TableCell>> _rows = [];
    private readonly StringBuilder _code = new();
    private List<TableCell> _cells = [];
    private bool _inCode;

    /// <summary>The blocks, after all events were replayed.</summary>
    public IReadOnlyList<ContentBlock> Blocks => _blocks.Peek();

    public void Start(in ContentPart part)
    {
        switch (part.Kind)
        {
            case ContentKind.List or ContentKind.OrderedList:
                _items.Push([]);
                // Blocks of the list that stand in none of its items: they become an item of their own.
                _blocks.Push([]);
                break;
            case ContentKind.DefinitionList:
                _entries.Push([]);
                _blocks.Push([]);
                break;
            case ContentKind.Table:
                _rows.Clear();
                _asides.Push([]);
                _blocks.Push([]);
                break;
            case ContentKind.Row:
                _cells = [];
                break;
            case ContentKind.Figure or ContentKind.Callout:
                _asides.Push([]);
                _blocks.Push([]);
                break;
            case ContentKind.Heading or ContentKind.Paragraph:
                _inlines.Push([]);
                break;
            case ContentKind.Code:
                _inCode = true;
                _code.Clear();
                break;
            case >= ContentKind.Link:
                _inlines.Push([]);
                break;
            default:
                _blocks.Push([]);
                break;
        }
    }

    public void End(in ContentPart part)
    {
        switch (part.Kind)
        {
            case ContentKind.List or ContentKind.OrderedList:
                AddStray(_blocks.Pop());
                Add(new ListBlock(part.Kind == ContentKind.OrderedList, part.Kind == ContentKind.OrderedList ? part.Number
                    : 1, _items.Pop()));
                break;
            case ContentKind.Item:
                _items.Peek().Add(new(_blocks.Pop(), part.IsChecked));
                break;
            case ContentKind.DefinitionList:
                List<ContentBlock> loose = _blocks.Pop();
                if (loose.Count > 0)
                    _entries.Peek().Add(new(false, loose));
                Add(new DefinitionListBlock(_entries.Pop()));
                break;
            case ContentKind.Term or ContentKind.Definition:
                _entries.Peek().Add(new(part.Kind == ContentKind.Term, _blocks.Pop()));
                break;
            case ContentKind.Quotation:
                Add(new QuotationBlock(Pop()));
                break;
            case ContentKind.Callout:
                Add(new CalloutBlock(Encoding.UTF8.GetString(part.Value), _asides.Pop(), Pop()));
                break;
            case ContentKind.Figure:
                Add(new FigureBlock(Pop(), _asides.Pop()));
                break;
            case ContentKind.FigureCaption or ContentKind.CalloutTitle or ContentKind.TableCaption:
                List<ContentBlock> aside = _blocks.Pop();
                _asides.Peek().AddRange(aside);
                break;
            case ContentKind.Note:
                Add(new NoteBlock(part.Number, Pop()));
                break;
            case ContentKind.Cell:
                CellAlignment alignment = part.Align switch
                {
                    (byte)'l' => CellAlignment.Left,
                    (byte)'c' => CellAlignment.Center,
                    (byte)'r' => CellAlignment.Right,
                    _ => CellAlignment.None
                };
                _cells.Add(new(part.IsHeader, part.ColumnSpan, part.RowSpan, alignment, _blocks.Pop()));
                break;
            case ContentKind.Row:
                _rows.Add(_cells);
                break;
            case ContentKind.Table:
                List<ContentBlock> stray = _blocks.Pop();
                Add(new TableBlock(_asides.Pop(), [.. _rows]));
                _blocks.Peek().AddRange(stray);
                break;
            case ContentKind.Paragraph:
                Add(new ParagraphBlock(_inlines.Pop(), part.Direction == TextDirection.RightToLeft));
                break;
            case ContentKind.Heading:
                Add(new HeadingBlock(part.Number, _inlines.Pop()));
                break;
            case ContentKind.Code:
                _inCode = false;
                Add(new CodeBlock(_code.ToString(), part.Value.IsEmpty ? null : Encoding.UTF8.GetString(part.Value)));
                break;
            case ContentKind.Link:
                List<ContentInline> text = _inlines.Pop();
                _inlines.Peek().Add(new LinkInline(Encoding.UTF8.GetString(part.Value), text));
                break;
            default:
                List<ContentInline> content = _inlines.Pop();
                _inlines.Peek().Add(new SpanInline((SpanKind)(part.Kind - ContentKind.Strong), content));
                break;
        }
    }

    public void Text(ReadOnlySpan<byte> utf8)
    {
        if (_inCode)
            _code.Append(Encoding.UTF8.GetString(utf8));
        else
            _inlines.Peek().Add(new TextInline(Encoding.UTF8.GetString(utf8)));
    }

    public void LineBreak()
    {
        if (_inCode)
            _code.Append('\n');
        else
            _inlines.Peek().Add(new LineBreakInline());
    }

    public void Image(in ContentImage image) => AddImage(image, isMedia: false);

    public void Media(in ContentImage media) => AddImage(media, isMedia: true);

    public void Formula(ReadOnlySpan<byte> tex, bool isDisplay) =>
        _inlines.Peek().Add(new FormulaInline(Encoding.UTF8.GetString(tex), isDisplay));

    public void NoteReference(int number) => _inlines.Peek().Add(new NoteReferenceInline(number));

    public void Rule() => Add(new RuleBlock());

    private void AddImage(in ContentImage image, bool isMedia)
    {
        ImageInline inline = new(Encoding.UTF8.GetString(image.Source), Encoding.UTF8.GetString(image.AltText), isMedia);
        if (_inlines.Count > 0)
            _inlines.Peek().Add(inline);
        else
            Add(new ImageBlock(inline));
    }

    private void Add(ContentBlock block) => _blocks.Peek().Add(block);

    private List<ContentBlock> Pop() => _blocks.Pop();

    /// <summary>Text that stands in a list and in no item becomes an item.</summary>
    private void AddStray(List<ContentBlock> stray)
    {
        if (stray.Count > 0)
            _items.Peek().Add(new(stray, null));
    }
}
