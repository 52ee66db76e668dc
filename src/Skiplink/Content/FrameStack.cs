namespace Skiplink.Content;

/// <summary>An element that the walk is in.</summary>
internal struct Frame
{
    public int Node;
    public int Row;
    public ContentKind Kind;
    public TextDirection Direction;
    public bool IsBlockLevel;
    public bool IsTold;

    /// <summary>Whether it is there for a picture: a figure, or what holds an image and its caption.</summary>
    public bool IsPicture;
}

/// <summary>The elements that the walk is in, the innermost last. They are changed where they stand, and never copied.</summary>
internal sealed class FrameStack
{
    private Frame[] _frames = new Frame[64];

    public int Count { get; private set; }

    public ref Frame this[int index] => ref _frames[index];

    /// <summary>The innermost one.</summary>
    public ref Frame Last => ref _frames[Count - 1];

    /// <summary>All of them.</summary>
    public Span<Frame> Rows => _frames.AsSpan(0, Count);

    public void Clear() => Count = 0;

    /// <summary>The place of the next one, cleared; it is counted when <see cref="Push"/> says so, and no other may be asked for before.</summary>
    public ref Frame Next()
    {
        if (Count == _frames.Length)
            Array.Resize(ref _frames, 2 * Count);
        ref Frame frame = ref _frames[Count];
        frame = default;
        return ref frame;
    }

    /// <summary>Puts the next one upon the others.</summary>
    public void Push() => Count++;

    public void Pop() => Count--;
}
