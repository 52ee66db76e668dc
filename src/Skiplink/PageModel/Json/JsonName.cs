namespace Skiplink.PageModel.Json;

/// <summary>The properties of JSON-LD that are looked up.</summary>
internal enum JsonName : byte
{
    /// <summary>Any other.</summary>
    Other,
    AtGraph,
    AtId,
    AtType,
    AtValue,
    ArticleBody,
    ArticleSection,
    Author,
    CommentText,
    CommentTime,
    ContentUrl,
    Creator,
    DateCreated,
    DateModified,
    DatePublished,
    Description,
    FamilyName,
    GivenName,
    Headline,
    Image,
    InLanguage,
    IsAccessibleForFree,
    Keywords,
    License,
    MainEntity,
    MainEntityOfPage,
    Name,
    Publisher,
    ReviewBody,
    Text,
    ThumbnailUrl,
    Url,
    WordCount,
}

/// <summary>Finds the properties by their names.</summary>
internal static class JsonNames
{
    private const int Longest = 19;

    /// <summary>The property of a name, which may have escapes in it.</summary>
    public static JsonName Find(ReadOnlySpan<byte> name, bool isEscaped)
    {
        if (!isEscaped)
            return Find(name);
        Span<byte> whole = stackalloc byte[6 * Longest];
        return JsonEscapes.TryResolve(name, whole, out int length) ? Find(whole[..length]) : JsonName.Other;
    }

    private static JsonName Find(ReadOnlySpan<byte> name) => name.Length switch
    {
        3 when name.SequenceEqual("@id"u8) => JsonName.AtId,
        3 when name.SequenceEqual("url"u8) => JsonName.Url,
        4 when name.SequenceEqual("name"u8) => JsonName.Name,
        4 when name.SequenceEqual("text"u8) => JsonName.Text,
        5 when name.SequenceEqual("@type"u8) => JsonName.AtType,
        5 when name.SequenceEqual("image"u8) => JsonName.Image,
        6 when name.SequenceEqual("author"u8) => JsonName.Author,
        6 when name.SequenceEqual("@graph"u8) => JsonName.AtGraph,
        6 when name.SequenceEqual("@value"u8) => JsonName.AtValue,
        7 when name.SequenceEqual("creator"u8) => JsonName.Creator,
        7 when name.SequenceEqual("license"u8) => JsonName.License,
        8 when name.SequenceEqual("headline"u8) => JsonName.Headline,
        8 when name.SequenceEqual("keywords"u8) => JsonName.Keywords,
        9 when name.SequenceEqual("publisher"u8) => JsonName.Publisher,
        9 when name.SequenceEqual("wordCount"u8) => JsonName.WordCount,
        9 when name.SequenceEqual("givenName"u8) => JsonName.GivenName,
        10 when name.SequenceEqual("inLanguage"u8) => JsonName.InLanguage,
        10 when name.SequenceEqual("mainEntity"u8) => JsonName.MainEntity,
        10 when name.SequenceEqual("contentUrl"u8) => JsonName.ContentUrl,
        10 when name.SequenceEqual("familyName"u8) => JsonName.FamilyName,
        10 when name.SequenceEqual("reviewBody"u8) => JsonName.ReviewBody,
        11 when name.SequenceEqual("commentText"u8) => JsonName.CommentText,
        11 when name.SequenceEqual("commentTime"u8) => JsonName.CommentTime,
        11 when name.SequenceEqual("dateCreated"u8) => JsonName.DateCreated,
        11 when name.SequenceEqual("description"u8) => JsonName.Description,
        11 when name.SequenceEqual("articleBody"u8) => JsonName.ArticleBody,
        12 when name.SequenceEqual("dateModified"u8) => JsonName.DateModified,
        12 when name.SequenceEqual("thumbnailUrl"u8) => JsonName.ThumbnailUrl,
        13 when name.SequenceEqual("datePublished"u8) => JsonName.DatePublished,
        14 when name.SequenceEqual("articleSection"u8) => JsonName.ArticleSection,
        16 when name.SequenceEqual("mainEntityOfPage"u8) => JsonName.MainEntityOfPage,
        19 when name.SequenceEqual("isAccessibleForFree"u8) => JsonName.IsAccessibleForFree,
        _ => JsonName.Other,
    };
}
