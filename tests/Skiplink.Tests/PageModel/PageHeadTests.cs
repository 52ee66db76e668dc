using System.Text;
using Skiplink.Features;
using Skiplink.Html;
using Skiplink.PageModel;
using Skiplink.PageModel.Json;
using Xunit;

namespace Skiplink.Tests;

/// <summary>What a page says of itself is recognised once, and the same for features, metadata, addresses and embedded text.</summary>
public sealed class PageHeadTests
{
    [Theory]
    [InlineData("application/ld+json", true)]
    [InlineData(" Application/LD+JSON ", true)]
    [InlineData("application/ld+json; charset=utf-8", true)]
    [InlineData("application/ld+json ;x", true)]
    [InlineData("application/ld+jsonx", false)]
    [InlineData("application/json", false)]
    [InlineData("", false)]
    public void A_script_is_json_ld_by_the_essence_of_its_type(string type, bool isJsonLd) =>
        Assert.Equal(isJsonLd, PageScript.KindOf(Encoding.UTF8.GetBytes(type)) == ScriptKind.JsonLd);

    [Fact]
    public void Json_ld_with_parameters_gives_kind_features_metadata_and_text()
    {
        const string Story =
            "The ferry left at dawn with eleven people on board. Nobody had told the harbour office. By noon the wind had turned, and the "
            + "island could no longer be seen from the pier. The families waited in the fish hall until the radio spoke again.";
        string html = "<body><script type='application/ld+json; charset=utf-8'>"
            + $"{{\"@type\":\"NewsArticle\",\"headline\":\"Ferry\",\"articleBody\":\"{Story}\"}}</script>";
        Assert.Equal(1, PageData.Read(TestPage.Of(html).Head).Article);
        Assert.Equal(("Ferry", Story), (Page.Read(html).Title, Page.Read(html).Text.Trim()));
    }

    [Theory]
    [InlineData("<meta name=Description content='A wheel'>", true)]
    [InlineData("<meta property=og:description content='A wheel'>", true)]
    [InlineData("<body><p>x<meta name=description content='A wheel'>", true)]
    [InlineData("<meta name=generator content='A wheel'>", false)]
    [InlineData("<meta name=description>", false)]
    public void A_description_is_found_wherever_it_stands(string html, bool isFound)
    {
        PageFacts facts = new();
        facts.Read(TestPage.Of(html));
        Assert.Equal(isFound ? 2 : 0, facts.DescriptionWords.Count);
    }

    [Fact]
    public void Types_of_json_ld_are_counted_however_deep_they_stand()
    {
        PageData data = PageData.Read(TestPage.Of(
            """
            <script type=application/ld+json>{"@graph":[{"@type":["Product","Thing"],"offers":{"@type":"Offer"}},
            {"@type":"https://schema.org/ItemList"},
            {"x":[{"@type":"Comment"},{"@type":"Comment"}]}]}</script><script type=application/ld+json>{"@type":"Article",}</script>
            """).Head);
        Assert.Equal((1, 1, 1, 2), (data.Article, data.Product, data.List, data.Forum));
    }

    [Fact]
    public void A_base_without_an_address_is_passed_over()
    {
        PageHead head = TestPage.Of("<base target=_top><base href=/a/><base href=/b/>").Head;
        Assert.Equal("/a/", Encoding.UTF8.GetString(head.Base.Utf8Attribute(HtmlNames.Href)));
    }

    [Fact]
    public void The_questions_that_a_page_answers_do_not_title_it()
    {
        JsonLdDocument data = TestPage.Of(
            """<script type=application/ld+json>{"@type":"FAQPage","mainEntity":["""
            + """{"@type":"Question","name":"What is a course?"}]}</script>""").Head.JsonLd;
        Assert.Equal([2, -1], data.Objects.Select(static o => o.Rank));
    }

    [Fact]
    public void A_page_without_a_body_has_each_script_once()
    {
        PageHead head = TestPage.Of(
            "<script type=application/ld+json>{\"@type\":\"Article\"}</script><frameset><frame src=a></frameset>").Head;
        Assert.Single(head.Scripts);
        Assert.Single(head.JsonLd.Objects);
    }
}
