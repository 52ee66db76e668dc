using System.Diagnostics;
using Skiplink.Cli.Bulk.Duplicates;
using Skiplink.Cli.Bulk.Inputs;
using Skiplink.Cli.Bulk.Rows;
using Skiplink.Cli.Sources;
using Skiplink.Stories;

namespace Skiplink.Cli.Bulk;

/// <summary>Makes the row of an item: decodes the page, reads its article, and writes it. Any number of them work at once.</summary>
/// <param name="options">What the user asks for.</param>
/// <param name="areQuotesCsv">Whether quotations are rows of CSV; null when none are written.</param>
internal sealed class PageWorker(BulkOptions options, bool? areQuotesCsv)
{
    /// <summary>Larger pages are read one at a time: a tree takes several times the memory of its page.</summary>
    private const int LargePageBytes = 4 << 20;

    private static readonly Lock LargePage = new();

    private readonly PageReader _reader = new();
    private readonly RowWriter _writer = new();

    /// <summary>The row; whatever goes wrong is told in it.</summary>
    public BulkRow Read(BulkItem item)
    {
        long start = Stopwatch.GetTimestamp();
        RecordFields fields = RecordFields.Of(item);
        BulkRow row;
        try
        {
            if (item.Error is not null)
                throw new InputException(item.Source, item.Error);
            (PageInput? page, string? leftOut) = item.Record is { } record ? RecordPage.Read(record, item.Source, fields,
                options.MaxPageBytes)
                : (FilePage(item), null);
            row = page is null ? new(null, LeftOut: leftOut) : Read(item, page, fields);
        }
        catch (NotPageException e) when (item.Input.IsFound && !IsPageName(item.Path))
        {
            row = new(null, LeftOut: e.Content.Noun);
        }
        catch (InputException e)
        {
            row = new(_writer.WriteError(item.Source, e.Message, fields), Failure: e.Reason);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // A page that the library cannot read is a fault of ours; the others are read all the same.
            string reason = $"could not be read: {e.GetType().Name}";
            row = new(_writer.WriteError(item.Source, $"{item.Source}: {reason}: {e.Message}", fields), Failure: reason);
        }
        // The article keeps nothing of the page's bytes.
        item.Record?.Release();
        item.Record = null;
        return row with { Time = Stopwatch.GetElapsedTime(start), Id = fields.Id };
    }

    private static bool IsPageName(string path) => PageName.IsHtml(path) || PageName.IsText(path) || PageName.IsMhtml(path);

    private PageInput FilePage(BulkItem item) => item switch
    {
        { Stream: { } stream } => PageBytes.Read(stream, "standard input", maxBytes: options.MaxPageBytes),
        { Input.IsFound: true } => FileSource.ReadFound(item.Path, options.MaxPageBytes),
        _ => FileSource.Read(item.Path, options.MaxPageBytes),
    };

    private BulkRow Read(BulkItem item, PageInput page, RecordFields fields)
    {
        if (page.Bytes.Length < LargePageBytes)
            return ReadPage(item, page, fields);
        lock (LargePage)
            return ReadPage(item, page, fields);
    }

    private BulkRow ReadPage(BulkItem item, PageInput page, RecordFields fields)
    {
        if (page.SavedAt is not null)
            fields = fields with { Date = page.SavedAt };
        Article article = page.Read(_reader, page.Url is null ? options.Reading : options.Reading with { Url = page.Url });
        string kind = article.Kind.ToString().ToLowerInvariant();
        long words = WordCount.Of(article.Utf8Text.Span);
        BulkRow row = new(null, page.Bytes.Length)
        {
            Kind = kind,
            Verdict = article.Verdict == PageVerdict.None ? null : VerdictName.Of(article.Verdict),
            Language = article.Language,
            TextBytes = article.Utf8Text.Length,
        };
        if (options.Filter.WhyLeftOut(article, kind, words) is { } reason)
            return row with { LeftOut = reason };
        Story? story = options.HasStory || areQuotesCsv is not null ? Story.Read(article) : null;
        List<string> warnings = [];
        if (item.Record is { } record && (record.Error ?? (record.IsTruncated ? "was cut by the crawler" : null)) is { } problem)
            warnings.Add($"record: {problem}");
        if (page.IsCutShort)
            warnings.Add("body: is cut short");
        warnings.AddRange((story?.Warnings ?? []).Select(static w => $"story: {w}"));
        return row with
        {
            Json = _writer.Write(article, item.Source, page.Url, fields, words, options.HasStory ? story : null, warnings),
            HasWarnings = warnings.Count > 0,
            Signature = options.MarksDuplicates ? TextSignature.Of(article.Utf8Text.Span) : null,
            Quotes = areQuotesCsv is { } isCsv ? QuoteRows.Write(story!, article, item.Source, page.Url?.ToString(), isCsv) : [],
        };
    }
}
