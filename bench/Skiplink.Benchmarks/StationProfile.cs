using System.Diagnostics;
using System.Globalization;
using System.Text;
using Skiplink.Blocks;
using Skiplink.Content;
using Skiplink.Html;
using Skiplink.Metadata;
using Skiplink.Scoring;
using Skiplink.Writing;

namespace Skiplink.Benchmarks;

/// <summary>
/// Sends pages through the stations of the whole job one after the other, as <see cref="PageReader"/> does, with a clock between the stations, and prints what each
/// takes. A page's figure is the least of all rounds, which is what it takes when nobody else is on the machine.
/// </summary>
internal static class StationProfile
{
    private static readonly string[] Names = ["validate", "decode", "tokenize and build the tree", "blocks", "features", "trees", "selection", "metadata", "kind and title", "walk and text"];

    public static int Run(Page[] pages, int rounds)
    {
        long[][] least = [.. pages.Select(static _ => Enumerable.Repeat(long.MaxValue, Names.Length).ToArray())];
        Stations stations = new();
        long blocks = 0, rows = 0;
        for (int round = -2; round < rounds; round++)
        {
            for (int p = 0; p < pages.Length; p++)
            {
                stations.Read(pages[p].Bytes);
                if (round < 0)
                    continue;
                for (int s = 0; s < Names.Length; s++)
                    least[p][s] = Math.Min(least[p][s], stations.Ticks[s]);
                blocks += round == 0 ? stations.Blocks : 0;
                rows += round == 0 ? stations.Elements : 0;
            }
        }
        double bytes = pages.Sum(static p => (double)p.Bytes.Length), nanoseconds = 1e9 / Stopwatch.Frequency;
        double all = least.Sum(static l => l.Sum()) * nanoseconds;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{pages.Length} pages, {bytes / 1e6:F1} MB, {blocks / (double)pages.Length:F0} blocks and {rows / (double)pages.Length:F0} elements a page; the least of {rounds} rounds for each page."));
        Console.WriteLine();
        Console.WriteLine("| station | share | ns a byte | µs a page |");
        Console.WriteLine("|---|---|---|---|");
        for (int s = 0; s < Names.Length; s++)
        {
            double time = least.Sum(l => l[s]) * nanoseconds;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {Names[s]} | {time / all:P1} | {time / bytes:F3} | {time / pages.Length / 1000:F1} |"));
        }
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| all | | {all / bytes:F3} | {all / pages.Length / 1000:F1} |"));
        return 0;
    }

    /// <summary>What <see cref="PageReader"/> has and does, with a clock.</summary>
    private sealed class Stations
    {
        private readonly ScoringModel _model = ScoringModel.Default;
        private readonly HtmlParser _parser = new();
        private readonly Html.Encodings.PageDecoder _decoder = new();
        private readonly BlockTable _blocks = new();
        private readonly BlockBuilder _blockBuilder = new();
        private readonly FeatureBuilder _features = new();
        private readonly float[] _kindFeatures = new float[KindModel.FeatureCount];
        private readonly BlockScorer _scorer = new();
        private readonly Selection _selection = new();
        private readonly ContentWalk _walk = new();
        private readonly ContentWriter _writer = new();
        private int _station;
        private long _since;

        public long[] Ticks { get; } = new long[Names.Length];

        public int Blocks => _blocks.Count;

        public int Elements => _blocks.Elements.Count;

        public void Read(byte[] page)
        {
            _station = 0;
            _since = Stopwatch.GetTimestamp();
            string? encoding = PageReader.SavedEncoding(page);
            Next();
            ReadOnlyMemory<byte> utf8 = _decoder.Decode(page, encoding).Utf8;
            Next();
            HtmlDocument document = _parser.ParseUtf8(utf8);
            Next();
            _blockBuilder.Build(document, _blocks);
            Next();
            Span<float> features = _features.Build(document, _blocks, _model.Lexicon);
            Next();
            _scorer.Score(_model.Html, features, _blocks);
            Next();
            double promised = _selection.Select(_blocks, Selection.Balanced);
            Next();
            PageMetadata metadata = MetadataReader.Read(document, _blocks, _features.Page.TitleBlock, null);
            Next();
            KindModel.Fill(_features.Page, _blocks, _features.Values, promised, _kindFeatures);
            _model.Kinds.Tell(_kindFeatures);
            TitleMatter.Skip(document, _blocks, _features.Page.TitleBlock, metadata);
            Next();
            _writer.Write(_walk.Run(document, _blocks, new(document, null)), metadata, new());
            Next();
        }

        private void Next()
        {
            long now = Stopwatch.GetTimestamp();
            Ticks[_station++] = now - _since;
            _since = now;
        }
    }
}
