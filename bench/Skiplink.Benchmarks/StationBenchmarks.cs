using BenchmarkDotNet.Attributes;
using Skiplink.Features;
using Skiplink.Html;
using Skiplink.Html.Encodings;
using Skiplink.Learning;
using Skiplink.Metadata;
using Skiplink.PageModel;
using Skiplink.Selection;

namespace Skiplink.Benchmarks;

/// <summary>Each station of the way and each writer, over the pages of <c>samples</c>.</summary>
[MemoryDiagnoser]
[ShortRunJob]
public class StationBenchmarks
{
    private readonly ScoringModel _model = ScoringModel.Default;
    private readonly List<Station> _stations = [];
    private readonly PageReader _reader = new();

    /// <summary>What is needed to run each station alone on one page.</summary>
    private sealed class Station
    {
        public required byte[] Page { get; init; }
        public PageDecoder Decoder { get; } = new();
        public HtmlParser Parser { get; } = new();
        public BlockTable Blocks { get; } = new();
        public BlockBuilder Builder { get; } = new();
        public FeatureBuilder Features { get; } = new();
        public MetadataReader Metadata { get; } = new();
        public BlockScorer Scorer { get; } = new();
        public BlockSelector Selection { get; } = new();
        public HtmlDocument Document { get; set; } = null!;
    }

    /// <summary>Reads the pages and goes through all stations once.</summary>
    [GlobalSetup]
    public void Setup()
    {
        foreach (string file in Directory.EnumerateFiles(Samples(), "*.html").Order(StringComparer.Ordinal))
        {
            Station station = new() { Page = File.ReadAllBytes(file) };
            station.Document = station.Parser.Parse(station.Page);
            station.Builder.Build(station.Document, station.Blocks);
            station.Scorer.Score(_model.Html, station.Features.Build(station.Document, station.Blocks, _model.Lexicon), station.Blocks);
            station.Selection.Select(station.Blocks, BlockSelector.Balanced);
            _stations.Add(station);
        }
    }

    [Benchmark]
    public int Decode() => Sum(static s => s.Decoder.Decode(s.Page, null).Utf8.Length);

    [Benchmark]
    public int Parse() => Sum(static s => s.Parser.Parse(s.Page).NodeCount);

    [Benchmark]
    public int Blocks() => Sum(static s =>
    {
        s.Builder.Build(s.Document, s.Blocks);
        return s.Blocks.Count;
    });

    [Benchmark]
    public int Features() => Sum(s => s.Features.Build(s.Document, s.Blocks, _model.Lexicon).Length);

    [Benchmark]
    public int Model() => Sum(s =>
    {
        s.Scorer.Score(_model.Html, s.Features, s.Blocks);
        return s.Blocks.Count;
    });

    [Benchmark]
    public int Select() => Sum(static s => (int)s.Selection.Select(s.Blocks, BlockSelector.Balanced));

    [Benchmark]
    public int Metadata() => Sum(static s => s.Metadata.Read(s.Document, s.Blocks, s.Features.Page.TitleBlock, PageKind.Article, null).Authors.Count);

    [Benchmark(Baseline = true)]
    public int WholeJob() => Read(ArticleFormats.Text);

    [Benchmark]
    public int WholeJobWithMarkdown() => Read(ArticleFormats.Markdown);

    [Benchmark]
    public int WholeJobWithHtml() => Read(ArticleFormats.Html);

    [Benchmark]
    public int WholeJobWithTei() => Read(ArticleFormats.Tei);

    private int Read(ArticleFormats formats)
    {
        ReadOptions options = new() { Formats = formats };
        return Sum(s => _reader.Read(s.Page, options).Utf8Text.Length);
    }

    private int Sum(Func<Station, int> run)
    {
        int sum = 0;
        foreach (Station station in _stations)
            sum += run(station);
        return sum;
    }

    private static string Samples()
    {
        DirectoryInfo? at = new(AppContext.BaseDirectory);
        while (at is not null && !Directory.Exists(Path.Combine(at.FullName, "samples")))
            at = at.Parent;
        return Path.Combine(at?.FullName ?? throw new DirectoryNotFoundException("There is no folder samples above the program."), "samples");
    }
}
