using System.Runtime.CompilerServices;
using StoryScore.Gold;

namespace Skiplink.Stories.Tests.Gold;

/// <summary>The annotated stories of tests/story-gold.</summary>
internal static class GoldFolder
{
    private static readonly Lazy<IReadOnlyList<GoldStory>> Loaded = new(() => GoldFile.ReadAll(Root()));

    public static IReadOnlyList<GoldStory> Stories => Loaded.Value;

    private static string Root([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "story-gold"));
}
