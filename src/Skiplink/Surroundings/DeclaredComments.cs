using System.Text;
using Skiplink.Addresses;
using Skiplink.Html;
using Skiplink.PageModel;
using Skiplink.PageModel.Json;
using Skiplink.Text;

namespace Skiplink.Surroundings;

/// <summary>Comments that a page declares in JSON-LD: objects of the types <c>Comment</c> and <c>UserComments</c> of schema.org.</summary>
internal static class DeclaredComments
{
    /// <summary>The script with the first declared comment; none when the page declares none.</summary>
    public static HtmlNode ScriptOf(PageDocument page)
    {
        JsonLdDocument data = page.Head.JsonLd;
        bool isDeclared = false;
        for (int i = 0; i < data.Objects.Count && !isDeclared; i++)
            isDeclared = IsComment(data, data.Objects[i]);
        if (!isDeclared)
            return default;
        foreach (PageScript script in page.Head.Scripts)
        {
            HtmlNode text = script.Kind == ScriptKind.JsonLd ? new HtmlNode(page.Html, script.Node).FirstChild : default;
            if (text.IsText && text.Utf8Text.IndexOf("Comment\""u8) >= 0)
                return new(page.Html, script.Node);
        }
        return default;
    }

    /// <summary>The comments, in the order in which they are declared; answers are one deeper than what they answer.</summary>
    public static List<ReaderComment> Read(PageDocument page, CommentLines dates, UrlResolver urls)
    {
        JsonLdDocument data = page.Head.JsonLd;
        List<ReaderComment> comments = [];
        Stack<int> open = [];
        foreach (JsonLdObject item in data.Objects)
        {
            if (!IsComment(data, item))
                continue;
            while (open.Count > 0 && open.Peek() <= item.Row)
                open.Pop();
            string? text = StringOf(data, item.Row, JsonName.Text) ?? StringOf(data, item.Row, JsonName.CommentText);
            if (string.IsNullOrWhiteSpace(text))
                continue;
            string? date = BytesOf(data, item.Row, JsonName.DateCreated) ?? BytesOf(data, item.Row, JsonName.DatePublished)
                ?? BytesOf(data, item.Row, JsonName.CommentTime);
            string? address = StringOf(data, item.Row, JsonName.Url) is { } url ? urls.Resolve(url, AddressUse.Link) : null;
            comments.Add(new(
                AuthorOf(data, item.Row),
                date is null ? null : dates.ParseDate(Encoding.UTF8.GetBytes(date)),
                Paragraphs(text),
                open.Count,
                string.IsNullOrEmpty(address) ? null : address));
            open.Push(data[item.Row].End);
        }
        return comments;
    }

    private static bool IsComment(JsonLdDocument data, JsonLdObject item) =>
        data.BytesOf(item.Type) is var type && (type.SequenceEqual("Comment"u8) || type.SequenceEqual("UserComments"u8));

    private static string? AuthorOf(JsonLdDocument data, int item)
    {
        int author = data.PropertyOf(item, JsonName.Author) is >= 0 and int named ? named : data.PropertyOf(item, JsonName.Creator);
        if (author >= 0 && data[author].Kind == JsonKind.Array && data[author].End > author + 1)
            author++;
        return author < 0 ? null : data[author].Kind == JsonKind.Object ? StringOf(data, author, JsonName.Name) : StringAt(data, author);
    }

    private static string? BytesOf(JsonLdDocument data, int item, JsonName name) => StringOf(data, item, name);

    private static string? StringOf(JsonLdDocument data, int item, JsonName name) => StringAt(data, data.PropertyOf(item, name));

    private static string? StringAt(JsonLdDocument data, int row)
    {
        if (row < 0 || data[row].Kind != JsonKind.String)
            return null;
        ReadOnlySpan<byte> raw = data.BytesOf(row);
        if (!data[row].IsEscaped)
            return Encoding.UTF8.GetString(raw).Trim();
        byte[] whole = new byte[raw.Length];
        return JsonEscapes.TryResolve(raw, whole, out int length) ? Encoding.UTF8.GetString(whole, 0, length).Trim() : null;
    }

    /// <summary>The text's lines, tidied; tags in it are dropped.</summary>
    private static string Paragraphs(string text)
    {
        TextArena texts = new();
        IEnumerable<string> lines = text.Split('\n').Select(l => Tidy.WithoutTags(Tidy.Text(l).AsMemory(), texts).ToString().Trim());
        return string.Join("\n\n", lines.Where(static l => l.Length > 0));
    }
}
