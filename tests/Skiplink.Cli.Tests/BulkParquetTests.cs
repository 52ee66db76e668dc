using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using DuckDB.NET.Data;
using Xunit;

namespace Skiplink.Cli.Tests;

/// <summary>Parquet files, read back by DuckDB.</summary>
public sealed class BulkParquetTests
{
    private readonly string _folder = Directory.CreateTempSubdirectory("skiplink").FullName;

    [Fact]
    public async Task A_Parquet_file_has_the_rows_of_the_JSON_lines()
    {
        ArchiveOfPages.Write(At("a.warc.gz"), 40);
        File.WriteAllText(At("b.html"), "%PDF-1.4");
        string[] with = ["--with", "markdown,html,story", "--duplicates"];
        await Command.RunAsync(["bulk", At("a.warc.gz"), At("b.html"), "--out", At("out.jsonl"), .. with]);
        Command run = await Command.RunAsync(["bulk", At("a.warc.gz"), At("b.html"), "--out", At("out.parquet"), .. with]);
        Assert.Equal(1, run.ExitCode);
        Dictionary<string, string> types = Query($"DESCRIBE SELECT * FROM '{At("out.parquet")}'").ToDictionary(static r => r[0]!,
            static r => r[1]!);
        Assert.Equal(
            ("VARCHAR", "BIGINT", "INTEGER", "DOUBLE", "VARCHAR[]"),
            (types["text"], types["warc_record_offset"], types["status"], types["confidence"], types["authors"]));
        Assert.Equal("STRUCT(\"source\" VARCHAR, caption VARCHAR, credit VARCHAR, alternative VARCHAR)[]", types["pictures"]);

        JsonElement[] rows = [.. File.ReadLines(At("out.jsonl")).Select(static line => JsonDocument.Parse(line).RootElement)];
        List<string?[]> read = Query(
            "SELECT id, text, title, warc_record_offset, confidence, array_to_string(authors, '|'), len(pictures), pictures[1].caption, "
            + $"markdown, html, error, duplicate_of, "
            + $"word_count, len(story.quotes), story.quotes[1].content[1].text FROM '{At("out.parquet")}'");
        Assert.Equal(41, read.Count);
        for (int i = 0; i < rows.Length; i++)
        {
            JsonElement row = rows[i];
            string?[] wanted =
            [
                Text(row, "id"), Text(row, "text"), Text(row, "title"), Text(row, "warc_record_offset"), Number(row, "confidence"),
                row.TryGetProperty("authors", out JsonElement authors)
                    ? string.Join('|', authors.EnumerateArray().Select(static a => a.GetString())) : null,
                row.TryGetProperty("pictures", out JsonElement pictures) ? Text(pictures.GetArrayLength()) : null,
                pictures.ValueKind == JsonValueKind.Array ? Text(pictures[0], "caption") : null,
                Text(row, "markdown"), Text(row, "html"), Text(row, "error"), Text(row, "duplicate_of"), Text(row, "word_count"),
                row.TryGetProperty("story", out JsonElement story) && story.TryGetProperty("quotes", out JsonElement quotes)
                    ? Text(quotes.GetArrayLength()) : null,
                story.ValueKind == JsonValueKind.Object && story.TryGetProperty("quotes", out quotes)
                    ? quotes[0].GetProperty("content")[0].GetProperty("text").GetString() : null,
            ];
            Assert.Equal(wanted, read[i]);
        }
    }

    [Fact]
    public async Task Row_groups_are_bounded_and_long_texts_are_no_statistics()
    {
        ArchiveOfPages.Write(At("a.warc"), 600);
        await Command.RunAsync("bulk", At("a.warc"), "--out", At("out.parquet"), "--rows-per-file", "250");
        Assert.Equal(
            ["out-00000.parquet", "out-00001.parquet", "out-00002.parquet"],
            Directory.GetFiles(_folder, "*.parquet").Select(Path.GetFileName).Order());
        Assert.Equal("600", Query($"SELECT count(*) FROM '{At("out-*.parquet")}'")[0][0]);
        List<string?[]> columns = Query(
            "SELECT path_in_schema, compression, max(length(coalesce(stats_max_value, stats_max, ''))), max(stats_null_count) "
            + $"FROM parquet_metadata('{At("out-00000.parquet")}') GROUP BY ALL");
        Assert.All(columns, static c => Assert.Equal("ZSTD", c[1]));
        Assert.All(columns, static c => Assert.InRange(int.Parse(c[2]!, CultureInfo.InvariantCulture), 0, 64));
        Assert.Contains(columns, static c => c[0] == "confidence" && c[2] != "0");
    }

    [Fact]
    public async Task Quotations_are_rows_of_CSV_or_Parquet()
    {
        string page = Command.Sample("harbour-talks.html");
        await Command.RunAsync("bulk", page, "--out", At("out.jsonl"), "--quotes", At("quotes.csv"));
        await Command.RunAsync("bulk", page, "--out", At("out.parquet"), "--quotes", At("quotes.parquet"));
        Command story = await Command.RunAsync("read", page, "--as", "json", "--story");
        JsonElement told = JsonDocument.Parse(story.Output).RootElement.GetProperty("story");
        JsonElement[] quotes = [.. told.GetProperty("quotes").EnumerateArray()];
        List<string?[]> csv = Query($"SELECT "
            + $"quote, kind, speaker, cue, span_start FROM read_csv('{At("quotes.csv")}', all_varchar = true)");
        List<string?[]> parquet = Query($"SELECT quote, kind, speaker, cue, span_start FROM '{At("quotes.parquet")}'");
        Assert.NotEmpty(quotes);
        Assert.Equal(csv, parquet);
        Assert.Equal(
            quotes.Select(static q => (q.GetProperty("content")[0].GetProperty("text").GetString(), q.GetProperty("kind").GetString())),
            csv.Zip(quotes).Select(static r =>
                (r.Second.GetProperty("content").GetArrayLength() == 1 ? r.First[0]
                    : r.Second.GetProperty("content")[0].GetProperty("text").GetString(), r.First[1])));
        (await Command.RunAsync("bulk", page, "--out", At("out.jsonl"), "--quotes",
            At("quotes.txt"))).AssertWrongUsage("neither with .csv nor");
    }

    [Fact]
    public async Task A_format_and_a_name_that_contradict_each_other_are_wrong_usage()
    {
        string page = Command.Sample("heron.html");
        (await Command.RunAsync("bulk", page, "--out", At("out.jsonl"), "--as", "parquet")).AssertWrongUsage("contradict");
        (await Command.RunAsync("bulk", page, "--out", At("out.parquet"), "--as", "jsonl")).AssertWrongUsage("contradict");
        (await Command.RunAsync("bulk", page, "--out", "-", "--as", "parquet")).AssertWrongUsage("standard output");
        Assert.Empty(Directory.GetFiles(_folder));
        Assert.Equal(0, (await Command.RunAsync("bulk", page, "--out", At("rows"), "--as", "parquet")).ExitCode);
        Assert.Equal("1", Query($"SELECT count(*) FROM read_parquet('{At("rows")}')")[0][0]);
    }

    /// <summary>Every query of the documentation runs on a corpus, and the first gives what the JSON lines say.</summary>
    [Fact]
    public async Task The_queries_of_the_documentation_run()
    {
        ArchiveOfPages.Write(At("a.warc"), 60);
        await Command.RunAsync("bulk", At("a.warc"), "--out", At("corpus.parquet"), "--with", "story", "--duplicates");
        await Command.RunAsync("bulk", At("a.warc"), "--out", At("corpus.jsonl"));
        string[] queries = [.. Queries().Select(q => q.Replace("'corpus.parquet'", $"'{At("corpus.parquet")}'", StringComparison.Ordinal))];
        Assert.NotEmpty(queries);
        Assert.All(queries, query => Assert.NotEmpty(Query(query)));
        IEnumerable<string> wanted = File.ReadLines(At("corpus.jsonl")).Select(static line => JsonDocument.Parse(line).RootElement)
            .GroupBy(static r => (Text(r, "language"), Text(r, "kind")))
            .Select(static g => $"{g.Key.Item1} {g.Key.Item2} {g.Count()} {g.Sum(static r => r.GetProperty("word_count").GetInt64())}");
        Assert.Equal(wanted.Order(StringComparer.Ordinal), Query(queries[0]).Select(static r => string.Join(' ',
            r)).Order(StringComparer.Ordinal));
    }

    private static IEnumerable<string> Queries([CallerFilePath] string here = "")
    {
        string document = File.ReadAllText(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "docs", "corpus.md"));
        return document.Split("```sql\n").Skip(1).Select(static part => part[..part.IndexOf("```", StringComparison.Ordinal)]);
    }

    private static List<string?[]> Query(string query)
    {
        using DuckDBConnection connection = new("DataSource=:memory:");
        connection.Open();
        using DuckDBCommand command = connection.CreateCommand();
        command.CommandText = query;
        using DuckDBDataReader reader = command.ExecuteReader();
        List<string?[]> rows = [];
        while (reader.Read())
        {
            rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(
                i => reader.IsDBNull(i) ? null : Convert.ToString(reader.GetValue(i), CultureInfo.InvariantCulture))]);
        }
        return rows;
    }

    private static string? Text(JsonElement row, string name) =>
        row.TryGetProperty(name, out JsonElement value) ? value.ValueKind == JsonValueKind.String ? value.GetString() : value.GetRawText()
            : null;

    private static string? Number(JsonElement row, string name) =>
        row.TryGetProperty(name, out JsonElement value) ? value.GetDouble().ToString(CultureInfo.InvariantCulture) : null;

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private string At(string name) => Path.Combine(_folder, name);
}
