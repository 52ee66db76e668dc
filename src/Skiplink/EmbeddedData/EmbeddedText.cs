using System.Net;
using System.Text;
using System.Text.Json;
using Skiplink.Html;
using Skiplink.PageModel;
using Skiplink.PageModel.Json;
using Skiplink.SavedText;

namespace Skiplink.EmbeddedData;

/// <summary>
/// The main text of a page that shows none before its scripts have run, where its data hold it: the body of an article, the text of a post
/// or the description of a product in JSON-LD, else the longest piece of prose among the strings of a framework's state (<c>script
/// type="application/json"</c>).
/// </summary>
internal static class EmbeddedText
{
    private const int MinWords = 40;

    /// <summary>Only this much of a state is read.</summary>
    private const int MaxStateBytes = 4 << 20;

    /// <summary>Only strings of a state that have this many bytes are looked at.</summary>
    private const int MinStateString = 160;

    private static readonly JsonName[] Properties = [JsonName.ArticleBody, JsonName.Text, JsonName.ReviewBody, JsonName.Description];

    /// <summary>The text as markup, in UTF-8, or null where the data hold none.</summary>
    public static byte[]? Find(PageDocument page) => (InJsonLd(page.Head.JsonLd) ?? InStates(page)) is { } text ? AsMarkup(text) : null;

    private static string? InStates(PageDocument page)
    {
        string? best = null;
        foreach (PageScript script in page.Head.Scripts)
        {
            HtmlNode state = script.Kind == ScriptKind.Json ? new HtmlNode(page.Html, script.Node).FirstChild : default;
            if (!state.IsNone && state.Utf8Text.Length <= MaxStateBytes)
                best = Longer(best, InState(state.Utf8Text));
        }
        return best;
    }

    private static string? InJsonLd(JsonLdDocument data)
    {
        foreach (JsonName property in Properties)
        {
            string? best = null;
            foreach (JsonLdObject item in data.Objects)
            {
                if (data.PropertyOf(item.Row, property) is >= 0 and int value && data[value].Kind == JsonKind.String)
                    best = Longer(best, StringOf(data, value));
            }
            if (best is not null)
                return best;
        }
        return null;
    }

    /// <summary>A string of JSON-LD, or null when it holds half a character.</summary>
    private static string? StringOf(JsonLdDocument data, int value)
    {
        ReadOnlySpan<byte> raw = data.BytesOf(value);
        if (!data[value].IsEscaped)
            return Encoding.UTF8.GetString(raw);
        if (raw.IndexOf("\\ud"u8) >= 0 || raw.IndexOf("\\uD"u8) >= 0)
            return null;
        byte[] resolved = new byte[raw.Length];
        JsonEscapes.TryResolve(raw, resolved, out int length);
        return Encoding.UTF8.GetString(resolved, 0, length);
    }

    /// <summary>The longest string of the state that is prose.</summary>
    private static string? InState(ReadOnlySpan<byte> json)
    {
        string? best = null;
        Utf8JsonReader reader = new(json,
            new JsonReaderOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 512 });
        try
        {
            while (reader.Read())
            {
                if (reader.TokenType == JsonTokenType.String && reader.ValueSpan.Length >= MinStateString
                    && reader.ValueSpan.IndexOf("\\ud"u8) < 0 && reader.ValueSpan.IndexOf("\\uD"u8) < 0)
                    best = Longer(best, reader.GetString());
            }
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException)
        {
            // What was read before the fault counts.
        }
        return best;
    }

    private static string? Longer(string? best, string? text) =>
        text is not null && text.Length > (best?.Length ?? 0) && IsProse(text) ? text : best;

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
        return words >= MinWords && stops * 60 >= words && signs * 20 < letters;
    }

    private static byte[] AsMarkup(string text)
    {
        string plain = text.Contains("&lt;", StringComparison.Ordinal) ? WebUtility.HtmlDecode(text) : text;
        bool isMarkup = plain.Contains("</", StringComparison.Ordinal) || plain.Contains("<p", StringComparison.OrdinalIgnoreCase)
            || plain.Contains("<br", StringComparison.OrdinalIgnoreCase);
        return isMarkup ? Encoding.UTF8.GetBytes(plain) : LinesDocument.FromText(WebUtility.HtmlDecode(plain));
    }
}
