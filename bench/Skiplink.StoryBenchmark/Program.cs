using System.Diagnostics;
using System.Text;
using Skiplink.Stories;

// dotnet run -c Release --project bench/Skiplink.StoryBenchmark -- [FOLDER]
// Stories of 5 KB a second of one core, by CPU time: the median of the rounds. The stories are those of tests/story-gold, joined and cut to
// size at a paragraph.
const int Size = 5 * 1024;
const int Rounds = 9;
string folder = args.Length > 0 ? args[0] : Path.Combine(Directory.GetCurrentDirectory(), "tests", "story-gold", "en");
StoryInput[] stories = [.. Stories(folder)];
if (stories.Length == 0)
{
    Console.Error.WriteLine($"no stories in {folder}");
    return 1;
}
double bytes = stories.Sum(static s => Encoding.UTF8.GetByteCount(s.Text));
List<double> rates = [];
for (int round = -3; round < Rounds; round++)
{
    TimeSpan before = Process.GetCurrentProcess().TotalProcessorTime;
    int read = 0, quotes = 0;
    while (Process.GetCurrentProcess().TotalProcessorTime - before < TimeSpan.FromMilliseconds(400))
    {
        foreach (StoryInput story in stories)
            quotes += Story.Read(story).Quotes.Count;
        read++;
    }
    double seconds = (Process.GetCurrentProcess().TotalProcessorTime - before).TotalSeconds;
    if (round >= 0)
        rates.Add(bytes * read / seconds / Size);
    else if (round == -1)
        Console.WriteLine($"{stories.Length} stories, {bytes / stories.Length / 1024:0.0} KB each, {quotes / read} quotes");
}
rates.Sort();
Console.WriteLine($"{rates[Rounds / 2]:0} stories of 5 KB a second of CPU time (rounds {rates[0]:0} to {rates[^1]:0})");
return 0;

static IEnumerable<StoryInput> Stories(string folder)
{
    StringBuilder text = new();
    foreach (string file in Directory.EnumerateFiles(folder, "*.txt").Order(StringComparer.Ordinal))
    {
        string[] parts = File.ReadAllText(file).Split("\n----\n");
        if (parts.Length < 2)
            continue;
        foreach (string paragraph in parts[1].Split("\n\n"))
        {
            text.Append(paragraph).Append("\n\n");
            if (text.Length < Size - 200)
                continue;
            yield return new() { Text = text.ToString(), Published = "2019-04-25", Language = "en" };
            text.Clear();
        }
    }
}
