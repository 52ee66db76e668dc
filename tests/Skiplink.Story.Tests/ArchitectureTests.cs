using System.Text.RegularExpressions;
using Xunit;

namespace Skiplink.Stories.Tests;

/// <summary>
/// Which folder of src/Skiplink.Story may use which: from words to tokens, times, names and quotes, with the public values below and the
/// reader of
/// the whole on top.
/// </summary>
public sealed partial class ArchitectureTests
{
    private static readonly string Source = Repository.Folder("src/Skiplink.Story");

    /// <summary>For each room, from the lowest to the highest, the rooms that it uses. Every room may use the values of Model.</summary>
    private static readonly (string Room, string[] Uses)[] Rooms =
    [
        ("Model", []),
        ("Lexicon", []),
        ("Text", ["Lexicon"]),
        ("Times", ["Lexicon", "Text"]),
        ("Captions", ["Lexicon", "Text", "Times"]),
        ("Datelines", ["Lexicon", "Text", "Times"]),
        ("Entities", ["Lexicon", "Text", "Times"]),
        ("Quotes", ["Entities", "Lexicon", "Text", "Times"]),
        ("Timeline", ["Lexicon", "Text", "Times"]),
        ("Json", []),
        ("Writing", []),
        ("", ["Captions", "Datelines", "Entities", "Lexicon", "Quotes", "Text", "Timeline", "Times"]),
    ];

    [Fact]
    public void Rooms_use_the_rooms_below_them_and_no_others()
    {
        ILookup<string, string> made = Files()
            .SelectMany(static f => RoomName().Matches(f.Code).Select(m => (f.Room, Used: m.Groups["room"].Value)))
            .Where(static use => use.Room != use.Used).ToLookup(static use => use.Room, static use => use.Used);
        for (int i = 0; i < Rooms.Length; i++)
        {
            Assert.Equal(Rooms[i].Uses.Order(StringComparer.Ordinal), made[Rooms[i].Room].Distinct().Order(StringComparer.Ordinal));
            Assert.All(Rooms[i].Uses, used => Assert.InRange(Array.FindIndex(Rooms, r => r.Room == used), 0, i - 1));
        }
    }

    [Fact]
    public void No_room_knows_the_reader_of_the_whole()
    {
        IEnumerable<string> faults = Files().Where(static f => f.Room.Length > 0 && TopType().IsMatch(f.Code)).Select(static f => f.File);
        Assert.Empty(faults);
    }

    [Fact]
    public void Every_folder_is_a_room()
    {
        IEnumerable<string> folders = Directory.GetDirectories(Source).Select(static f => Path.GetFileName(f))
            .Where(static f => f is not ("bin" or "obj"));
        Assert.Equal(Rooms.Select(static r => r.Room).Where(static r => r.Length > 0).Order(StringComparer.Ordinal),
            folders.Order(StringComparer.Ordinal));
    }

    private static IEnumerable<(string Room, string File, string Code)> Files() =>
        Directory.EnumerateFiles(Source, "*.cs", SearchOption.AllDirectories)
            .Select(static file => Path.GetRelativePath(Source, file))
            .Where(static file => !file.StartsWith("obj", StringComparison.Ordinal) && !file.StartsWith("bin", StringComparison.Ordinal))
            .Select(static file => (Path.GetDirectoryName(file)!, file, File.ReadAllText(Path.Combine(Source, file))));

    [GeneratedRegex(@"Skiplink\.Stories\.(?<room>[A-Z]\w+)")]
    private static partial Regex RoomName();

    [GeneratedRegex(@"\b(StoryReader|StoryParts)\b|\bStory\.Read\(")]
    private static partial Regex TopType();
}
