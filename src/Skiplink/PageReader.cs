using Skiplink.Features;
using Skiplink.Html;

namespace Skiplink;

/// <summary>
/// Reads pages one after the other into the same memory, which is the fastest way to read many. A reader reads one page at a time: give
/// each thread its own.
/// </summary>
/// <remarks>
/// Between pages a reader holds the memory that its pages needed, at most about 32 MB; what a larger page needed is given back at its end.
/// </remarks>
public sealed class PageReader
{
    /// <summary>
    /// How many bytes a page and what was allocated for it may have if the pipeline is to be kept. An ordinary page needs less than a
    /// tenth.
    /// </summary>
    private const long MaxKept = 32 << 20;

    private readonly ScoringModel _model;
    private ExclusiveUse _use;

    /// <summary>The memory that pages are read into; null before the first page, after a huge page and after an exception.</summary>
    private PagePipeline? _pipeline;

    /// <summary>Is called when a stage is completed, to measure the stages.</summary>
    internal Action<Stage>? StageCompleted { get; init; }

    /// <summary>Makes a reader with the model that is part of the library.</summary>
    public PageReader()
        : this(ScoringModel.Default)
    {
    }

    internal PageReader(ScoringModel model) => _model = model;

    /// <summary>Reads a page of HTML in whatever encoding it is.</summary>
    /// <param name="page">The page's bytes.</param>
    /// <param name="options">How to read; the defaults when left out.</param>
    /// <exception cref="PageTooLargeException">It is larger than <see cref="ReadOptions.MaxBytes"/>.</exception>
    /// <exception cref="InvalidOperationException">The reader is reading another page, on another thread.</exception>
    public Article Read(ReadOnlyMemory<byte> page, ReadOptions? options = null) =>
        Run(page, options, static (pipeline, page, options) => pipeline.Read(page, options));

    /// <summary>Reads the text of a page that somebody saved, with its menus still in it: a text file, a record of a WET archive.</summary>
    /// <param name="text">The text in whatever encoding it is; its byte order mark is honoured.</param>
    /// <param name="options">How to read; the defaults when left out.</param>
    /// <exception cref="PageTooLargeException">It is larger than <see cref="ReadOptions.MaxBytes"/>.</exception>
    /// <exception cref="InvalidOperationException">The reader is reading another page, on another thread.</exception>
    public Article ReadSavedText(ReadOnlyMemory<byte> text, ReadOptions? options = null) =>
        Run(text, options, static (pipeline, text, options) => pipeline.ReadSavedText(text, options));

    /// <summary>Reads a page of HTML and says of each block why it was kept or skipped.</summary>
    /// <inheritdoc cref="Read(ReadOnlyMemory{byte}, ReadOptions?)"/>
    public Explanation Explain(ReadOnlyMemory<byte> page, ReadOptions? options = null) =>
        Run(page, options, static (pipeline, page, options) => pipeline.Explain(page, options));

    /// <summary>Reads saved text and says of each line why it was kept or skipped.</summary>
    /// <inheritdoc cref="ReadSavedText(ReadOnlyMemory{byte}, ReadOptions?)"/>
    public Explanation ExplainSavedText(ReadOnlyMemory<byte> text, ReadOptions? options = null) =>
        Run(text, options, static (pipeline, text, options) => pipeline.ExplainSavedText(text, options));

    private TResult Run<TResult>(
        ReadOnlyMemory<byte> page, ReadOptions? options, Func<PagePipeline, ReadOnlyMemory<byte>, ReadOptions, TResult> read)
    {
        (options ??= ReadOptions.Default).Check(page.Length);
        _use.Begin(this);
        try
        {
            // A buffer grows by being allocated anew, so no buffer can be larger than what was allocated while a page was read.
            long before = GC.GetAllocatedBytesForCurrentThread();
            PagePipeline pipeline = _pipeline ?? new(_model) { StageCompleted = StageCompleted };
            _pipeline = null;
            TResult result = read(pipeline, page, options);
            if (GC.GetAllocatedBytesForCurrentThread() - before + page.Length <= MaxKept)
                _pipeline = pipeline;
            return result;
        }
        finally
        {
            _use.End();
        }
    }
}
