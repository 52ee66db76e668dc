using BenchmarkDotNet.Attributes;
using Skiplink.Features;
using Skiplink.Html;
using Skiplink.Html.Encodings;
using Skiplink.Metadata;
using Skiplink.PageModel;
using Skiplink.Selection;

namespace Skiplink.Benchmarks;

/// <summary>Each stage and each writer, over the pages of <c>samples</c>.</summary>
[MemoryDiagnoser]
[ShortRunJob]
public class StageBenchmarks
{
    private readonly ScoringModel _model = ScoringModel.Default;
    private readonly List<PageStages> _pages = [];
    private readonly PageReader _reader = new();

    /// <summary>What is needed to run each stage alone on one page.</summary>
    private sealed class PageStages
    {
        public required byte[] Page { get; init; }
        public PageDecoder Decoder { get; } = new();
        public HtmlParser Parser { get; } = new();
        public PageDocumentBuilder Builder { get; } = new();
        public FeatureBuilder Features { get; } = new();
        public MetadataReader Metadata { get; } = new();
        public BlockScorer Scorer { get; } = new();
        public BlockSelector Selector { get; } = new();
        public HtmlDocument Document { get; set; } = null!;
        public PageDocument Model { get; set; } = null!;
        public float[] Probabilities { get; set; } = [];
        public SelectionResult Selection { get; set; } = null!;
    }

    /// <summary>Reads the pages and goes through all stages once.</summary>
    [GlobalSetup]
    public void Setup()
    {
        foreach (string file in Directory.EnumerateFiles(Samples(), "*.html").Order(StringComparer.Ordinal))
        {
            PageStages page = new() { Page = File.ReadAllBytes(file) };
            page.Document = page.Parser.Parse(page.Page);
            page.Model = page.Builder.Build(page.Document);
            page.Features.Build(page.Model, _model.Lexicon);
            page.Probabilities = page.Scorer.Score(_model.Html, page.Features).Probabilities.ToArray();
            Select(page);
            _pages.Add(page);
        }
    }

    [Benchmark]
    public int Decode() => Sum(static s => s.Decoder.Decode(s.Page, null).Utf8.Length);

    [Benchmark]
    public int Parse() => Sum(static s => s.Parser.Parse(s.Page).NodeCount);

    [Benchmark]
    public int Model() => Sum(static s =>
    {
        s.Model = s.Builder.Build(s.Document);
        return s.Model.Blocks.Count;
    });

    [Benchmark]
    public int Features() => Sum(s => s.Features.Build(s.Model, _model.Lexicon).Length);

    [Benchmark]
    public int Score() => Sum(s => s.Scorer.Score(_model.Html, s.Features).Probabilities.Length);

    [Benchmark]
    public int Select() => Sum(Select);

    [Benchmark]
    public int Metadata() =>
        Sum(static s => s.Metadata.Read(s.Model, s.Selection, s.Features.Page.TitleBlock, PageKind.Article, null).Authors.Count);

    [Benchmark(Baseline = true)]
    public int WholeJob() => Read(static article => article.Utf8Text.Length);

    [Benchmark]
    public int WholeJobWithMarkdown() => Read(static article => article.Markdown.Length);

    [Benchmark]
    public int WholeJobWithHtml() => Read(static article => article.Html.Length);

    [Benchmark]
    public int WholeJobWithTei() => Read(static article => article.Tei.Length);

    private static int Select(PageStages page)
    {
        page.Selector.FirstCut(page.Model, page.Probabilities);
        page.Selection = page.Selector.Balanced(page.Probabilities, PageKind.Article, page.Features.Page);
        return page.Selection.KeptCount;
    }

    private int Read(Func<Article, int> length) => Sum(s => length(_reader.Read(s.Page)));

    private int Sum(Func<PageStages, int> run)
    {
        int sum = 0;
        foreach (PageStages page in _pages)
            sum += run(page);
        return sum;
    }

    private static string Samples()
    {
        DirectoryInfo? at = new(AppContext.BaseDirectory);
        while (at is not null && !Directory.Exists(Path.Combine(at.FullName, "samples")))
            at = at.Parent;
        return Path.Combine(
            at?.FullName ?? throw new DirectoryNotFoundException("There is no folder samples above the program."), "samples");
    }
}
