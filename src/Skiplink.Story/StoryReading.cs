namespace Skiplink.Stories;

/// <content>How a story is read.</content>
public sealed partial record Story
{
    /// <summary>Reads the story of an article. A part that cannot be read is left out, and <see cref="Warnings"/> says so.</summary>
    /// <param name="article">The article.</param>
    public static Story Read(Article article)
    {
        ArgumentNullException.ThrowIfNull(article);
        return Read(new StoryInput
        {
            Text = article.Text,
            Published = article.Published,
            Language = article.Language,
            Agencies = article.Agencies,
            Pictures = article.Pictures,
        });
    }

    /// <summary>Reads a story from its text.</summary>
    /// <param name="input">The text, and what is known of it.</param>
    public static Story Read(StoryInput input)
    {
        ArgumentNullException.ThrowIfNull(input);
        return StoryReader.Read(input);
    }
}
