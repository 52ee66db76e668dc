using System.Globalization;
using System.IO.Hashing;
using System.Text;

namespace Skiplink.Cli.Bulk.Inputs;

/// <summary>
/// One of several parts of the inputs, for one of several machines: those whose hash falls to it, whatever the others are.
/// </summary>
/// <param name="Number">The part, from 0.</param>
/// <param name="Count">How many parts there are.</param>
internal readonly record struct Shard(int Number, int Count)
{
    /// <summary>All inputs.</summary>
    public static Shard All => new(0, 1);

    /// <summary>Reads <c>I/N</c> with I from 0 to N-1; null when it is not of that form.</summary>
    public static Shard? Parse(string text)
    {
        string[] parts = text.Split('/');
        return parts.Length == 2
            && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out int number)
            && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out int count)
            && number < count ? new(number, count) : null;
    }

    /// <summary>Whether an input falls to this part.</summary>
    public bool Has(BulkInput input)
    {
        if (Count == 1)
            return true;
        string key = input.Entry is { } entry ? $"{input.Path}:{entry.Offset}" : input.Path;
        return XxHash64.HashToUInt64(Encoding.UTF8.GetBytes(key)) % (uint)Count == (uint)Number;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Number}/{Count}");
}
