using System.Text.Json.Serialization;

namespace Skiplink;

/// <summary>Where a metadata value was found. In JSON it is one of the names given here.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<MetadataSource>))]
public enum MetadataSource
{
    /// <summary>A JSON-LD script: <c>json-ld</c>.</summary>
    [JsonStringEnumMemberName("json-ld")]
    JsonLd,

    /// <summary>An Open Graph property, <c>article:</c> included: <c>open-graph</c>.</summary>
    [JsonStringEnumMemberName("open-graph")]
    OpenGraph,

    /// <summary>Any other <c>meta</c> element, Dublin Core and Twitter cards included: <c>meta</c>.</summary>
    [JsonStringEnumMemberName("meta")]
    Meta,

    /// <summary>A microdata property (<c>itemprop</c>): <c>microdata</c>.</summary>
    [JsonStringEnumMemberName("microdata")]
    Microdata,

    /// <summary>An RDFa property of the body: <c>rdfa</c>.</summary>
    [JsonStringEnumMemberName("rdfa")]
    Rdfa,

    /// <summary>A link: <c>rel=author</c>, <c>rel=license</c>, <c>rel=canonical</c>: <c>link</c>.</summary>
    [JsonStringEnumMemberName("link")]
    Link,

    /// <summary>The <c>title</c> element or the <c>lang</c> attribute: <c>html</c>.</summary>
    [JsonStringEnumMemberName("html")]
    Html,

    /// <summary>A <c>time</c> element: <c>time</c>.</summary>
    [JsonStringEnumMemberName("time")]
    Time,

    /// <summary>A heading: <c>heading</c>.</summary>
    [JsonStringEnumMemberName("heading")]
    Heading,

    /// <summary>The text itself: a byline, a dateline, the language of the words: <c>text</c>.</summary>
    [JsonStringEnumMemberName("text")]
    Text,

    /// <summary>The address of the page: <c>url</c>.</summary>
    [JsonStringEnumMemberName("url")]
    Url,
}
