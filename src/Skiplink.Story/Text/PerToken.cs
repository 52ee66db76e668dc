namespace Skiplink.Stories.Text;

/// <summary>
/// A value for each token. Outside the text it has the value given for that, so that rules may look at the token before the first and
/// behind the last.
/// </summary>
/// <param name="count">How many tokens the text has.</param>
/// <param name="outside">The value outside the text, and of every token at first.</param>
internal sealed class PerToken<T>(int count, T outside)
{
    private readonly T[] _values = Filled(count, outside);

    /// <summary>The value of a token.</summary>
    public T this[int token]
    {
        get => (uint)token < (uint)_values.Length ? _values[token] : outside;
        set => _values[token] = value;
    }

    private static T[] Filled(int count, T value)
    {
        T[] values = new T[count];
        Array.Fill(values, value);
        return values;
    }
}
