using Skiplink.Html;
using Skiplink.Html.Arena;
using Skiplink.Text;

namespace Skiplink.PageModel;

/// <summary>
/// The values of <c>class</c>, <c>id</c>, <c>role</c> and <c>itemprop</c> on a page, each of them once, and which elements have them: pages repeat a few classes a thousand times,
/// and whatever is made of a value is made once.
/// </summary>
internal sealed class MarkupValues
{
    private readonly KeyNumbers _numbers = new(fewestBits: 10);
    private Value[] _values = new Value[256];
    private int[] _uses = new int[1024];

    /// <summary>One value of one attribute.</summary>
    public struct Value
    {
        public int Attribute;
        public Utf8Slice Text;

        /// <summary>Of a class, a hash of all its bytes but digits: item-17 and item-18 are alike.</summary>
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
    public ref readonly Value Add(in PageBytes page, in AttributeRow attribute)
    {
        ReadOnlySpan<byte> memory = page.From(attribute.ValueStart);
        int before = _numbers.Count, number = _numbers.Of(BytesHash.Secret.Of(memory, attribute.ValueLength) + ((ulong)attribute.Name << 32));
        if (number == before)
            AddNew(number, attribute, memory);
        if (Uses == _uses.Length)
            Array.Resize(ref _uses, 2 * Uses);
        _uses[Uses++] = number;
        return ref _values[number];
    }

    private void AddNew(int number, in AttributeRow attribute, ReadOnlySpan<byte> memory)
    {
        if (number == _values.Length)
            Array.Resize(ref _values, 2 * number);
        ref Value value = ref _values[number];
        value.Attribute = attribute.Name;
        value.Text = attribute.Value;
        value.Signature = attribute.Name == HtmlNames.Class ? SignatureOf(memory, attribute.ValueLength) : 0;
    }

    /// <summary>Only so much of a value with digits is looked at.</summary>
    private const int LongestValue = 512;

    private readonly byte[] _withoutDigits = new byte[LongestValue + BytesHash.BytesLoaded];

    private uint SignatureOf(ReadOnlySpan<byte> memory, int length)
    {
        if (!Digits.StandIn(memory, length))
            return (uint)BytesHash.Fixed.Of(memory, length);
        int left = Digits.Remove(memory, Math.Min(length, LongestValue), _withoutDigits);
        return (uint)BytesHash.Fixed.Of(_withoutDigits, left);
    }
}
