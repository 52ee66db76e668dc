using System.CommandLine;
using Skiplink.Cli.Terminal;

namespace Skiplink.Cli.Commands;

/// <summary><c>skiplink serve</c>: the HTTP API, the reader page and the tools for agents.</summary>
internal sealed class ServeCommand
{
    private readonly Option<string> _urls = new("--urls")
    {
        Description = "Where to listen, with ; between several. This machine alone can ask when left out.",
        HelpName = "URL",
        DefaultValueFactory = static _ => "http://127.0.0.1:5080",
    };

    private readonly Option<int?> _rate = CountOption.Create("--rate",
        "How many requests a client may make in a minute; 120 when left out.");
    private readonly Option<int?> _cache = CountOption.Create("--cache",
        "How many megabytes of fetched pages are kept; 256 when left out.");
    private readonly Option<int?> _maxPage = CountOption.Create("--max-page",
        "The most megabytes that a posted page may have; 16 when left out.");
    private readonly FetchGuardOption _guard = new();

    public static Command Create()
    {
        ServeCommand serve = new();
        Command command = new(
            "serve", "Serves pages' main text over HTTP, to people, programs and agents. Keys that requests must have: SKIPLINK_API_KEYS.")
        {
            serve._urls, serve._rate, serve._cache, serve._maxPage,
        };
        serve._guard.AddTo(command);
        command.SetAction(serve.RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult arguments, CancellationToken cancel)
    {
        string[] urls = arguments.GetValue(_urls)!.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        foreach (string url in urls)
        {
            // + and * stand for all addresses, as ASP.NET has it.
            if (!Uri.TryCreate(url.Replace("//+", "//0.0.0.0").Replace("//*", "//0.0.0.0"), UriKind.Absolute, out Uri? address)
                || address.Scheme is not ("http" or "https"))
                throw new UsageException($"--urls {url}: is no address to listen at, such as http://127.0.0.1:5080.");
        }
        await ServerHost.ServeAsync(
            new()
            {
                Urls = urls,
                RequestsPerMinute = arguments.GetValue(_rate),
                CacheMegabytes = arguments.GetValue(_cache),
                MaxPageMegabytes = arguments.GetValue(_maxPage),
                AllowsPrivateTargets = _guard.AllowsPrivateTargets(arguments),
                ApiKeys = (Environment.GetEnvironmentVariable("SKIPLINK_API_KEYS") ?? "")
                    .Split([',', ' ', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
            },
            static address => Messages.Write($"serving at {address}; Ctrl-C ends it."), cancel);
        return ExitCode.Done;
    }
}
