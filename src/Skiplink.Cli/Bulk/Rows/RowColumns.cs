using Skiplink.Cli.Output.Parquet;
using static Skiplink.Cli.Output.Parquet.ColumnType;

namespace Skiplink.Cli.Bulk.Rows;

/// <summary>The columns of a Parquet file: those of docs/corpus.md, under the names that the fields have in JSON.</summary>
internal static class RowColumns
{
    private static readonly ColumnType Span = new List(IntType);

    /// <summary>The columns of rows.</summary>
    public static List<Column> Of(BulkOptions options)
    {
        List<Column> columns =
        [
            new("text", TextType), new("id", TextType), new("dump", TextType), new("url", TextType), new("date", TextType),
                new("file_path", TextType),
            new("language", TextType), new("language_score", RealType), new("word_count", LongType),
            new("warc_record_offset", LongType), new("warc_record_length", LongType), new("status", IntType), new("content_type", TextType),
            new("charset", TextType),
            new("source", TextType), new("title", TextType), new("authors", TextListType), new("agencies", TextListType), new("place",
                TextType),
            new("published", TextType), new("modified", TextType), new("site", TextType), new("description", TextType), new("image",
                TextType),
            new("section", TextType), new("tags", TextListType), new("license", TextType), new("sources", TextType),
            new("pictures", ListOf(new("source", TextType), new("caption", TextType), new("credit", TextType), new("alternative",
                TextType))),
            new("kind", TextType), new("confidence", RealType), new("verdict", TextType),
            new("evidence", ListOf(new("block", IntType), new("phrase", TextType), new("markup", TextType))),
            new("shown", new Struct([new("words", IntType), new("of", IntType)])),
            new("standfirst", TextType),
        ];
        if (options.Reading.Formats.HasFlag(ArticleFormats.Markdown))
            columns.Add(new("markdown", TextType));
        if (options.Reading.Formats.HasFlag(ArticleFormats.Html))
            columns.Add(new("html", TextType));
        if (options.Reading.Comments || options.Reading.Formats.HasFlag(ArticleFormats.Comments))
        {
            columns.Add(new("comments", ListOf(new("author", TextType), new("date", TextType), new("text", TextType), new("depth", IntType),
                new("address", TextType))));
        }
        if (options.Reading.Formats.HasFlag(ArticleFormats.Related))
            columns.Add(new("related", ListOf(new("title", TextType), new("address", TextType))));
        if (options.HasStory)
            columns.Add(new("story", StoryType));
        if (options.MarksDuplicates)
            columns.Add(new("duplicate_of", TextType));
        columns.Add(new("warnings", TextListType));
        columns.Add(new("error", TextType));
        return columns;
    }

    /// <summary>The columns of quotations.</summary>
    public static List<Column> OfQuotes() =>
    [
        new("source", TextType), new("url", TextType), new("date", TextType), new("speaker", TextType), new("gender", TextType),
            new("kind", TextType),
        new("quote", TextType), new("cue", TextType), new("span_start", IntType), new("span_end", IntType),
    ];

    private static readonly ColumnType Part = new Struct([new("text", TextType), new("span", Span)]);

    private static readonly ColumnType Party = new Struct([new("text", TextType), new("entity", IntType), new("span", Span)]);

    /// <summary>A story, as <see cref="Stories.StoryJson"/> writes it.</summary>
    private static readonly ColumnType StoryType = new Struct(
    [
        new("dateline", new Struct(
            [new("place", TextType), new("date", TextType), new("agencies", TextListType), new("span", Span), .. Origin])),
        new("agencies", TextListType),
        new("captions", ListOf(
            new("text", TextType),
            new("credit", new Struct([new("photographers", TextListType), new("agencies", TextListType), new("role", TextType), new("raw",
                TextType)])),
            new("span", Span), new("rule", TextType), new("confidence", RealType))),
        new("times", ListOf(
            new("text", TextType), new("type", TextType), new("value", TextType), new("start", TextType), new("end", TextType), new("mod",
                TextType),
            new("anchor", TextType), new("span", Span), new("rule", TextType), new("confidence", RealType))),
        new("quotes", ListOf(
            new("kind", TextType), new("content", new List(Part)), new("speaker", Party), new("cue", Part), new("addressee", Party),
            new("when", TextType), new("within", IntType), new("rule", TextType), new("confidence", RealType))),
        new("entities", ListOf(
            new("id", IntType), new("kind", TextType), new("name", TextType), new("roles", TextListType),
            new("relations", ListOf(new("kind", TextType), new("entity", IntType), new("span", Span))),
            new("mentions", new List(Span)), new("ambiguous", BoolType), new("alternatives", new List(IntType)),
            new("rule", TextType), new("confidence", RealType))),
        new("timeline", ListOf(
            new("when", TextType), new("text", TextType), new("span", Span), new("planned", BoolType), new("rule", TextType),
            new("confidence", RealType))),
        new("warnings", TextListType),
    ]);

    private static Column[] Origin => [new("rule", TextType), new("confidence", RealType)];
}
