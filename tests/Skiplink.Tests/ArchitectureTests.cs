using System.Text.RegularExpressions;
using Xunit;

namespace Skiplink.Tests;

/// <summary>
/// Which folder of src/Skiplink may use which. Data flows one way: text and words, the model of a page, features and what was learnt,
/// selection, metadata and content, output. The public types of the root folder stand at the bottom, since all rooms speak in them; the
/// pipeline stands on top of all.
/// </summary>
public sealed partial class ArchitectureTests
{
    private static readonly string Source = Path.Combine(Repository.Root, "src", "Skiplink");

    /// <summary>For each room, from the lowest to the highest, the rooms that it may use.</summary>
    private static readonly (string Room, string[] Uses)[] Rooms =
    [
        ("Text", []),
        ("Learning", []),
        ("PageModel", ["Text"]),
        ("Addresses", ["PageModel"]),
        ("Vocabulary", ["Text"]),
        ("Metadata.Values", ["Text", "PageModel", "Vocabulary"]),
        ("SavedText", ["Text", "PageModel", "Vocabulary", "Metadata.Values"]),
        ("Features", ["Text", "Learning", "PageModel"]),
        ("Selection", ["Text", "PageModel", "SavedText", "Features"]),
        ("Content", ["Text", "PageModel", "Addresses", "Vocabulary", "Selection"]),
        ("Metadata", ["Text", "PageModel", "Addresses", "Vocabulary", "Metadata.Values", "SavedText", "Selection"]),
        ("Verdicts", ["Text", "PageModel", "Selection"]),
        ("Surroundings", ["Text", "PageModel", "Addresses", "Metadata.Values", "Selection"]),
        ("EmbeddedData", ["PageModel", "SavedText"]),
        ("Writing", ["Text", "Addresses", "Content"]),
        ("Explaining", ["Text", "PageModel", "Features", "Selection"]),
    ];

    /// <summary>The types of the root folder that drive the rooms: no room may know them.</summary>
    [GeneratedRegex(@"\b(PagePipeline|PageReader|Page\.(Read|Explain)\w*)\b")]
    private static partial Regex TopType();

    [Fact]
    public void Rooms_use_only_the_rooms_that_they_may_use()
    {
        IEnumerable<string> faults = Uses()
            .Where(static use => !Rooms.Single(r => r.Room == use.Room).Uses.Contains(use.Used))
            .Select(static use => $"{use.File} uses {use.Used}");
        Assert.Empty(faults.Distinct());
    }

    [Fact]
    public void Every_use_that_is_allowed_is_made_and_goes_down()
    {
        ILookup<string, string> made = Uses().ToLookup(static use => use.Room, static use => use.Used);
        for (int i = 0; i < Rooms.Length; i++)
        {
            Assert.Equal(Rooms[i].Uses.Order(), made[Rooms[i].Room].Distinct().Order());
            Assert.All(Rooms[i].Uses, used => Assert.InRange(Array.FindIndex(Rooms, r => r.Room == used), 0, i - 1));
        }
    }

    [Fact]
    public void No_room_knows_the_pipeline() =>
        Assert.Empty(Files().Where(static f => TopType().IsMatch(f.Code)).Select(static f => $"{f.File}: {TopType().Match(f.Code).Value}"));

    [Fact]
    public void Every_folder_is_a_room() =>
        Assert.Equal(
            Rooms.Select(static r => r.Room).Where(static r => !r.Contains('.', StringComparison.Ordinal)).Order(),
            Directory.GetDirectories(Source)
                .Where(static folder => Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories).Any())
                .Select(static folder => Path.GetFileName(folder)).Order());

    [Fact]
    public void What_is_kept_is_written_in_selection_alone()
    {
        Regex writes = new(@"\.(Keep|KeepRest|Skip|SkipAll)\(\w+(\.\w+)*, .*BlockReason\.");
        Assert.Empty(Files().Where(f => f.Room != "Selection" && writes.IsMatch(f.Code)).Select(static f => f.File));
    }

    private static IEnumerable<(string Room, string File, string Used)> Uses() =>
        from file in Files()
        from match in RoomName().Matches(file.Code)
        let used = RoomOf(match.Groups["room"].Value)
        where used != file.Room && !used.StartsWith("Html", StringComparison.Ordinal)
        select (file.Room, file.File, used);

    /// <summary>The source files of all rooms, comments left out.</summary>
    private static IEnumerable<(string Room, string File, string Code)> Files() =>
        from path in Directory.GetFiles(Source, "*.cs", SearchOption.AllDirectories)
        let file = Path.GetRelativePath(Source, path).Replace('\\', '/')
        where file.Contains('/', StringComparison.Ordinal)
        select (RoomOf(file[..file.LastIndexOf('/')].Replace('/', '.')), file, Comment().Replace(File.ReadAllText(path), ""));

    /// <summary>The room of a namespace: its first part, or its first two where these are a room.</summary>
    private static string RoomOf(string name) =>
        Rooms.Select(static r => r.Room)
            .Where(room => name == room || name.StartsWith(room + ".", StringComparison.Ordinal))
            .MaxBy(static room => room.Length) ?? name;

    [GeneratedRegex(
        @"^using (static )?Skiplink\.(?<room>[\w.]+);|(?<!namespace )\bSkiplink\.(?<room>[A-Z]\w+(\.[A-Z]\w+)?)\.[A-Z]",
        RegexOptions.Multiline)]
    private static partial Regex RoomName();

    [GeneratedRegex(@"^\s*//.*$", RegexOptions.Multiline)]
    private static partial Regex Comment();
}
