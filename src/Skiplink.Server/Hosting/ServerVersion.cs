namespace Skiplink.Server.Hosting;

/// <summary>The version that the server says it has.</summary>
internal static class ServerVersion
{
    public static string Text { get; } = typeof(ServerVersion).Assembly.GetName().Version?.ToString(3) ?? "0";
}
