using System.Globalization;
using System.Text.RegularExpressions;

namespace Label;

/// <summary>Reads roles by ranges of blocks: <c>0-5 n, 6 t, 7 b, 8-20 m</c>. Blocks that no range names are navigation.</summary>
internal static partial class RoleRanges
{
    [GeneratedRegex(@"^(\d+)(?:-(\d+))?\s*([a-z?])$")]
    private static partial Regex Range();

    /// <summary>The letters of a page's blocks; throws with a message that names the range.</summary>
    public static string Read(string ranges, int blocks)
    {
        char[] letters = new char[blocks];
        Array.Fill(letters, RoleCode.Of(Skiplink.BlockRole.Navigation));
        foreach (string part in ranges.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            Match match = Range().Match(part);
            if (!match.Success || !RoleCode.IsKnown(match.Groups[3].Value[0]))
                throw new FormatException($"\"{part}\" is no range of blocks with a role, as in \"3-7 m\".");
            int first = int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture);
            int last = match.Groups[2].Success ? int.Parse(match.Groups[2].ValueSpan, CultureInfo.InvariantCulture) : first;
            if (last < first || last >= blocks)
                throw new FormatException($"\"{part}\": the page has blocks 0 to {blocks - 1}.");
            letters.AsSpan(first..(last + 1)).Fill(match.Groups[3].Value[0]);
        }
        return new(letters);
    }
}
