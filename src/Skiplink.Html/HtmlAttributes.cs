namespace Skiplink.Html;

/// <summary>The attributes of an element in the order of the source, without duplicates. Enumerating them does not allocate.</summary>
public readonly struct HtmlAttributes
{
    private readonly HtmlDocument _document;
    private readonly int _start;

    internal HtmlAttributes(HtmlDocument document, int start, int count)
    {
        _document = document;
        _start = start;
        Count = count;
    }

    /// <summary>The number of attributes.</summary>
    public int Count { get; }

    /// <summary>The attribute at an index.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The index is negative or not below <see cref="Count"/>.</exception>
    public HtmlAttribute this[int index]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfNegative(index);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Count);
            return new(_document, _start + index);
        }
    }

    /// <summary>Starts an enumeration, for <c>foreach</c>.</summary>
    public Enumerator GetEnumerator() => new(_document, _start, Count);

    /// <summary>Enumerates the attributes of an element.</summary>
    public struct Enumerator
    {
        private readonly HtmlDocument _document;
        private readonly int _end;
        private int _row;

        internal Enumerator(HtmlDocument document, int start, int count)
        {
            _document = document;
            _row = start - 1;
            _end = start + count;
        }

        /// <summary>The current attribute.</summary>
        public readonly HtmlAttribute Current => new(_document, _row);

        /// <summary>Advances to the next attribute; false at the end.</summary>
        public bool MoveNext() => ++_row < _end;
    }
}
