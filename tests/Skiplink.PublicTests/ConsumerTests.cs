using System.Runtime.InteropServices;
using Xunit;

namespace Skiplink.PublicTests;

[Collection("Packages")]
public sealed class ConsumerTests(PackageFeed feed)
{
    private const string AotProgram = """
        using System.Text.Json;
        using System.Text.Json.Serialization;
        using Skiplink;
        using Skiplink.Stories;

        Article article = Page.Read(File.ReadAllBytes(args[0]));
        Console.WriteLine(article.Markdown);
        Console.WriteLine(article.ToJson());
        Console.WriteLine(JsonSerializer.Serialize(article, Json.Default.Article) is ['{', ..]);
        Console.WriteLine(Story.Read(article).Quotes.Count);

        [JsonSerializable(typeof(Article))]
        internal sealed partial class Json : JsonSerializerContext;
        """;

    private static string Sample => Path.Combine(PackageFeed.Root, "samples", "harbour-talks.html");

    [Fact]
    public void A_new_console_program_reads_a_page()
    {
        PackageFeed.SkipUnlessLongTestsAreOn();
        string folder = feed.NewFolder("hello");
        PackageFeed.Run(folder, "dotnet", "new", "console");
        PackageFeed.Run(folder, "dotnet", "add", "package", "Skiplink", "--version", feed.Version);
        File.WriteAllText(
            Path.Combine(folder, "Program.cs"), "Console.WriteLine(Skiplink.Page.Read(File.ReadAllBytes(args[0])).Markdown);");
        Assert.Contains("MARROW BAY, Skerry Islands", PackageFeed.Run(folder, "dotnet", "run", "--", Sample), StringComparison.Ordinal);
    }

    [Fact]
    public void The_tool_is_installed_and_reads_a_page()
    {
        PackageFeed.SkipUnlessLongTestsAreOn();
        string folder = feed.NewFolder("tool");
        PackageFeed.Run(folder, "dotnet", "tool", "install", "Skiplink.Cli", "--tool-path", "bin", "--version", feed.Version);
        string command = Path.Combine(folder, "bin", OperatingSystem.IsWindows() ? "skiplink.exe" : "skiplink");
        Assert.Contains("MARROW BAY, Skerry Islands", PackageFeed.Run(folder, command, "read", Sample), StringComparison.Ordinal);
    }

    [Fact]
    public void A_web_api_gives_the_same_article_to_many_clients_at_once()
    {
        PackageFeed.SkipUnlessLongTestsAreOn();
        string folder = feed.NewProgram("Api", """
            using System.Net.Http.Json;
            using System.Text.Json;
            using Skiplink;

            WebApplicationBuilder builder = WebApplication.CreateBuilder();
            builder.Logging.ClearProviders();
            builder.WebHost.UseUrls("http://127.0.0.1:0");
            WebApplication app = builder.Build();
            app.MapPost("/read", (HttpRequest request, CancellationToken cancellation) =>
                Page.ReadAsync(request.Body, new() { MaxBytes = 1 << 20 }, cancellation));
            await app.StartAsync();

            byte[] page = File.ReadAllBytes(args[0]);
            string wanted = Page.Read(page).ToJson();
            using HttpClient client = new() { BaseAddress = new(app.Urls.Single()) };
            string[] answers = await Task.WhenAll(Enumerable.Range(0, 200).Select(async _ =>
            {
                using HttpResponseMessage answer = await client.PostAsync("/read", new ByteArrayContent(page));
                return await answer.EnsureSuccessStatusCode().Content.ReadAsStringAsync();
            }));
            JsonElement json = JsonSerializer.Deserialize<JsonElement>(wanted);
            int right = answers.Count(a => JsonElement.DeepEquals(JsonSerializer.Deserialize<JsonElement>(a), json));
            Console.WriteLine($"{right} of {answers.Length}, kind {json.GetProperty("kind")}");
            await app.StopAsync();
            """, sdk: "Microsoft.NET.Sdk.Web");
        Assert.Contains(
            "200 of 200, kind article", PackageFeed.Run(folder, "dotnet", "run", "-c", "Release", "--", Sample), StringComparison.Ordinal);
    }

    [Fact]
    public void An_ahead_of_time_compiled_program_has_no_warnings_and_reads_the_same()
    {
        PackageFeed.SkipUnlessLongTestsAreOn();
        string folder = feed.NewProgram("Native", AotProgram, "Skiplink Skiplink.Story", properties: "<PublishAot>true</PublishAot>");
        string output = PackageFeed.Run(folder, "dotnet", "publish", "-r", RuntimeInformation.RuntimeIdentifier, "-o", "native");
        Assert.DoesNotContain("warning", output, StringComparison.OrdinalIgnoreCase);
        if (RuntimeInformation.ProcessArchitecture == Architecture.X64)
            Assert.Contains("<IlcInstructionSet>x86-64-v3</IlcInstructionSet>", output, StringComparison.Ordinal);
        string managed = PackageFeed.Run(folder, "dotnet", "run", "--", Sample);
        Assert.Contains("MARROW BAY, Skerry Islands", managed, StringComparison.Ordinal);
        Assert.Equal(managed, PackageFeed.Run(folder, Path.Combine(folder, "native", "Native"), Sample));
    }

    [Theory]
    [InlineData("", true)]
    [InlineData("-p:IlcInstructionSet=x86-64-v3", false)]
    [InlineData("-p:IlcInstructionSet=x86-64-v2", false)]
    public void A_program_that_names_its_instruction_set_is_told_nothing_of_it(string property, bool isTold)
    {
        PackageFeed.SkipUnlessLongTestsAreOn();
        string folder = feed.NewProgram(
            "Told" + property.Length + property[^Math.Min(property.Length, 2)..], "", properties: "<PublishAot>true</PublishAot>");
        string[] arguments =
            ["msbuild", "-restore", "-t:SkiplinkNamesInstructionSet", "-p:RuntimeIdentifier=linux-x64", "-v:m",
            .. property.Split(' ', StringSplitOptions.RemoveEmptyEntries)];
        Assert.Equal(isTold, PackageFeed.Run(folder, "dotnet", arguments).Contains("without AVX2", StringComparison.Ordinal));
    }
}
