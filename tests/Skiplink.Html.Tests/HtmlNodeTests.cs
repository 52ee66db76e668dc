using System.Text;
using Xunit;

namespace Skiplink.Html.Tests;

public sealed class HtmlNodeTests
{
    private const string Page =
        "<!doctype html><title>T</title><body><ul id=list><li>one<li>two &amp; a half</ul><img src='a b.png' alt=\"x&quot;y\">";

    [Fact]
    public void Links_lead_to_parents_children_and_siblings()
    {
        HtmlNode list = HtmlDocument.Parse(Page).Body.FirstChildElement(HtmlNames.Ul);
        HtmlNode first = list.FirstChild, second = list.LastChild;
        Assert.Equal(second, first.NextSibling);
        Assert.Equal(first, second.PreviousSibling);
        Assert.Equal(list, second.Parent);
        Assert.True(second.NextSibling.IsNone);
        Assert.True(first.PreviousSibling.IsNone);
        Assert.True(list.Document.Root.Parent.IsNone);
    }

    [Fact]
    public void Attributes_are_decoded_and_keep_their_order()
    {
        HtmlNode image = HtmlDocument.Parse(Page).Body.FirstChildElement(HtmlNames.Img);
        Assert.Equal(2, image.AttributeCount);
        Assert.Equal(["src", "alt"], [image.Attribute(0).Name, image.Attribute(1).Name]);
        Assert.Equal("a b.png", image.GetAttribute("src"));
        Assert.Equal("x\"y", image.GetAttribute("alt"));
        Assert.Null(image.GetAttribute("title"));
        Assert.Throws<ArgumentOutOfRangeException>(() => image.Attribute(2));
    }

    [Fact]
    public void Attributes_are_enumerated_without_allocation()
    {
        HtmlNode image = HtmlDocument.Parse(Page).Body.FirstChildElement(HtmlNames.Img);
        List<string> seen = [];
        foreach (HtmlAttribute attribute in image.Attributes)
            seen.Add($"{attribute.Name}={attribute.Value}");
        Assert.Equal(["src=a b.png", "alt=x\"y"], seen);
        Assert.Equal((2, 0), (image.Attributes.Count, image.NextInOrder(image).Attributes.Count + image.Document.Root.Attributes.Count));
        Assert.Equal("alt", image.Attributes[1].Name);
        Assert.Throws<ArgumentOutOfRangeException>(() => image.Attributes[2]);
        long before = GC.GetAllocatedBytesForCurrentThread();
        int bytes = 0;
        foreach (HtmlAttribute attribute in image.Attributes)
            bytes += attribute.Utf8Value.Length;
        Assert.Equal((10, 0L), (bytes, GC.GetAllocatedBytesForCurrentThread() - before));
    }

    [Fact]
    public void A_page_of_valid_utf_8_is_read_as_such_whatever_it_declares() =>
        Assert.Equal("é", new HtmlParser().ParseUtf8("<meta charset=windows-1251><p>é"u8.ToArray()).Body.TextContent);

    [Fact]
    public void Text_content_leaves_templates_out_and_document_order_has_them()
    {
        HtmlDocument document = HtmlDocument.Parse("<p>a<template>b</template>c");
        Assert.Equal("ac", document.Body.TextContent);
        List<string> texts = [];
        for (HtmlNode node = document.Body; !node.IsNone; node = node.NextInOrder(document.Body))
        {
            if (node.IsText)
                texts.Add(Encoding.UTF8.GetString(node.Utf8Text));
        }
        Assert.Equal(["a", "b", "c"], texts);
    }

    [Fact]
    public void Every_node_knows_where_it_stands_in_the_source()
    {
        HtmlDocument document = HtmlDocument.Parse(Page);
        HtmlNode second = document.Body.FirstChildElement(HtmlNames.Ul).LastChild;
        Assert.Equal("<li>two &amp; a half", Encoding.UTF8.GetString(document.Source.Span[second.SourceStart..second.SourceEnd]));
        Assert.Equal("two &amp; a half",
            Encoding.UTF8.GetString(document.Source.Span[second.FirstChild.SourceStart..second.FirstChild.SourceEnd]));
    }

    [Fact]
    public void None_says_so_instead_of_failing_somewhere_else()
    {
        HtmlNode none = default;
        Assert.True(none.IsNone);
        Assert.Equal("", none.TextContent);
        Assert.Equal("(none)", none.ToString());
        Assert.Contains("no node", Assert.Throws<InvalidOperationException>(() => none.Document).Message, StringComparison.Ordinal);
    }
}
