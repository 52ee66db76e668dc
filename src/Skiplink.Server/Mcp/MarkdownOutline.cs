namespace Skiplink.Server.Mcp;

/// <summary>The headings and the blocks of a text in Markdown as the writer of articles writes it.</summary>
internal sealed class MarkdownOutline
{
    private readonly List<MarkdownSection> _sections = [];
    private readonly List<MarkdownPassage> _passages = [];

    public MarkdownOutline(string markdown)
    {
        List<(int Level, string Title, int Start)> headings = [];
        int blockStart = -1, blockEnd = 0;
        string? fence = null;
        for (int at = 0; at < markdown.Length;)
        {
            int newline = markdown.IndexOf('\n', at), end = newline < 0 ? markdown.Length : newline;
            ReadOnlySpan<char> line = markdown.AsSpan(at, end - at);
            if (fence is null && Heading(line) is var (level, title))
            {
                EndBlock();
                headings.Add((level, title, at));
            }
            else if (fence is null && line.IsWhiteSpace())
            {
                EndBlock();
            }
            else
            {
                fence = FenceAfter(line, fence);
                if (blockStart < 0)
                    blockStart = at;
                blockEnd = end;
            }
            at = end + 1;
        }
        EndBlock();
        for (int i = 0; i < headings.Count; i++)
        {
            (int level, string title, int start) = headings[i];
            int next = headings.FindIndex(i + 1, heading => heading.Level <= level);
            _sections.Add(new(level, title, start, next < 0 ? markdown.Length : headings[next].Start));
        }

        void EndBlock()
        {
            if (blockStart >= 0)
                _passages.Add(new(markdown[blockStart..blockEnd], blockStart, blockEnd, PathOf(headings)));
            blockStart = -1;
        }
    }

    /// <summary>The headings, in the order of the text.</summary>
    public IReadOnlyList<MarkdownSection> Sections => _sections;

    /// <summary>The blocks, in the order of the text.</summary>
    public IReadOnlyList<MarkdownPassage> Passages => _passages;

    private static string[] PathOf(List<(int Level, string Title, int Start)> headings)
    {
        List<string> path = [];
        int above = int.MaxValue;
        for (int i = headings.Count - 1; i >= 0; i--)
        {
            if (headings[i].Level >= above)
                continue;
            above = headings[i].Level;
            path.Insert(0, headings[i].Title);
        }
        return [.. path];
    }

    private static (int Level, string Title)? Heading(ReadOnlySpan<char> line)
    {
        int level = line.IndexOfAnyExcept('#');
        return level is >= 1 and <= 6 && line[level] == ' ' ? (level, line[level..].Trim().ToString()) : null;
    }

    /// <summary>The fence that code is in after a line: a fence ends with one of its own sort that is as long.</summary>
    private static string? FenceAfter(ReadOnlySpan<char> line, string? fence)
    {
        ReadOnlySpan<char> text = line.Trim();
        if (fence is not null)
            return text.StartsWith(fence) && text.IndexOfAnyExcept(fence[0]) < 0 ? null : fence;
        if (!text.StartsWith("```") && !text.StartsWith("~~~"))
            return null;
        int length = text.IndexOfAnyExcept(text[0]);
        return new(text[0], length < 0 ? text.Length : length);
    }
}
