using Skiplink.Html;
using Skiplink.Html.Arena;
using Skiplink.Text;

namespace Skiplink.PageModel;

/// <summary>
/// Interns the values of <c>class</c>, <c>id</c>, <c>role</c> and <c>itemprop</c> on a page, and holds which elements have them: pages
/// repeat a few classes a thousand times, and whatever is made of a value is made once.
/// </summary>
internal sealed class AttributeInterner
{
    private readonly DenseIdMap _ids = new(minBits: 10);
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
    public int Count => _ids.Count;

    /// <summary>How many values all elements have together.</summary>
    public int UseCount { get; private set; }

    /// <summary>The value of an id.</summary>
    public ref readonly Value this[int id] => ref _values[id];

    /// <summary>The ids of some of the values of all elements, in document order.</summary>
    public ReadOnlySpan<int> Uses(int first, int end) => _uses.AsSpan(first..end);

    /// <summary>Starts a page.</summary>
    public void Clear()
    {
        _ids.Clear();
        UseCount = 0;
    }

    /// <summary>Adds the value of an attribute of the element that was entered last.</summary>
    public ref readonly Value Add(in PageBytes page, in AttributeRow attribute)
    {
        ReadOnlySpan<byte> memory = page.From(attribute.ValueStart);
        int before = _ids.Count, id = _ids.GetOrAdd(BytesHash.Secret.Of(memory[..attribute.ValueLength]) + ((ulong)attribute.Name << 32));
        if (id == before)
            AddNew(id, attribute, memory);
        if (UseCount == _uses.Length)
            Array.Resize(ref _uses, 2 * UseCount);
        _uses[UseCount++] = id;
        return ref _values[id];
    }

    private void AddNew(int id, in AttributeRow attribute, ReadOnlySpan<byte> memory)
    {
        if (id == _values.Length)
            Array.Resize(ref _values, 2 * id);
        ref Value value = ref _values[id];
        value.Attribute = attribute.Name;
        value.Text = attribute.Value;
        value.Signature = attribute.Name == HtmlNames.Class ? SignatureOf(memory, attribute.ValueLength) : 0;
    }

    /// <summary>Only so much of a value with digits is looked at.</summary>
    private const int MaxValue = 512;

    private readonly byte[] _withoutDigits = new byte[MaxValue];

    private uint SignatureOf(ReadOnlySpan<byte> memory, int length)
    {
        if (!Digits.Any(memory[..length]))
            return (uint)BytesHash.Fixed.Of(memory[..length]);
        int left = Digits.Remove(memory[..Math.Min(length, MaxValue)], _withoutDigits);
        return (uint)BytesHash.Fixed.Of(_withoutDigits.AsSpan(0, left));
    }
}
