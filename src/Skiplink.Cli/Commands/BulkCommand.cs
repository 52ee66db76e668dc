using System.Collections.Concurrent;
using System.CommandLine;

namespace Skiplink.Cli.Commands;

/// <summary><c>skiplink bulk INPUT… --out FILE</c>: many pages to lines of JSON.</summary>
internal static class BulkCommand
{
    public static Command Create()
    {
        Argument<string[]> inputs = new("INPUT") { Description = "Folders and files: .html .htm .txt, each also .gz.", Arity = ArgumentArity.OneOrMore };
        Option<string> output = new("--out") { Description = "The file to write, one JSON object a line.", Required = true, HelpName = "FILE.jsonl" };
        Option<int> workers = new("--workers") { Description = "How many pages are read at once; as many as there are cores when left out.", DefaultValueFactory = static _ => Environment.ProcessorCount };
        Option<string?> with = new("--with") { Description = "What else to write beside the text, with commas between: markdown, html, story.", HelpName = "markdown,html,story" };
        OutputOptions writing = new();
        Option<int?> limit = new("--limit") { Description = "Read no more than so many pages." };
        Command command = new("bulk", "Reads many pages and writes a line of JSON for each.") { inputs, output, workers, with, limit };
        writing.AddTo(command);
        with.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string?>() is { } value && !TryFormats(value, out _, out _))
                result.AddError($"--with {value}: only markdown, html and story can be named.");
        });
        foreach (Option count in (Option[])[workers, limit])
        {
            count.Validators.Add(result =>
            {
                if (result.Tokens is [{ Value: var text }] && int.TryParse(text, out int number) && number < 1)
                    result.AddError($"{count.Name} must be at least 1.");
            });
        }
        command.SetAction((arguments, cancel) =>
        {
            List<string> files = [.. FilesOf(arguments.GetValue(inputs)!).Take(arguments.GetValue(limit) ?? int.MaxValue)];
            TryFormats(arguments.GetValue(with) ?? "", out ArticleFormats formats, out bool story);
            ReadOptions options = writing.Apply(arguments, new() { Formats = formats });
            return Task.FromResult(Run(files, arguments.GetValue(output)!, arguments.GetValue(workers), options, story, cancel));
        });
        return command;
    }

    /// <summary>The formats that a list with commas names; false when it names another.</summary>
    private static bool TryFormats(string list, out ArticleFormats formats, out bool story)
    {
        formats = ArticleFormats.Text;
        story = false;
        foreach (string name in list.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (name is not ("markdown" or "html" or "story"))
                return false;
            story |= name == "story";
            formats |= name switch { "html" => ArticleFormats.Html, "markdown" => ArticleFormats.Markdown, _ => ArticleFormats.Text };
        }
        return true;
    }

    /// <summary>Reads the files with several readers and writes their rows in the order of the files.</summary>
    private static int Run(List<string> files, string output, int workers, ReadOptions options, bool story, CancellationToken cancel)
    {
        if (files.Count == 0)
            throw new InputException("There is no .html, .htm or .txt file (also .gz) in what was named.");
        FileStream file = OutputFile.Create(output, out string aside);
        int failed = 0;
        try
        {
            ConcurrentBag<PageReader> readers = [];
            foreach ((byte[] row, bool isSound) in files.AsParallel().AsOrdered().WithMergeOptions(ParallelMergeOptions.NotBuffered).WithDegreeOfParallelism(Math.Min(workers, 512)).WithCancellation(cancel).Select(ReadOne))
            {
                file.Write(row);
                file.WriteByte((byte)'\n');
                failed += isSound ? 0 : 1;
            }

            (byte[] Row, bool IsSound) ReadOne(string path)
            {
                PageReader reader = readers.TryTake(out PageReader? free) ? free : new();
                try
                {
                    PageInput page = PageInput.FromFile(path);
                    Article article = page.IsSavedText ? reader.ReadSavedText(page.Bytes, options) : reader.Read(page.Bytes, options);
                    byte[] json = ArticleJson.Write(article, path, null);
                    return (story ? StoryOutput.AddTo(json, article) : json, true);
                }
                catch (InputException e)
                {
                    return (ArticleJson.WriteError(path, e.Message), false);
                }
                catch (Exception e) when (e is not OperationCanceledException)
                {
                    // A page that the library cannot read is our mistake; the others are read all the same.
                    return (ArticleJson.WriteError(path, $"{path}: could not be read: {e.GetType().Name}: {e.Message}"), false);
                }
                finally
                {
                    readers.Add(reader);
                }
            }
        }
        catch
        {
            file.Dispose();
            OutputFile.Forget(aside, output);
            throw;
        }
        file.Dispose();
        OutputFile.Finish(aside, output);
        Console.Error.WriteLine($"skiplink: {files.Count} pages, {failed} failed; {output}");
        return failed > 0 ? ExitCode.NothingReadable : ExitCode.Done;
    }

    private static IEnumerable<string> FilesOf(string[] inputs)
    {
        foreach (string input in inputs)
        {
            if (Directory.Exists(input))
            {
                foreach (string file in Directory.EnumerateFiles(input, "*", SearchOption.AllDirectories).Where(IsPage).Order(StringComparer.Ordinal))
                    yield return file;
            }
            else
            {
                yield return input;
            }
        }
    }

    private static bool IsPage(string path)
    {
        string name = path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? path[..^3] : path;
        return Path.GetExtension(name).ToLowerInvariant() is ".html" or ".htm" or ".txt";
    }
}
