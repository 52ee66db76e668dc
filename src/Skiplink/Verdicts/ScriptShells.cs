using System.Text;
using Skiplink.Html;
using Skiplink.PageModel;

namespace Skiplink.Verdicts;

/// <summary>Tells pages that show nothing before their scripts have run, and pages without any text.</summary>
internal static class ScriptShells
{
    private static readonly PhraseList Requests = new(VerdictData.Scripts);
    private const int MaxRequestWords = 50;

    /// <summary>A shell with a request for scripts shows no more words than this, one without no more than these few.</summary>
    private const int MaxShownWords = 60;
    private const int FewShownWords = 15;

    // Words in the classes and ids of what is shown in place of a page that is being loaded.
    private static readonly string[] Placeholders = ["skeleton", "preloader", "splash", "spinner", "loader", "loading"];

    /// <summary>The finding, or null.</summary>
    public static VerdictFinding? Find(PageLines page)
    {
        if (page.KeptWords > MaxShownWords || page.ShownWords > MaxShownWords)
            return null;
        if (page.Find(Requests, MaxRequestWords) is var (line, phrase))
            return new(PageVerdict.ScriptShell, [new(line.Block, phrase, line.IsNoScript ? "noscript" : null)]);
        if (Requests.FindIn($" {page.Title} ") is { } title)
            return new(PageVerdict.ScriptShell, [new(null, title, "title")]);
        if (page.ShownWords <= FewShownWords && page.KeptWords == 0 && EmptyRoot(page.Page) is { } root && HasPrograms(page.Page))
            return new(PageVerdict.ScriptShell, [new(null, null, root), new(null, null, "script")]);
        if (page.ShownWords <= FewShownWords && Placeholder(page.Page) is { } placeholder)
            return new(PageVerdict.ScriptShell, [new(null, null, placeholder)]);
        return page.ShownWords == 0 && page.Lines.Count == 0 ? new(PageVerdict.Empty, [new(null, null, "no text")]) : null;
    }

    /// <summary>An element with an id and nothing in it, for scripts to fill.</summary>
    private static string? EmptyRoot(PageDocument page)
    {
        foreach (ref readonly ElementRow element in page.Elements.Rows)
        {
            if (element.Words > 0 || element.Images > 0)
                continue;
            HtmlNode node = new(page.Html, element.Node);
            // A name of its own with a hyphen is that of a component, which a script defines.
            if (element.Name > HtmlNames.KnownCount && node.LocalName.Contains('-', StringComparison.Ordinal))
                return $"empty {node.LocalName}";
            if (element.Name is HtmlNames.Div or HtmlNames.Main or HtmlNames.Section && node.HasAttribute(HtmlNames.Id))
                return $"empty {node.LocalName} id={Encoding.UTF8.GetString(node.Utf8Attribute(HtmlNames.Id))}";
        }
        return null;
    }

    /// <summary>An element that is shown while a page loads.</summary>
    private static string? Placeholder(PageDocument page)
    {
        foreach (ref readonly ElementRow element in page.Elements.Rows)
        {
            HtmlNode node = new(page.Html, element.Node);
            foreach (int name in (ReadOnlySpan<int>)[HtmlNames.Class, HtmlNames.Id])
            {
                string value = Encoding.UTF8.GetString(node.Utf8Attribute(name));
                if (Array.Exists(Placeholders, word => value.Contains(word, StringComparison.OrdinalIgnoreCase)))
                    return $"{node.LocalName} {(name == HtmlNames.Class ? "class" : "id")}={value}";
            }
        }
        return null;
    }

    private static bool HasPrograms(PageDocument page)
    {
        foreach (PageScript script in page.Head.Scripts)
        {
            if (script.Kind == ScriptKind.Other)
                return true;
        }
        return false;
    }
}
