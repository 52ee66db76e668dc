using System.Text.RegularExpressions;
using Xunit;

namespace Skiplink.Html.Tests;

/// <summary>
/// Which folder of src/Skiplink.Html may use which: data flows from bytes to tokens to the tree, and public types stand on top.
/// </summary>
public sealed partial class ArchitectureTests
{
    private static readonly string Source = Path.Combine(Repository.Root, "src", "Skiplink.Html");

    /// <summary>For each room, from the lowest to the highest, the rooms that it may use.</summary>
    private static readonly (string Room, string[] Uses)[] Rooms =
    [
        ("Arena", []),
        ("Encodings", []),
        ("Names", ["Arena"]),
        ("Scanning", ["Arena", "Names"]),
        ("References", ["Arena", "Scanning"]),
        ("Tokenizing", ["Arena", "Names", "Scanning", "References"]),
        ("TreeBuilding", ["Arena", "Names", "References", "Tokenizing"]),
        ("", ["Arena", "Encodings", "Names", "References", "Tokenizing", "TreeBuilding"]),
    ];

    /// <summary>The types of the root folder, which no room may know.</summary>
    private static readonly string[] TopTypes = ["HtmlDocument", "HtmlParser", "HtmlParseOptions", "HtmlNode", "HtmlAttribute"];

    [Fact]
    public void Rooms_use_only_the_rooms_below_them()
    {
        List<string> faults = [];
        foreach ((string room, string file, string code) in Files())
        {
            string[] allowed = Rooms.Single(r => r.Room == room).Uses;
            // A using directive, or a name that is qualified by a room.
            foreach (Match match in RoomName().Matches(code))
            {
                string used = match.Groups["room"].Value;
                if (used != room && !allowed.Contains(used))
                    faults.Add($"{file} uses {used}");
            }
        }
        Assert.Empty(faults);
    }

    [Fact]
    public void No_room_knows_the_document_or_the_parser()
    {
        Regex topTypes = new($@"\b({string.Join('|', TopTypes)})\b");
        IEnumerable<string> faults = Files()
            .Where(f => f.Room.Length > 0 && topTypes.IsMatch(f.Code))
            .Select(f => $"{f.File}: {topTypes.Match(f.Code).Value}");
        Assert.Empty(faults);
    }

    [Fact]
    public void Every_use_that_is_allowed_is_made_and_none_goes_both_ways()
    {
        ILookup<string, string> made = Files()
            .SelectMany(static f => RoomName().Matches(f.Code).Select(m => (f.Room, Used: m.Groups["room"].Value)))
            .ToLookup(static use => use.Room, static use => use.Used);
        for (int i = 0; i < Rooms.Length; i++)
        {
            foreach (string used in Rooms[i].Uses)
            {
                Assert.Contains(used, made[Rooms[i].Room]);
                Assert.InRange(Array.FindIndex(Rooms, r => r.Room == used), 0, i - 1);
            }
        }
    }

    [Fact]
    public void Every_folder_is_a_room()
    {
        IEnumerable<string> folders = Directory.GetDirectories(Source).Select(static f => Path.GetFileName(f))
            .Where(static f => f is not ("bin" or "obj"));
        Assert.Equal(Rooms.Select(static r => r.Room).Where(static r => r.Length > 0).Order(), folders.Order());
    }

    /// <summary>The source files with their rooms, comments left out.</summary>
    private static IEnumerable<(string Room, string File, string Code)> Files()
    {
        foreach (string path in Directory.GetFiles(Source, "*.cs", SearchOption.AllDirectories))
        {
            string file = Path.GetRelativePath(Source, path).Replace('\\', '/');
            string room = file.Contains('/', StringComparison.Ordinal) ? file[..file.IndexOf('/', StringComparison.Ordinal)] : "";
            if (room is not ("bin" or "obj"))
                yield return (room, file, Comment().Replace(File.ReadAllText(path), ""));
        }
    }

    [GeneratedRegex(
        @"^using Skiplink\.Html\.(?<room>\w+);"
            + @"|(?<!namespace Skiplink\.Html\.)\b(?<room>Arena|Encodings|Names|Scanning|References|Tokenizing|TreeBuilding)\.[A-Z]",
        RegexOptions.Multiline)]
    private static partial Regex RoomName();

    [GeneratedRegex(@"^\s*//.*$", RegexOptions.Multiline)]
    private static partial Regex Comment();
}
