using System.Runtime.InteropServices;

namespace Skiplink.Comparison;

/// <summary>What the figures were measured on and with.</summary>
internal static class Machine
{
    public static string Description
    {
        get
        {
            string[] info = File.Exists("/proc/cpuinfo") ? File.ReadAllLines("/proc/cpuinfo") : [];
            string Of(string name) => info.FirstOrDefault(l => l.StartsWith(name, StringComparison.Ordinal))?.Split(
                ':', 2)[1].Trim() ?? "?";
            string vectors = System.Runtime.Intrinsics.Vector512.IsHardwareAccelerated ? "AVX-512"
                : System.Runtime.Intrinsics.Vector256.IsHardwareAccelerated ? "256-bit vectors" : "128-bit vectors";
            return $"{Environment.ProcessorCount} cores of {Of("model name")} (family {Of("cpu family")}, model {Of("model\t")}),"
                + $" {vectors}, {GC.GetGCMemoryInfo().TotalAvailableMemoryBytes >> 30} GB; {RuntimeInformation.FrameworkDescription},"
                + $" {RuntimeInformation.RuntimeIdentifier}; "
                + string.Join(
                    ", ",
                    new[] { typeof(AngleSharp.Html.Parser.HtmlParser), typeof(HtmlAgilityPack.HtmlDocument),
                    typeof(SmartReader.Reader) }.Select(
                        static t => $"{t.Assembly.GetName().Name} {t.Assembly.GetName().Version?.ToString(3)}"));
        }
    }
}
