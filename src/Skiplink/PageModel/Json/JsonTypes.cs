namespace Skiplink.PageModel.Json;

/// <summary>What the types of schema.org mean for who looks for the object that a page is about.</summary>
internal static class JsonTypes
{
    /// <summary>How many ranks there are.</summary>
    public const int Ranks = 3;

    /// <summary>0 for articles and posts, 1 for products and the like, 2 for pages as such, -1 for the rest.</summary>
    public static int RankOf(ReadOnlySpan<byte> type)
    {
        if (type.EndsWith("Article"u8) || type.SequenceEqual("BlogPosting"u8) || type.SequenceEqual("LiveBlogPosting"u8)
            || type.SequenceEqual("Report"u8) || type.SequenceEqual("Review"u8)
            || type.SequenceEqual("DiscussionForumPosting"u8) || type.SequenceEqual("SocialMediaPosting"u8))
            return 0;
        if (type.SequenceEqual("Product"u8) || type.SequenceEqual("Recipe"u8) || type.SequenceEqual("Event"u8)
            || type.SequenceEqual("JobPosting"u8) || type.SequenceEqual("Book"u8) || type.SequenceEqual("Movie"u8)
            || type.SequenceEqual("VideoObject"u8) || type.SequenceEqual("Course"u8) || type.SequenceEqual("SoftwareApplication"u8)
                || type.SequenceEqual("HowTo"u8) || type.SequenceEqual("Question"u8))
            return 1;
        return type.EndsWith("Page"u8) ? 2 : -1;
    }

    /// <summary>A type without the address of its vocabulary.</summary>
    public static ReadOnlySpan<byte> Local(ReadOnlySpan<byte> type) => type[(type.LastIndexOfAny("/#:"u8) + 1)..];
}
