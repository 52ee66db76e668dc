using System.Net;
using System.Text;
using System.Text.Json;
using Skiplink.Html;
using Skiplink.Metadata.Candidates;
using Skiplink.SavedText;
using Skiplink.Text;

namespace Skiplink.EmbeddedData;

/// <summary>
/// The main text of a page that shows none before its scripts have run, where its data hold it: the body of an article, the text of a post or the description of a
/// product in JSON-LD, else the longest piece of prose among the strings of a framework's state (<c>script type="application/json"</c>).
/// </summary>
internal sealed class HiddenText
{
    /// <summary>Data are looked at where the page shows fewer words than this, and taken where they have this many at the least.</summary>
    public const int FewShown = 30;
    private const int LeastWords = 40;

    /// <summary>Only this much of a state is read, and only strings of this length are looked at.</summary>
    private const int MostBytes = 4 << 20;
    private const int LeastCharacters = 160;

    /// <summary>What pages of such data score against the labels, on the average: the confidence in them. Of 30 pages of the training corpus whose JSON-LD has an <c>articleBody</c> of 40 words and more.</summary>
    public const double Confidence = 0.8;

    private static readonly JsonName[] Properties = [JsonName.ArticleBody, JsonName.Text, JsonName.ReviewBody, JsonName.Description];

    private readonly TextArena _texts = new();
    private readonly JsonLd _data;

    public HiddenText() => _data = new(_texts);

    /// <summary>The text as markup, in UTF-8, or null where the data hold none.</summary>
    public byte[]? Find(HtmlDocument document, IReadOnlyList<int> scripts)
    {
        JsonLd data = _data;
        _texts.Clear();
        data.Clear();
        string? state = null;
        HtmlNode head = document.Head;
        for (HtmlNode node = head.IsNone ? default : head.FirstChild; !node.IsNone; node = node.NextSibling)
        {
            if (node.Is(HtmlNames.Script))
                Read(node, data, ref state);
        }
        foreach (int script in scripts)
            Read(new(document, script), data, ref state);
        return (InData(data) ?? state) is { } text ? AsMarkup(text) : null;
    }

    private static void Read(HtmlNode script, JsonLd data, ref string? state)
    {
        ReadOnlySpan<byte> type = script.Utf8Attribute(HtmlNames.Type).Trim(" \t\n\r"u8);
        if (Ascii.EqualsIgnoreCase(type, "application/ld+json"u8))
            data.Read(script);
        else if (Ascii.EqualsIgnoreCase(type, "application/json"u8) && !script.FirstChild.IsNone && script.FirstChild.Utf8Text.Length <= MostBytes)
            state = Longer(state, InState(script.FirstChild.Utf8Text));
    }

    private static string? InData(JsonLd data)
    {
        foreach (JsonName property in Properties)
        {
            string? best = null;
            for (int i = 0; i < data.Count; i++)
            {
                if (data.TryString(data[i], property, out string text))
                    best = Longer(best, text);
            }
            if (best is not null)
                return best;
        }
        return null;
    }

    /// <summary>The longest string of the state that is prose.</summary>
    private static string? InState(ReadOnlySpan<byte> json)
    {
        string? best = null;
        Utf8JsonReader reader = new(json, new JsonReaderOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 512 });
        try
        {
            while (reader.Read())
            {
                if (reader.TokenType == JsonTokenType.String && reader.ValueSpan.Length >= LeastCharacters && reader.ValueSpan.IndexOf("\\ud"u8) < 0 && reader.ValueSpan.IndexOf("\\uD"u8) < 0)
                    best = Longer(best, reader.GetString());
            }
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException)
        {
            // What was read before the fault counts.
        }
        return best;
    }

    private static string? Longer(string? best, string? text) => text is not null && text.Length > (best?.Length ?? 0) && IsProse(text) ? text : best;

    /// <summary>Enough words, and they stand in sentences: code, style sheets and lists of names do not.</summary>
    private static bool IsProse(string text)
    {
        int words = 0, stops = 0, signs = 0, letters = 0;
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            words += c == ' ' && i > 0 && char.IsLetter(text[i - 1]) ? 1 : 0;
            stops += c is '.' or '?' or '!' && (i + 1 == text.Length || char.IsWhiteSpace(text[i + 1]) || text[i + 1] == '<') ? 1 : 0;
            signs += c is '{' or '}' or ';' or '=' or '|' or '\\' ? 1 : 0;
            letters += char.IsLetter(c) ? 1 : 0;
        }
        return words >= LeastWords && stops * 60 >= words && signs * 20 < letters;
    }

    private static byte[] AsMarkup(string text)
    {
        string plain = text.Contains("&lt;", StringComparison.Ordinal) ? WebUtility.HtmlDecode(text) : text;
        return plain.Contains("</", StringComparison.Ordinal) || plain.Contains("<p", StringComparison.OrdinalIgnoreCase) || plain.Contains("<br", StringComparison.OrdinalIgnoreCase)
            ? Encoding.UTF8.GetBytes(plain) : LinesDocument.FromText(WebUtility.HtmlDecode(plain));
    }
}
