using System.Globalization;
using Skiplink.Addresses;
using Skiplink.Content;
using Skiplink.Features;
using Skiplink.Html;
using Skiplink.Html.Arena;
using Skiplink.PageModel;
using Skiplink.Selection;
using Skiplink.Writing;

namespace Skiplink.Comparison;

/// <summary>
/// What the content walk and the Markdown writer take, as a share of parsing the same page, in CPU time of the process. Each part of each
/// page runs several times in a row, one part after the other, so that whatever else the machine does falls on all of them alike.
/// </summary>
internal static class ContentShare
{
    private const int WarmUp = 400;

    private static int _rounds;

    public static void Run(LoadedPage[] pages, int rounds)
    {
        _rounds = rounds;
        HtmlParser parser = new();
        PagePipeline pipeline = new(ScoringModel.Default);
        ContentReader content = new();
        ByteBuffer output = new();
        WriteOptions options = new(Images: true, Links: true, Tables: true);
        long parsing = 0, walking = 0, writing = 0, bytes = 0, written = 0, allocated = 0, seen = 0;
        // Code is compiled anew once it has run often: the first pages count for nothing.
        foreach (LoadedPage page in (IEnumerable<LoadedPage>)[.. pages.Take(WarmUp), .. pages])
        {
            if (++seen == Math.Min(WarmUp, pages.Length) + 1)
                parsing = walking = writing = bytes = written = allocated = 0;
            parsing += Time(rounds, () => parser.Parse(page.Bytes));
            (PageDocument model, SelectionResult selection) = pipeline.Select(page.Bytes);
            UrlResolver urls = new(model.Head, new Uri("https://example.org/a/page.html"));
            SelectionDraft draft = new();
            ContentTape tape = Walk();
            Write();
            long before = GC.GetAllocatedBytesForCurrentThread();
            Walk();
            Write();
            allocated += GC.GetAllocatedBytesForCurrentThread() - before;
            walking += Time(rounds, () => Walk());
            writing += Time(rounds, Write);
            bytes += page.Bytes.Length;
            written += output.Count;

            ContentTape Walk()
            {
                draft.Start(selection);
                return content.Read(PagePipeline.Finish(draft, model, content), urls);
            }

            void Write()
            {
                output.Clear();
                MarkdownWriter markdown = new(output, options, tape.HasMath);
                tape.Replay(ref markdown);
            }
        }
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{pages.Length} pages, {bytes / 1e6:F1} MB of HTML, {written / 1e6:F1} MB of Markdown, {rounds} times each."));
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"parse {Milliseconds(parsing):F0} ms, walk {Milliseconds(walking):F1} ms ({walking / (double)parsing:P1} of the parse), "
                + $"Markdown {Milliseconds(writing):F1} ms ({writing / (double)parsing:P1})"));
        Console.WriteLine($"{allocated / pages.Length} bytes allocated per page by walk and Markdown together");
    }

    private static double Milliseconds(long ticks) => ticks / (double)TimeSpan.TicksPerMillisecond / _rounds;

    private static long Time(int rounds, Action job)
    {
        TimeSpan start = Environment.CpuUsage.TotalTime;
        for (int i = 0; i < rounds; i++)
            job();
        return (Environment.CpuUsage.TotalTime - start).Ticks;
    }
}
