using System.Text;
using Skiplink.Blocks;
using Skiplink.Html;

namespace Skiplink.SavedText;

/// <summary>What saved text has beside its paragraphs, and where: the title's line, captions, lines of furniture.</summary>
internal sealed class SavedTextLayout
{
    private SavedTextLayout(string? title, IReadOnlyList<Picture> pictures) => (Title, Pictures) = (title, pictures);

    /// <summary>The title, or null.</summary>
    public string? Title { get; }

    /// <summary>The captions, with their credits apart.</summary>
    public IReadOnlyList<Picture> Pictures { get; }

    /// <summary>Finds the parts, and takes title, captions and furniture out of the blocks that are kept.</summary>
    public static SavedTextLayout Read(HtmlDocument document, BlockTable blocks)
    {
        string[] lines = new string[blocks.Count];
        for (int i = 0; i < blocks.Count; i++)
            lines[i] = Encoding.UTF8.GetString(new HtmlNode(document, blocks[i].FirstNode).Utf8Text).Trim();
        int body = FirstParagraph(blocks, lines);
        List<Picture> pictures = [];
        for (int i = 0; i < blocks.Count; i++)
        {
            if (FurnitureLines.Contains(lines[i]))
            {
                Skip(ref blocks[i], Verdict.Furniture);
            }
            else if (CaptionLine.Parse(lines[i]) is { } picture)
            {
                pictures.Add(picture);
                Skip(ref blocks[i], Verdict.Caption);
            }
        }
        int title = TitleLine(blocks, lines, body);
        if (title >= 0)
        {
            // What stands over the title is the way there.
            for (int i = 0; i <= title; i++)
                Skip(ref blocks[i], Verdict.TitleMatter);
        }
        return new(title < 0 ? null : lines[title], pictures);
    }

    private static void Skip(ref BlockRow block, Verdict verdict)
    {
        block.Verdict = block.Kept || verdict == Verdict.Caption ? verdict : block.Verdict;
        block.Kept = false;
    }

    /// <summary>The first kept line that is a paragraph, or the number of lines.</summary>
    private static int FirstParagraph(BlockTable blocks, string[] lines)
    {
        for (int i = 0; i < lines.Length; i++)
        {
            if (blocks[i].Kept && blocks[i].Words >= 15 && CaptionLine.Parse(lines[i]) is null && !FurnitureLines.Contains(lines[i]))
                return i;
        }
        return lines.Length;
    }

    /// <summary>The line before the text that shares most of its words with it; a title is short, and is no sentence.</summary>
    private static int TitleLine(BlockTable blocks, string[] lines, int body)
    {
        HashSet<uint> words = [];
        for (int i = body; i < Math.Min(body + 12, blocks.Count); i++)
        {
            foreach (uint word in blocks.WordsOf(i))
                words.Add(word);
        }
        int best = -1;
        double most = 0.25;
        for (int i = Math.Max(0, body - 40); i < body && i < lines.Length; i++)
        {
            int count = blocks[i].Words;
            if (count is < 2 or > 30 || FurnitureLines.Contains(lines[i]) || CaptionLine.Parse(lines[i]) is not null || lines[i].EndsWith('.'))
                continue;
            int shared = 0;
            foreach (uint word in blocks.WordsOf(i))
                shared += words.Contains(word) ? 1 : 0;
            // Longer lines say more; of equals the one nearer to the text.
            double score = shared / (double)count * Math.Min(1, count / 5.0);
            if (score >= most)
                (most, best) = (score, i);
        }
        return best;
    }
}
