namespace Skiplink.Content;

/// <summary>An element that the walk has entered and not yet left.</summary>
internal struct OpenElement
{
    public int Node;
    public int Row;
    public ContentKind Kind;
    public TextDirection Direction;
    public bool IsBlockLevel;

    /// <summary>Whether its start stands on the tape.</summary>
    public bool IsEmitted;

    /// <summary>Whether it wraps a picture: a figure, or an element with an image and its caption.</summary>
    public bool IsPicture;

    /// <summary>The level of a heading, 1 to 6.</summary>
    public byte Level;
}

/// <summary>
/// The stack of open elements, the innermost last. It counts them by kind, and counts those whose start is not on the tape yet, so that
/// most text is recorded without a look at the stack. Elements below <see cref="Base"/> are out of sight while a footnote is recorded.
/// </summary>
internal sealed class OpenElements
{
    private readonly int[] _ofKind = new int[(int)ContentKind.Credit + 1];
    private OpenElement[] _elements = new OpenElement[64];
    private int _pendingStructures;
    private int _pendingInlines;
    private int _emittedInlines;
    private int _directed;

    // The lowest elements that may be pending, while any are.
    private int _firstStructure;
    private int _firstInline;

    public int Count { get; private set; }

    /// <summary>The first element in sight.</summary>
    public int Base { get; private set; }

    public ref OpenElement this[int index] => ref _elements[index];

    /// <summary>The innermost element.</summary>
    public ref OpenElement Last => ref _elements[Count - 1];

    private Span<OpenElement> All => _elements.AsSpan(0, Count);

    public void Clear()
    {
        Count = 0;
        SetBase(0);
    }

    /// <summary>Whether an element of this kind is open and in sight.</summary>
    public bool IsIn(ContentKind kind) => _ofKind[(int)kind] > 0;

    /// <summary>
    /// The place of the next element, cleared. It is on the stack after <see cref="Push"/>; until then there is no other next one.
    /// </summary>
    public ref OpenElement Next()
    {
        if (Count == _elements.Length)
            Array.Resize(ref _elements, 2 * Count);
        ref OpenElement element = ref _elements[Count];
        element = default;
        return ref element;
    }

    /// <summary>Puts the next element on the stack.</summary>
    public void Push()
    {
        if (_pendingStructures == 0)
            _firstStructure = Count;
        if (_pendingInlines == 0)
            _firstInline = Count;
        Add(_elements[Count], 1);
        Count++;
    }

    public void Pop()
    {
        Add(Last, -1);
        Count--;
    }

    /// <summary>Puts the elements below an index out of sight.</summary>
    public void SetBase(int index)
    {
        Base = index;
        _ofKind.AsSpan().Clear();
        _pendingStructures = _pendingInlines = _emittedInlines = _directed = 0;
        _firstStructure = _firstInline = index;
        for (int i = index; i < Count; i++)
            Add(_elements[i], 1);
    }

    /// <summary>Records the starts of lists, tables and other structure that are not on the tape yet.</summary>
    public void EmitStructures(ContentTape tape, ContentPartReader parts)
    {
        if (_pendingStructures == 0)
            return;
        _pendingStructures = 0;
        foreach (ref OpenElement element in All[_firstStructure..])
        {
            if (element.IsEmitted || element.Kind is ContentKind.None or >= ContentKind.Paragraph)
                continue;
            element.IsEmitted = true;
            tape.Start(parts.PartOf(element));
        }
    }

    /// <summary>Records the starts of links, emphasis and other inline marks that are not on the tape yet.</summary>
    public void EmitInlines(ContentTape tape, ContentPartReader parts)
    {
        if (_pendingInlines == 0)
            return;
        _emittedInlines += _pendingInlines;
        _pendingInlines = 0;
        foreach (ref OpenElement element in All[_firstInline..])
        {
            if (element.IsEmitted || element.Kind < ContentKind.Link)
                continue;
            element.IsEmitted = true;
            tape.Start(parts.PartOf(element));
        }
    }

    /// <summary>Records the ends of the inline marks: the paragraph around them ends, and in the next one they start again.</summary>
    public void SuspendInlines(ContentTape tape)
    {
        for (int i = Count - 1; i >= Base && _emittedInlines > 0; i--)
        {
            if (_elements[i].Kind < ContentKind.Link || !_elements[i].IsEmitted)
                continue;
            tape.End();
            _elements[i].IsEmitted = false;
            _emittedInlines--;
            _pendingInlines++;
            _firstInline = Math.Min(_firstInline, i);
        }
    }

    /// <summary>Records the ends of all elements in sight.</summary>
    public void SuspendAll(ContentTape tape)
    {
        for (int i = Count - 1; i >= Base; i--)
        {
            if (!_elements[i].IsEmitted)
                continue;
            tape.End();
            _elements[i].IsEmitted = false;
        }
    }

    /// <summary>What the text of a new paragraph is: the level of the heading around it, or 0, and its direction.</summary>
    public (byte HeadingLevel, TextDirection Direction) TextContext()
    {
        byte level = 0;
        TextDirection direction = TextDirection.Unknown;
        for (int i = Count - 1; i >= Base && (_directed > 0 || IsIn(ContentKind.Heading)); i--)
        {
            ref readonly OpenElement element = ref _elements[i];
            if (level == 0 && element.Kind == ContentKind.Heading)
                level = element.Level;
            if (direction == TextDirection.Unknown && element.IsBlockLevel)
                direction = element.Direction;
        }
        return (level, direction);
    }

    private void Add(in OpenElement element, int one)
    {
        _ofKind[(int)element.Kind] += one;
        if (element.Kind >= ContentKind.Link)
        {
            _emittedInlines += element.IsEmitted ? one : 0;
            _pendingInlines += element.IsEmitted ? 0 : one;
        }
        else if (element.Kind is not ContentKind.None and < ContentKind.Paragraph)
        {
            _pendingStructures += element.IsEmitted ? 0 : one;
        }
        if (element.Direction != TextDirection.Unknown)
            _directed += one;
    }
}
