using System.Text;
using Skiplink.Writing;

namespace Skiplink;

/// <summary>What was read from a page: its main text, and what it says of itself. Safe to keep and to share between threads.</summary>
public sealed class Article
{
    private readonly ArticleForms _forms;
    private string? _text;
    private string? _markdown;
    private string? _html;
    private string? _tei;

    internal Article(PageMetadata metadata, PageKind kind, double confidence, ArticleForms forms, IReadOnlyList<Picture> pictures)
    {
        Metadata = metadata;
        Kind = kind;
        Confidence = confidence;
        _forms = forms;
        Pictures = pictures;
    }

    /// <summary>What the page says of itself, each value with its source.</summary>
    public PageMetadata Metadata { get; }

    /// <summary>The title, without the site's name; null when the page has none.</summary>
    public string? Title => Metadata.Title?.Value;

    /// <summary>The authors, a name each.</summary>
    public IReadOnlyList<string> Authors => [.. Metadata.Authors.Select(static a => a.Value)];

    /// <summary>The news agencies that the byline or the dateline names, by their usual names: <c>Reuters</c>, <c>AP</c>, <c>dpa</c>.</summary>
    public IReadOnlyList<string> Agencies => [.. Metadata.Agencies.Select(static a => a.Value)];

    /// <summary>When it was published, in ISO 8601, as exact as the page is; null when it does not say.</summary>
    public string? Published => Metadata.Published?.Value;

    /// <summary>When it was last changed, in ISO 8601, as exact as the page is; null when it does not say.</summary>
    public string? Modified => Metadata.Modified?.Value;

    /// <summary>The name of the site; null when neither page nor address say it.</summary>
    public string? Site => Metadata.Site?.Value;

    /// <summary>The language, as a BCP 47 tag; null when the page does not say.</summary>
    public string? Language => Metadata.Language?.Value;

    /// <summary>What kind of page it is; <see cref="PageKind.Other"/> for saved text.</summary>
    public PageKind Kind { get; }

    /// <summary>The pictures of the text, in its order.</summary>
    public IReadOnlyList<Picture> Pictures { get; }

    /// <summary>What share of the text is right, as far as the model can tell: the F1 over words that it expects, 0 to 1.</summary>
    public double Confidence { get; }

    /// <summary>The main text: a line for each block, blank lines between blocks, without title and byline. Empty when the page has none.</summary>
    public string Text => _text ??= Encoding.UTF8.GetString(_forms.Text);

    /// <summary>The main text in UTF-8.</summary>
    public ReadOnlyMemory<byte> Utf8Text => _forms.Text;

    /// <summary>The main text as Markdown; null unless <see cref="ReadOptions.Formats"/> asked for it.</summary>
    public string? Markdown => _markdown ??= Decoded(_forms.Markdown);

    /// <summary>The Markdown as a document of its own, under its title; null when there is no Markdown.</summary>
    public string? MarkdownDocument =>
        Markdown is { Length: > 0 } markdown && Title is { Length: > 0 } title ? $"{MarkdownTitle.Of(title, HasFormulas)}\n\n{markdown}" : Markdown;

    /// <summary>The main text as a fragment of HTML that is safe to put into another page; null unless <see cref="ReadOptions.Formats"/> asked for it.</summary>
    public string? Html => _html ??= Decoded(_forms.Html);

    /// <summary>The article as a TEI P5 document; null unless <see cref="ReadOptions.Formats"/> asked for it.</summary>
    public string? Tei => _tei ??= Decoded(_forms.Tei);

    /// <summary>The main text as typed blocks; null unless <see cref="ReadOptions.Formats"/> asked for it.</summary>
    public IReadOnlyList<ContentBlock>? Blocks => _forms.Blocks;

    /// <summary>Whether there are formulas in the main text: in the Markdown dollar signs then stand around TeX, and others are escaped.</summary>
    public bool HasFormulas => _forms.HasFormulas;

    private static string? Decoded(byte[]? utf8) => utf8 is null ? null : Encoding.UTF8.GetString(utf8);
}
