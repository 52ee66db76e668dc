using Skiplink.Html.Arena;
using Skiplink.Text;

namespace Skiplink.Content;

/// <summary>What an event of the tape is.</summary>
internal enum TapeEvent : byte
{
    Start,
    End,
    Text,
    LineBreak,
    Image,
    Media,
    InlineMath,
    DisplayMath,
    NoteReference,
    Rule,
}

/// <summary>
/// One event of the content, 40 bytes. What each kind of event uses:
/// <code>
/// Start          all fields; Other is the row of its End
/// End            Kind; Other is the row of its Start
/// Text, math     Value: the characters
/// Image, media   Value: the address; Second: the alternative text or title; Number: the node
/// NoteReference  Number
/// </code>
/// Value and Second are ranges of the tape's bytes.
/// </summary>
internal struct TapeRow
{
    public TapeEvent Event;
    public ContentKind Kind;
    public TextDirection Direction;
    public byte Align;
    public bool IsHeader;
    public bool IsAlone;
    public bool HasBreaks;
    public sbyte Checked;
    public ushort ColumnSpan;
    public ushort RowSpan;
    public int Number;
    public int Other;
    public int Value;
    public int ValueLength;
    public int Second;
    public int SecondLength;
}

/// <summary>
/// The content of a page as a sequence of events, recorded by one walk and replayed to any number of writers. It is reused from page to
/// page, and recording allocates nothing once it has grown.
/// </summary>
internal sealed class ContentTape
{
    private readonly List<int> _open;
    private TapeRow[] _rows;

    /// <summary>An empty tape, to be recorded to.</summary>
    public ContentTape() => (_rows, _open, Bytes) = (new TapeRow[256], [], new());

    private ContentTape(ContentTape other)
    {
        (_rows, Count, Bytes) = (other.Rows.ToArray(), other.Count, new(other.Bytes.Span(0, other.Bytes.Count)));
        (HasMath, Notes, _open) = (other.HasMath, other.Notes, []);
    }

    /// <summary>The characters and values of the events.</summary>
    public ByteBuffer Bytes { get; }

    public int Count { get; private set; }

    public Span<TapeRow> Rows => new(_rows, 0, Count);

    /// <summary>Whether there is a formula, so that a writer knows what a dollar sign means.</summary>
    public bool HasMath { get; private set; }

    /// <summary>How many notes there are.</summary>
    public int Notes { get; set; }

    /// <summary>A copy without spare room, which the next page does not change. Any number of threads may replay it at once.</summary>
    public ContentTape Copy() => new(this);

    public void Clear()
    {
        Count = 0;
        _open.Clear();
        Bytes.Clear();
        HasMath = false;
        Notes = 0;
    }

    public ReadOnlySpan<byte> ValueOf(in TapeRow row) => Bytes.Span(row.Value, row.ValueLength);

    public ReadOnlySpan<byte> SecondOf(in TapeRow row) => Bytes.Span(row.Second, row.SecondLength);

    public void Start(in ContentPart part)
    {
        _open.Add(Count);
        ref TapeRow row = ref Add(TapeEvent.Start);
        row.Kind = part.Kind;
        row.Direction = part.Direction;
        row.Align = part.Align;
        row.IsHeader = part.IsHeader;
        row.Checked = (sbyte)(part.IsChecked switch { true => 1, false => 0, null => -1 });
        row.ColumnSpan = (ushort)part.ColumnSpan;
        row.RowSpan = (ushort)part.RowSpan;
        row.Number = part.Number;
        row.Value = Bytes.Count;
        row.ValueLength = part.Value.Length;
        if (!part.Value.IsEmpty)
            Bytes.Add(part.Value);
    }

    /// <summary>Starts a paragraph or a heading.</summary>
    /// <param name="kind">Which of them.</param>
    /// <param name="level">The heading's level.</param>
    /// <param name="direction">Which way its text runs.</param>
    public void StartText(ContentKind kind, int level, TextDirection direction)
    {
        _open.Add(Count);
        ref TapeRow row = ref Add(TapeEvent.Start);
        (row.Kind, row.Direction, row.Checked, row.Number, row.Value) = (kind, direction, -1, level, Bytes.Count);
    }

    public void End()
    {
        int start = _open[^1], end = Count;
        _open.RemoveAt(_open.Count - 1);
        ref TapeRow row = ref Add(TapeEvent.End);
        ref TapeRow begun = ref _rows[start];
        row.Kind = begun.Kind;
        row.Other = start;
        begun.Other = end;
        if (begun.Kind < ContentKind.Paragraph && start + 1 < end
            && _rows[start + 1] is { Event: TapeEvent.Start, Kind: ContentKind.Paragraph } only && only.Other == end - 1)
            _rows[start + 1].IsAlone = true;
        if (begun.Kind == ContentKind.TableCaption && _open.Count > 0)
            MoveCaption(_open[^1] + 1, start);
    }

    /// <summary>Adds an event of which nothing but its kind is known yet.</summary>
    private ref TapeRow Add(TapeEvent kind)
    {
        if (Count == _rows.Length)
            Array.Resize(ref _rows, 2 * Count);
        ref TapeRow row = ref _rows[Count++];
        row = default;
        row.Event = kind;
        return ref row;
    }

    /// <summary>A caption comes before the rows of its table, wherever the page has it. A second one stays.</summary>
    private void MoveCaption(int first, int caption)
    {
        if (caption <= first || Rows[first - 1].Kind != ContentKind.Table || Rows[first].Kind == ContentKind.TableCaption)
            return;
        TapeRow[] moved = Rows[caption..].ToArray();
        Span<TapeRow> rows = Rows[first..];
        rows[..^moved.Length].CopyTo(rows[moved.Length..]);
        moved.CopyTo(rows);
        foreach (ref TapeRow row in rows)
        {
            if (row.Event is TapeEvent.Start or TapeEvent.End && row.Other >= first)
                row.Other += row.Other >= caption ? first - caption : moved.Length;
        }
    }

    /// <summary>Text that stands in <see cref="Bytes"/> already.</summary>
    public void Text(int from, int length)
    {
        ref TapeRow row = ref Add(TapeEvent.Text);
        row.Value = from;
        row.ValueLength = length;
    }

    public void Text(ReadOnlySpan<byte> utf8)
    {
        int from = Bytes.Count;
        Bytes.Add(utf8);
        Text(from, utf8.Length);
    }

    public void LineBreak()
    {
        Add(TapeEvent.LineBreak);
        for (int i = _open.Count - 1; i >= 0; i--)
        {
            if (Rows[_open[i]].Kind is not (ContentKind.Paragraph or ContentKind.Heading))
                continue;
            Rows[_open[i]].HasBreaks = true;
            break;
        }
    }

    public void Rule() => Add(TapeEvent.Rule);

    public void NoteReference(int number) => Add(TapeEvent.NoteReference).Number = number;

    public void Image(int node, ReadOnlySpan<byte> source, ReadOnlySpan<byte> alternative, bool isMedia)
    {
        ref TapeRow row = ref Add(isMedia ? TapeEvent.Media : TapeEvent.Image);
        row.Number = node;
        row.Value = Bytes.Count;
        row.ValueLength = source.Length;
        Bytes.Add(source);
        row.Second = Bytes.Count;
        WhiteSpace.Collapse(alternative.TrimWhiteSpace(), Bytes);
        row.SecondLength = Bytes.Count - row.Second;
    }

    public void Formula(ReadOnlySpan<byte> tex, bool isDisplay)
    {
        ref TapeRow row = ref Add(isDisplay ? TapeEvent.DisplayMath : TapeEvent.InlineMath);
        row.Value = Bytes.Count;
        row.ValueLength = tex.Length;
        Bytes.Add(tex);
        HasMath = true;
    }

    /// <summary>Appends the notes that another tape has recorded, in the order of their numbers.</summary>
    public void AppendNotes(ContentTape other)
    {
        List<(int Number, int From, int To)> notes = [];
        for (int row = 0; row < other.Count && other.Rows[row].Event == TapeEvent.Start; row = other.Rows[row].Other + 1)
            notes.Add((other.Rows[row].Number, row, other.Rows[row].Other + 1));
        // Parts of one number stay in the order of the page.
        notes.Sort(static (a, b) => (a.Number, a.From).CompareTo((b.Number, b.From)));
        int bytes = Bytes.Count;
        Bytes.Add(other.Bytes.Span(0, other.Bytes.Count));
        foreach ((_, int from, int to) in notes)
        {
            int moved = Count - from;
            foreach (ref readonly TapeRow row in other.Rows[from..to])
            {
                ref TapeRow copy = ref Add(row.Event);
                copy = row;
                copy.Value += bytes;
                copy.Second += bytes;
                copy.Other += moved;
            }
        }
        HasMath |= other.HasMath;
    }

    /// <summary>The last text of the open paragraph when nothing has followed it; empty otherwise.</summary>
    public ReadOnlySpan<byte> LastParagraphText =>
        Count > 0 && Rows[^1].Event == TapeEvent.Text && Rows[_open[^1]].Kind == ContentKind.Paragraph ? ValueOf(Rows[^1]) : default;

    /// <summary>Cuts the last text in two, and marks its second part.</summary>
    /// <param name="length">How many bytes of the text stay as they are.</param>
    /// <param name="from">Where the second part begins in the text.</param>
    /// <param name="kind">What the second part is.</param>
    public void SplitLastText(int length, int from, ContentKind kind)
    {
        TapeRow text = Rows[^1];
        Rows[^1].ValueLength = length;
        Start(new ContentPart { Kind = kind });
        Text(text.Value + from, text.ValueLength - from);
        End();
    }

    /// <summary>Replays all events to a sink.</summary>
    public void Replay<TSink>(ref TSink sink)
        where TSink : IContentSink
    {
        Span<TapeRow> rows = Rows;
        foreach (ref readonly TapeRow row in rows)
        {
            switch (row.Event)
            {
                case TapeEvent.Start:
                    sink.Start(TSink.NeedsKindOnly ? KindOf(row) : PartOf(row));
                    break;
                case TapeEvent.End:
                    sink.End(TSink.NeedsKindOnly ? KindOf(row) : PartOf(rows[row.Other]));
                    break;
                case TapeEvent.Text:
                    sink.Text(ValueOf(row));
                    break;
                case TapeEvent.LineBreak:
                    sink.LineBreak();
                    break;
                case TapeEvent.Image:
                    sink.Image(new(ValueOf(row), SecondOf(row)));
                    break;
                case TapeEvent.Media:
                    sink.Media(new(ValueOf(row), SecondOf(row)));
                    break;
                case TapeEvent.InlineMath or TapeEvent.DisplayMath:
                    sink.Formula(ValueOf(row), row.Event == TapeEvent.DisplayMath);
                    break;
                case TapeEvent.NoteReference:
                    sink.NoteReference(row.Number);
                    break;
                case TapeEvent.Rule:
                    sink.Rule();
                    break;
            }
        }
    }

    private static ContentPart KindOf(in TapeRow row) => new() { Kind = row.Kind, Number = row.Number };

    private ContentPart PartOf(in TapeRow row) => new()
    {
        Kind = row.Kind,
        Number = row.Number,
        ColumnSpan = row.ColumnSpan,
        RowSpan = row.RowSpan,
        IsHeader = row.IsHeader,
        IsAlone = row.IsAlone,
        HasBreaks = row.HasBreaks,
        Align = row.Align,
        Direction = row.Direction,
        IsChecked = row.Checked < 0 ? null : row.Checked > 0,
        Value = ValueOf(row),
    };
}
