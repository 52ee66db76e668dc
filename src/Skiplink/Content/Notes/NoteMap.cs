namespace Skiplink.Content.Notes;

/// <summary>What an element is to the notes of a page.</summary>
internal enum NoteRole : byte
{
    None,

    /// <summary>The sign in the text that refers to a note.</summary>
    Reference,

    /// <summary>The note: all that is in the element.</summary>
    Note,

    /// <summary>A note that begins here and goes on to the next one, or to the end of the block-level element around it.</summary>
    Segment,

    /// <summary>A note that stands where it is referred to, without a sign of its own.</summary>
    NoteAtReference,

    /// <summary>A way back to the text, a heading over nothing but notes, a second copy of a note: nothing that is recorded.</summary>
    Skip,
}

/// <summary>
/// The notes of a page's kept text and what refers to them, by node. Notes are numbered from 1 in the order in which the text refers to
/// them.
/// </summary>
internal sealed class NoteMap
{
    private readonly Dictionary<int, (NoteRole Role, int Number)> _marks = [];
    private readonly List<byte[]> _labels = [];

    /// <summary>How many notes there are.</summary>
    public int Count => _labels.Count;

    public void Clear()
    {
        _marks.Clear();
        _labels.Clear();
    }

    /// <summary>What a node is, and the number of its note.</summary>
    public (NoteRole Role, int Number) this[int node] => _marks.GetValueOrDefault(node);

    /// <summary>What the page itself calls a note, without brackets: <c>1</c>, <c>a</c>, <c>*</c>.</summary>
    public ReadOnlySpan<byte> LabelOf(int number) => _labels[number - 1];

    public int Add(byte[] label)
    {
        _labels.Add(label);
        return _labels.Count;
    }

    public void Mark(int node, NoteRole role, int number = 0) => _marks.TryAdd(node, (role, number));
}
