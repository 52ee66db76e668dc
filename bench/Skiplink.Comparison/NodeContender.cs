using System.Diagnostics;
using System.Text.Json;

namespace Skiplink.Comparison;

/// <summary>
/// Mozilla Readability over linkedom, in a process of node that measures its own CPU time. Its packages come by <c>npm install</c> in the
/// folder <c>readability</c>.
/// </summary>
internal sealed class NodeContender : IContender, IDisposable
{
    private readonly Process _node;

    private NodeContender(Process node) => _node = node;

    public string Name => "Readability.js, linkedom";

    /// <summary>Starts it on pages; null, with a word about it, where node or the packages are missing.</summary>
    public static NodeContender? Start(LoadedPage[] pages)
    {
        string folder = Path.Combine(AppContext.BaseDirectory, "readability");
        if (SourceFolder() is { } source)
            folder = source;
        if (!Directory.Exists(Path.Combine(folder, "node_modules")))
        {
            Console.Error.WriteLine(
                $"Readability.js is left out: its packages are not there. They come by: npm install --no-package-lock --prefix {folder}");
            return null;
        }
        try
        {
            Process node = Process.Start(
                new ProcessStartInfo(
                    "node", [Path.Combine(folder, "contender.js")])
                { RedirectStandardInput = true, RedirectStandardOutput = true })!;
            NodeContender contender = new(node);
            contender.Ask(JsonSerializer.Serialize(pages.Select(static p => p.Path).ToArray()));
            return contender;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Console.Error.WriteLine("Readability.js is left out: there is no node.");
            return null;
        }
    }

    public Round Go(LoadedPage[] pages)
    {
        JsonElement answer = Ask("times");
        return new(
            answer.GetProperty("seconds").GetDouble(), null,
            [.. answer.GetProperty("times").EnumerateArray().Select(static t => t.GetDouble())]);
    }

    /// <summary>The most memory that it has held, in bytes.</summary>
    public long Peak => Ask("round").GetProperty("peak").GetInt64();

    public void Dispose()
    {
        _node.StandardInput.Close();
        _node.WaitForExit();
        _node.Dispose();
    }

    private JsonElement Ask(string line)
    {
        _node.StandardInput.WriteLine(line);
        _node.StandardInput.Flush();
        return JsonDocument.Parse(_node.StandardOutput.ReadLine() ?? throw new InvalidOperationException("node ended.")).RootElement;
    }

    private static string? SourceFolder()
    {
        for (DirectoryInfo? at = new(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            string folder = Path.Combine(at.FullName, "bench", "Skiplink.Comparison", "readability");
            if (Directory.Exists(folder))
                return folder;
        }
        return null;
    }
}
