using Skiplink.Html;
using Skiplink.Html.Arena;

namespace Skiplink.Blocks;

/// <summary>
/// The values of <c>class</c>, <c>id</c>, <c>role</c> and <c>itemprop</c> on a page, each of them once, and which elements have them: pages repeat a few classes a thousand times,
/// and whatever is made of a value is made once.
/// </summary>
internal sealed class MarkupValues
{
    // A page that does not know the seed cannot choose values that collide.
    private static readonly ulong Seed = (ulong)Random.Shared.NextInt64();

    private readonly KeyNumbers _numbers = new();
    private Value[] _values = new Value[256];
    private int[] _uses = new int[1024];

    /// <summary>One value of one attribute.</summary>
    public struct Value
    {
        public int Attribute;
        public Utf8Slice Text;

        /// <summary>A hash of all its bytes but digits: item-17 and item-18 are alike.</summary>
        public uint Signature;
    }

    /// <summary>How many different values there are.</summary>
    public int Count => _numbers.Count;

    /// <summary>How many values all elements have together.</summary>
    public int Uses { get; private set; }

    /// <summary>The value of a number.</summary>
    public ref readonly Value this[int number] => ref _values[number];

    /// <summary>The numbers of some of the values of all elements, in document order.</summary>
    public ReadOnlySpan<int> Numbers(int first, int end) => _uses.AsSpan(first..end);

    /// <summary>Starts a page.</summary>
    public void Clear()
    {
        _numbers.Clear();
        Uses = 0;
    }

    /// <summary>Adds the value of an attribute of the element that was entered last.</summary>
    public ref readonly Value Add(HtmlDocument document, in AttributeRow attribute)
    {
        ReadOnlySpan<byte> text = document.BytesOf(attribute.Value);
        int before = _numbers.Count, number = _numbers.Of(WordHash.OfEights(Seed ^ (uint)attribute.Name, text));
        if (number == before)
        {
            if (number == _values.Length)
                Array.Resize(ref _values, 2 * number);
            _values[number] = new() { Attribute = attribute.Name, Text = attribute.Value, Signature = SignatureOf(text) };
        }
        if (Uses == _uses.Length)
            Array.Resize(ref _uses, 2 * Uses);
        _uses[Uses++] = number;
        return ref _values[number];
    }

    /// <summary>Only so much of a value with digits is looked at.</summary>
    private const int LongestValue = 512;

    private static uint SignatureOf(ReadOnlySpan<byte> text)
    {
        if (text.IndexOfAnyInRange((byte)'0', (byte)'9') < 0)
            return (uint)WordHash.OfEights(0, text);
        Span<byte> without = stackalloc byte[LongestValue];
        int length = 0;
        foreach (byte b in text[..Math.Min(text.Length, LongestValue)])
        {
            without[length] = b;
            length += b is < (byte)'0' or > (byte)'9' ? 1 : 0;
        }
        return (uint)WordHash.OfEights(0, without[..length]);
    }
}
