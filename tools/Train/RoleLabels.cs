using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Skiplink.PageModel;

namespace Train;

/// <summary>The roles of a page's blocks, as somebody who read the page wrote them down. Holds no text of the page.</summary>
/// <param name="Key">The page: the name of its file without extensions.</param>
/// <param name="Kind">The kind of page, as the labeller sees it.</param>
/// <param name="Roles">A letter for each block (docs/roles.md); <c>?</c> for one that could not be decided.</param>
/// <param name="Hashes">Four hexadecimal digits for each block: the upper half of the hash of its text.</param>
internal sealed record RoleLabels(
    [property: JsonPropertyName("key")] string Key,
    [property: JsonPropertyName("kind")] string Kind,
    [property: JsonPropertyName("roles")] string Roles,
    [property: JsonPropertyName("hashes")] string Hashes)
{
    /// <summary>The letters of the roles, in the order of <see cref="Skiplink.BlockRole"/>.</summary>
    public const string Letters = "omtbsckrpanxh";

    /// <summary>A block whose role could not be decided.</summary>
    public const char Undecided = '?';

    /// <summary>The hash of a block's text as labels hold it.</summary>
    public static string HashOf(BlockTable blocks, int block) =>
        (blocks[block].TextHash >> 16).ToString("x4", CultureInfo.InvariantCulture);

    /// <summary>The hashes of all blocks of a page.</summary>
    public static string HashesOf(BlockTable blocks) =>
        string.Concat(Enumerable.Range(0, blocks.Count).Select(b => HashOf(blocks, b)));

    /// <summary>
    /// The letter of each block of the page as it is cut today. Where the cutting has changed since the page was labelled, blocks are
    /// matched in order by their hashes, and those without a match are undecided.
    /// </summary>
    public char[] For(BlockTable blocks)
    {
        char[] letters = new char[blocks.Count];
        Array.Fill(letters, Undecided);
        int from = 0;
        for (int b = 0; b < letters.Length; b++)
        {
            int found = Find(HashOf(blocks, b), from);
            if (found < 0)
                continue;
            letters[b] = Roles[found];
            from = found + 1;
        }
        return letters;
    }

    private int Find(string hash, int from)
    {
        const int MaxSkipped = 20;
        int end = Math.Min(Roles.Length, from + MaxSkipped);
        for (int i = from; i < end; i++)
        {
            if (Hashes.AsSpan(4 * i, 4).SequenceEqual(hash))
                return i;
        }
        return -1;
    }

    /// <summary>Reads a file of labels, a page a line.</summary>
    public static IEnumerable<RoleLabels> Read(string path) =>
        File.ReadLines(path).Where(static l => l.Length > 0).Select(static l => JsonSerializer.Deserialize<RoleLabels>(l)!);
}
