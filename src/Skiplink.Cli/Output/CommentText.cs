using Skiplink.Writing;

namespace Skiplink.Cli.Output;

/// <summary>Plain text with readers' comments below it, where they were asked for.</summary>
internal static class CommentText
{
    /// <summary>The text of an article, and its comments.</summary>
    public static string Below(Article article)
    {
        if (!article.Content.Options.Comments || article.Comments.Count == 0)
            return article.Text;
        string comments = CommentSection.Text(article.Comments);
        return article.Text.Length > 0 ? $"{article.Text.TrimEnd('\n')}\n\n{comments}" : comments;
    }
}
