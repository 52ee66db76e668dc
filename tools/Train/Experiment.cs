using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Skiplink;
using Skiplink.Features;
using Skiplink.Html.Arena;
using Skiplink.Learning;

namespace Train;

/// <summary>Cross-validation over sites and the final training.</summary>
internal sealed class Experiment(Options options)
{
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private readonly Trainer _trainer = new(options);
    private PreparedPage[] _pages = [];
    private PreparedPage[] _texts = [];
    private LexiconLearner.PageCounts[] _counts = [];
    private RoleLexiconLearner.PageCounts?[] _roleCounts = [];
    private readonly ConcurrentDictionary<uint, Lazy<Lexicon>> _lexicons = [];
    private CrossFit _html = null!;
    private CrossFit _text = null!;

    /// <summary>The pages whose main text is known here.</summary>
    private int[] _scored = [];
    private PageReading[] _readings = [];
    private PageReading[] _textReadings = [];

    public void Prepare()
    {
        IReadOnlyList<LabelledPage> corpus = TrainingPages.Read(options);
        _pages = new PreparedPage[corpus.Count];
        Parallel.For(0, corpus.Count, i => _pages[i] = new(corpus[i], FoldOf(corpus[i].Site)));
        _texts = new PreparedPage[options.Text ? corpus.Count : 0];
        Parallel.For(0, _texts.Length, i => _texts[i] = _pages[i].AsSavedText());
        _scored = [.. Enumerable.Range(0, _pages.Length).Where(i => _pages[i].IsScored)];
        _counts = new LexiconLearner.PageCounts[_pages.Length];
        Parallel.For(0, _pages.Length, i => _counts[i] = LexiconLearner.Count(_pages[i]));
        _roleCounts = new RoleLexiconLearner.PageCounts?[_pages.Length];
        Parallel.For(0, _pages.Length, i => _roleCounts[i] = RoleLexiconLearner.Count(_pages[i]));
        (_html, _text) = (new(_pages, LexiconWithout, _trainer, hasStructure: true),
        new(_texts, LexiconWithout, _trainer, hasStructure: false));
        int taught = _pages.Count(static p => p.IsTaught);
        Say($"{_pages.Length} pages, {_pages.Select(static p => p.Page.Site).Distinct().Count()} sites,"
            + $" {_pages.Sum(static p => p.Blocks.Count)} blocks; {taught} pages taught");
        Report.Scores(
            "ceiling (the labels)", _pages, _scored,
            i => PageScore.OfBlocks(_pages[i].Blocks, b => _pages[i].Labels[b], _pages[i].TruthWords));
    }

    public void CrossValidate()
    {
        _readings = new PageReading[_pages.Length];
        _textReadings = new PageReading[_pages.Length];
        PageKind[] told = new PageKind[_pages.Length];
        RoleScores roles = new();
        Importance? importance = options.Importance ? new() : null;
        using OutOfFoldRows? outOfFold = options.Rows is null ? null : new(options.Rows, _pages[0].Page.Corpus);
        for (int k = 0; k < options.Folds; k++)
        {
            ScoringModel model = options.Reuse ? Load(FoldFile(k)) : TrainWithout(k);
            if (options.Reuse && options.Roles && model.Roles.Roles.Length == 0)
            {
                model = new(model.Lexicon, model.Html, model.Text, model.Kinds, RolesWithout(1u << k));
                Save(model, FoldFile(k));
            }
            if (options.FoldModels is not null && !options.Reuse)
                Save(model, FoldFile(k));
            int[] heldOut = [.. Enumerable.Range(0, _pages.Length).Where(i => _pages[i].Fold == k)];
            importance?.Add(model, heldOut.Select(i => _pages[i]));
            outOfFold?.Write(model, heldOut.Select(i => _pages[i].Page));
            Parallel.ForEach(heldOut, i =>
            {
                _readings[i] = PageReading.Of(_pages[i], model.Lexicon, model.Html, model.Kinds);
                if (options.Text)
                    _textReadings[i] = PageReading.Of(_texts[i], model.Lexicon, model.Text);
                told[i] = _readings[i].Told;
                if (_pages[i].Roles is not null)
                    roles.Add(_pages[i], _readings[i], model);
            });
            Say($"fold {k}: {heldOut.Where(i => _pages[i].IsScored).Average(i => _readings[i].Score.F1):F4}");
        }
        importance?.Print();
        Report.Scores("cut at 0.5", _pages, _scored, i => _readings[i].AtHalf);
        Report.Scores("best cut of each page", _pages, _scored, i => _readings[i].BestCut);
        Report.Scores("precision mode", _pages, _scored, i => _readings[i].Precise);
        Report.Scores("recall mode", _pages, _scored, i => _readings[i].Complete);
        Report.Scores("out of fold", _pages, _scored, i => _readings[i].Score);
        if (options.Text)
            Report.Scores("saved text", _pages, _scored, i => _textReadings[i].Score);
        roles.Print();
        Report.Kinds(_pages, _readings, told);
        Report.Calibration(_pages, _readings, options.Plot);
    }

    /// <summary>Trains on every page and writes the model. What confidence means was learnt out of fold before.</summary>
    public void Ship(string path)
    {
        ScoringModel.Part html = _html.PartWithout(0, CalibrationOf(_readings)), text = _text.PartWithout(0, CalibrationOf(_textReadings));
        Save(new(LexiconWithout(0), html, text, Trainer.Kinds(Readings([.. _pages.Where(static p => p.IsScored)], html, 0)),
            RolesWithout(0)), path);
        Say($"{path}: {new FileInfo(path).Length} bytes");
    }

    private Calibration CalibrationOf(PageReading[] readings) =>
        readings.Length == 0 ? Calibration.None : Calibration.Learn([.. _scored.Select(i => (readings[i].Promised, readings[i].Score.F1))]);

    /// <summary>A model that has not seen one fold.</summary>
    private ScoringModel TrainWithout(int k)
    {
        uint fold = 1u << k;
        ScoringModel.Part html = _html.PartWithout(fold, Calibration.None), text = options.Text ? _text.PartWithout(fold, Calibration.None)
            : html;
        return new(
            LexiconWithout(fold), html, text, Trainer.Kinds(Readings([.. _pages.Where(p => p.Fold != k && p.IsScored)], html, fold)),
                RolesWithout(fold));
    }

    private RoleModel RolesWithout(uint folds) => !options.Roles ? new([]) : Trainer.Roles(
        _pages.Where(p => (folds & CrossFit.BitOf(p)) == 0), p => LexiconWithout(folds | CrossFit.BitOf(p)));

    /// <summary>What a model makes of pages, each seen with words that were learnt without its own fold and without some others.</summary>
    private PageReading[] Readings(PreparedPage[] pages, ScoringModel.Part model, uint folds) =>
        [.. pages.Select(p => (Page: p, Lexicon: LexiconWithout(folds | CrossFit.BitOf(p)))).ToArray().AsParallel().AsOrdered()
            .Select(p => PageReading.Of(p.Page, p.Lexicon, model))];

    /// <summary>The words learnt from all pages but those of some folds.</summary>
    private Lexicon LexiconWithout(uint folds) => _lexicons.GetOrAdd(folds, _ => new(() =>
        LexiconLearner.Learn(
            Enumerable.Range(0, _pages.Length).Where(i => _pages[i].IsTaught && (folds & CrossFit.BitOf(_pages[i])) == 0)
            .Select(i => _counts[i]),
            RoleLexiconLearner.Learn(
                Enumerable.Range(0, _pages.Length).Where(i => (folds & CrossFit.BitOf(_pages[i])) == 0).Select(i => _roleCounts[i])
                .OfType<RoleLexiconLearner.PageCounts>(), options),
            options))).Value;

    private int FoldOf(string site)
    {
        uint hash = Fnv1a.Basis;
        foreach (char c in site)
            hash = Fnv1a.Combine(hash, c);
        hash ^= hash >> 15;
        return (int)(hash * 0x9E3779B1 >> 8) % Math.Max(2, options.Folds);
    }

    private string FoldFile(int k) => Path.Combine(options.FoldModels!, string.Create(CultureInfo.InvariantCulture, $"{k}.bin"));

    private static void Save(ScoringModel model, string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        using BinaryWriter writer = new(File.Create(path));
        model.Write(writer);
    }

    private static ScoringModel Load(string path)
    {
        using BinaryReader reader = new(File.OpenRead(path));
        return ScoringModel.Read(reader);
    }

    private void Say(string line) => Console.WriteLine($"[{_clock.Elapsed.TotalSeconds,5:F0} s] {line}");
}
