using System.Globalization;
using System.Net;
using System.Text;

namespace Skiplink.Tests.Safety;

/// <summary>Addresses that must never be followed, each as the value of an HTML attribute, with what a page may do to hide them.</summary>
internal static class HostileAddresses
{
    private static readonly string[] Addresses =
    [
        "javascript:alert(1)", "vbscript:msgbox(1)", "data:text/html,<script>alert(1)</script>", "data:image/svg+xml,<svg onload=alert(1)>",
        "data:application/xhtml+xml;base64,PHNjcmlwdD4=", "file:///etc/passwd", "blob:https://e.example/1",
        "view-source:javascript:alert(1)", "feed:javascript:alert(1)", "x-scheme.of+somebody:alert(1)",
    ];

    /// <summary>Ways to write an address, by name: each takes the address and gives the text of an attribute in double quotes.</summary>
    private static readonly (string Name, Func<string, string> Write)[] Obfuscations =
    [
        ("plain", WebUtility.HtmlEncode),
        ("upper case", static a => WebUtility.HtmlEncode(a.ToUpperInvariant())),
        ("mixed case", static a => WebUtility.HtmlEncode(MixedCase(a))),
        ("long s and kelvin sign", static a => WebUtility.HtmlEncode(a.Replace('s', '\u017F').Replace('k', '\u212A'))),
        ("full-width colon", static a => WebUtility.HtmlEncode(a.Replace(':', '\uFF1A'))),
        ("hex references", static a => References(a, static c => $"&#x{c:x};")),
        ("hex references without an end", static a => References(a, static c => $"&#x{c:X}")),
        ("long decimal references", static a => References(a, static c => $"&#{c.ToString("D9", CultureInfo.InvariantCulture)};")),
        ("named colon", static a => WebUtility.HtmlEncode(a).Replace(":", "&colon;", StringComparison.Ordinal)),
        ("named tab and line end", static a => Inside(a, "&Tab;&NewLine;")),
        ("references encoded twice", static a => WebUtility.HtmlEncode(References(a, static c => $"&#{c};"))),
        ("named colon encoded twice", static a => WebUtility.HtmlEncode(a).Replace(":", "&amp;colon;", StringComparison.Ordinal)),
        ("percent-encoded letter", static a => $"%{(int)a[0]:x2}{WebUtility.HtmlEncode(a[1..])}"),
        ("percent-encoded colon", static a => WebUtility.HtmlEncode(a).Replace(":", "%3A", StringComparison.Ordinal)),
        ("space before the colon", static a => WebUtility.HtmlEncode(a).Replace(":", " :", StringComparison.Ordinal)),
        ("tab before the colon", static a => WebUtility.HtmlEncode(a).Replace(":", "&#9;:", StringComparison.Ordinal)),
        ("line end behind the colon", static a => WebUtility.HtmlEncode(a).Replace(":", ":&#10;", StringComparison.Ordinal)),
        ("backslash in front", static a => "\\" + WebUtility.HtmlEncode(a)),
        ("slashes as backslashes", static a => "\\\\" + WebUtility.HtmlEncode(a)),
        ("quotation marks around", static a => "&quot;" + WebUtility.HtmlEncode(a) + "&quot;"),
        ("end of the attribute", static a => WebUtility.HtmlEncode(a) + "&quot; onclick=&quot;alert(1)"),
        ("end of the tag", static a => WebUtility.HtmlEncode(a) + "&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;"),
        ("end of a link in Markdown", static a => "x)&#32;[y](" + WebUtility.HtmlEncode(a) + ")"),
        ("end of an angle in Markdown", static a => "x&gt;)&#32;[y](&lt;" + WebUtility.HtmlEncode(a) + "&gt;)"),
        ("title in Markdown", static a => WebUtility.HtmlEncode(a) + " &quot;title&quot;"),
        ("autolink in Markdown", static a => "&lt;" + WebUtility.HtmlEncode(a) + "&gt;"),
        ("escape in Markdown", static a => WebUtility.HtmlEncode(a).Replace(":", "\\:", StringComparison.Ordinal)),
        .. Odd("front", static (a, c) => c + WebUtility.HtmlEncode(a)),
        .. Odd("midst", Inside),
        .. Odd("end of the scheme", static (a, c) => WebUtility.HtmlEncode(a).Replace(":", c + ":", StringComparison.Ordinal)),
    ];

    /// <summary>Every address in every way.</summary>
    public static IEnumerable<(string Name, string Attribute)> All =>
        from address in Addresses
        from obfuscation in Obfuscations
        select ($"{obfuscation.Name}: {address}", obfuscation.Write(address));

    /// <summary>Characters that a browser, a parser or a renderer drops or trims, at some place.</summary>
    private static IEnumerable<(string Name, Func<string, string> Write)> Odd(string place, Func<string, string, string> put)
    {
        int[] characters =
        [
            0x00, 0x01, 0x09, 0x0A, 0x0B, 0x0D, 0x1F, 0x20, 0x7F, 0x85, 0xA0, 0xAD,
            0x200B, 0x200E, 0x2028, 0x2060, 0x3000, 0xFEFF, 0xFFFD, 0xFFFE, 0xFFFF,
        ];
        foreach (int character in characters)
            yield return ($"U+{character:X4} at the {place}", address => put(address, $"&#x{character:X};"));
        // A NUL cannot be written as a reference, and U+0080 to U+009F are others than their numbers.
        foreach (string raw in (string[])["\0", "\u0085", "\u009F"])
            yield return ($"raw U+{(int)raw[0]:X4} at the {place}", address => put(address, raw));
    }

    private static string Inside(string address, string inserted) =>
        WebUtility.HtmlEncode(address[..4]) + inserted + WebUtility.HtmlEncode(address[4..]);

    private static string MixedCase(string address) =>
        string.Concat(address.Select(static (c, i) => i % 2 == 0 ? char.ToUpperInvariant(c) : c));

    private static string References(string address, Func<int, string> write)
    {
        StringBuilder text = new();
        foreach (char c in address)
            text.Append(write(c));
        return text.ToString();
    }
}
