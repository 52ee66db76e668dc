using System.Text;
using Skiplink.Addresses;
using Skiplink.Html;
using Skiplink.PageModel;
using Skiplink.Text;

namespace Skiplink.Surroundings;

/// <summary>
/// Takes the lines of each comment apart: author, date, text, and what is none of these. Markup that names the parts comes first, then
/// their shape, and what comments of one page have in common: a line that many of them have is a button, a word before or after every
/// name is none of the name.
/// </summary>
internal sealed class CommentParts(PageDocument page, CommentLines lines, UrlResolver urls)
{
    private const int MaxNameWords = 6;
    private const int MaxNameLength = 60;
    private const int MaxButtonWords = 5;

    /// <summary>A line with a date and so many other words is a line about the comment, and none of its text.</summary>
    private const int MaxBesideDate = 8;

    /// <summary>So many comments must share a line or a word before it counts as none of theirs.</summary>
    private const int MinSharing = 3;
    private const double SharedPart = 0.4;

    private static readonly char[] EndSigns = [.. " \u00A0:;,.|()[]»«→·•-–—/…#*~>"];
    private static readonly char[] StartSigns = [.. " \u00A0:;,.|)]»→·•-–—/…#*~>&"];

    private readonly HashSet<string> _furniture = new(StringComparer.Ordinal);
    private bool _hasSubjects;

    /// <summary>A comment while it is taken apart: each line with what is left of it.</summary>
    private sealed class Draft(CommentItem item, HtmlNode root)
    {
        public CommentItem Item { get; } = item;

        public HtmlNode Root { get; } = root;

        public List<(CommentLine Line, string Text)> Lines { get; } = [.. item.Lines.Select(static l => (l, l.Text))];

        public string? Author { get; set; }

        public string? Date { get; set; }

        public void Replace(int line, string text) => Lines[line] = (Lines[line].Line, text);
    }

    /// <summary>The comments that have any text.</summary>
    public List<ReaderComment> Read(List<CommentItem> items)
    {
        FindFurniture(items);
        List<Draft> drafts = [];
        foreach (CommentItem item in items)
        {
            Draft draft = new(item, item.Element > 0 ? new(page.Html, page.Elements[item.Element].Node) : default);
            DropButtons(draft);
            TakeDate(draft);
            draft.Author = MarkedAuthor(draft) ?? draft.Author;
            if (draft.Author is null)
                TakeFirstLine(draft);
            drafts.Add(draft);
        }
        CleanAuthors(drafts);
        List<ReaderComment> comments = [];
        foreach (Draft draft in drafts)
        {
            string text = TextOf(draft);
            if (text.Length > 0)
                comments.Add(new(draft.Author, draft.Date, text, draft.Item.Depth, AddressOf(draft)));
        }
        return comments;
    }

    /// <summary>Lines and short pieces that many comments have.</summary>
    private void FindFurniture(List<CommentItem> items)
    {
        Dictionary<string, int> counts = new(StringComparer.Ordinal);
        HashSet<string> own = new(StringComparer.Ordinal);
        int subjects = 0;
        foreach (CommentItem item in items)
        {
            own.Clear();
            foreach (CommentLine line in item.Lines)
            {
                if (line.Words <= MaxButtonWords)
                    own.Add(line.Pattern);
                foreach (CommentPiece piece in line.Pieces)
                {
                    if (piece.Text.Length <= 40 && PatternOf(piece.Text) is { Length: > 0 } pattern)
                        own.Add(pattern);
                }
            }
            subjects += item.Lines.Exists(static l => l.IsHeading) ? 1 : 0;
            foreach (string pattern in own)
                counts[pattern] = counts.GetValueOrDefault(pattern) + 1;
        }
        _hasSubjects = subjects * 2 > items.Count;
        double least = Math.Max(MinSharing, SharedPart * items.Count);
        foreach ((string pattern, int count) in counts)
        {
            if (count >= least)
                _furniture.Add(pattern);
        }
    }

    private static string PatternOf(string text) =>
        string.Concat(Tidy.Text(text).Where(static c => !char.IsDigit(c))).ToUpperInvariant();

    private bool IsFurniture(string text) => text.Length <= 60 && _furniture.Contains(PatternOf(text));

    private void DropButtons(Draft draft)
    {
        for (int i = draft.Lines.Count - 1; i >= 0; i--)
        {
            CommentLine line = draft.Lines[i].Line;
            bool isButton = line.Date is null
                && (IsFurniture(line.Text) || !line.Text.Any(char.IsLetterOrDigit) || (line.IsLink && CommentWords.IsButton(line.Text)));
            if (isButton || (line.IsHeading && !_hasSubjects && draft.Item.Lines.Count > 1 && !IsMarkedAuthor(draft, line)))
            {
                draft.Lines.RemoveAt(i);
                continue;
            }
            if (line.Pieces.Count > 1 && line.Pieces.Exists(p => IsButton(p)))
                draft.Replace(i, CommentLines.TextOf([.. line.Pieces.Where(p => !IsButton(p))]));
        }
    }

    private bool IsButton(CommentPiece piece) => piece.IsLink && (IsFurniture(piece.Text) || CommentWords.IsButton(piece.Text));

    private bool IsMarkedAuthor(Draft draft, CommentLine line) =>
        line.Pieces.Exists(p => CommentMarkup.IsAuthor(new(page.Html, p.Node), draft.Root));

    /// <summary>Finds the line with the date of the comment, and takes the date out of it, and the name that stands beside it.</summary>
    private void TakeDate(Draft draft)
    {
        int best = -1;
        double bestScore = 0;
        for (int i = 0; i < draft.Lines.Count; i++)
        {
            CommentLine line = draft.Lines[i].Line;
            if (line.Date is null)
                continue;
            string before = line.Text[..line.DateSpan.Start], after = line.Text[line.DateSpan.End..];
            int beforeWords = CommentLines.WordsOf(before), afterWords = CommentLines.WordsOf(after), rest = beforeWords + afterWords;
            double score = line.IsMarkedDate ? 3 : 0;
            score += rest <= 4 ? 2 : rest <= MaxBesideDate ? 1 : beforeWords <= 5 && i == 0 ? 0.5 : 0;
            score += i == 0 || i == draft.Lines.Count - 1 ? 0.5 : i == 1 ? 0.25 : 0;
            if (score > bestScore && (rest <= MaxBesideDate || beforeWords <= 5 || line.IsMarkedDate))
                (best, bestScore) = (i, score);
        }
        if (best < 0 || bestScore < 1)
            return;
        CommentLine found = draft.Lines[best].Line;
        draft.Date = found.Date;
        string left = found.Text[..found.DateSpan.Start].Trim(), right = WithoutClock(found.Text[found.DateSpan.End..]);
        int leftWords = CommentLines.WordsOf(left), rightWords = CommentLines.WordsOf(right);
        if (leftWords + rightWords <= MaxBesideDate)
        {
            draft.Lines.RemoveAt(best);
            draft.Author = NameIn(found, draft.Root) ?? NameOf(left) ?? NameOf(right);
        }
        else if (leftWords <= 5)
        {
            draft.Author = NameOf(left);
            draft.Replace(best, right.TrimStart(StartSigns));
        }
    }

    /// <summary>What follows a date without the time of day that it begins with.</summary>
    private static string WithoutClock(string text)
    {
        int at = 0;
        while (at < text.Length && !char.IsLetter(text[at]))
            at++;
        bool isClock = text.AsSpan(0, at).ContainsAnyInRange('0', '9');
        return isClock ? text[at..].Trim() : text.Trim();
    }

    /// <summary>The name in a link, or in bold, of a line about the comment.</summary>
    private string? NameIn(CommentLine line, HtmlNode root)
    {
        foreach (CommentPiece piece in line.Pieces)
        {
            HtmlNode parent = new HtmlNode(page.Html, piece.Node).Parent;
            bool isSetApart = parent != root && (piece.IsLink || parent.NameId is HtmlNames.B or HtmlNames.Strong or HtmlNames.Em);
            if (isSetApart && !IsFurniture(piece.Text) && !CommentWords.IsButton(piece.Text) && !piece.Text.Any(char.IsDigit)
                && NameOf(piece.Text) is { } name)
                return name;
        }
        return null;
    }

    private static string? NameOf(string text)
    {
        text = Clean(text);
        return text.Length is > 0 and <= MaxNameLength && text.Any(char.IsLetterOrDigit) && CommentLines.WordsOf(text) <= MaxNameWords
            ? text : null;
    }

    /// <summary>The name in an element that names the author.</summary>
    private string? MarkedAuthor(Draft draft)
    {
        for (int i = 0; i < draft.Lines.Count; i++)
        {
            CommentLine line = draft.Lines[i].Line;
            List<CommentPiece> named = [];
            foreach (CommentPiece piece in line.Pieces)
            {
                bool isNamed = CommentMarkup.IsAuthor(new(page.Html, piece.Node), draft.Root);
                if (!isNamed && named.Count > 0)
                    break;
                if (isNamed && !IsFurniture(piece.Text) && !IsButton(piece))
                    named.Add(piece);
            }
            string text = CommentLines.TextOf(named);
            if (text.Length == 0 || CommentLines.WordsOf(text) > MaxNameWords + 4)
                continue;
            // In an element of the author the name is mostly a link.
            string? name = (named.Count > 1 && named.Find(static p => p.IsLink) is { Text: not null } link ? NameOf(link.Text) : null)
                ?? NameOf(text);
            if (name is null)
                continue;
            string rest = Clean(CommentLines.TextOf([.. line.Pieces.Where(p => !named.Contains(p))]));
            if (rest.Length == 0 || IsFurniture(rest) || CommentLines.WordsOf(rest) <= 1 && draft.Lines.Count > 1)
                draft.Lines.RemoveAt(i);
            else
                draft.Replace(i, rest);
            return name;
        }
        return null;
    }

    /// <summary>Without other signs, a short first line, or a name set apart at the beginning of the first line, is the author's.</summary>
    private void TakeFirstLine(Draft draft)
    {
        if (draft.Lines.Count == 0)
            return;
        CommentLine first = draft.Lines[0].Line;
        if (draft.Lines.Count > 1 && first.Words is > 0 and <= 4 && NameOf(first.Text) is { } name && !EndsSentence(first.Text))
        {
            draft.Author = name;
            draft.Lines.RemoveAt(0);
            return;
        }
        CommentPiece piece = first.Pieces.Find(static p => !string.IsNullOrWhiteSpace(p.Text));
        HtmlNode parent = piece.Text is null ? default : new HtmlNode(page.Html, piece.Node).Parent;
        bool isSetApart = piece.IsLink || (parent.IsElement && parent.NameId is HtmlNames.B or HtmlNames.Strong);
        if (isSetApart && first.Pieces.Count > 1 && NameOf(piece.Text!) is { } set && CommentLines.WordsOf(piece.Text!) <= 4)
        {
            string rest = CommentLines.TextOf([.. first.Pieces.Where(p => p.Node != piece.Node)]);
            draft.Author = set;
            if (draft.Lines.Count > 1 && Clean(rest).Length == 0)
                draft.Lines.RemoveAt(0);
            else
                draft.Replace(0, WithoutSays(rest.TrimStart(StartSigns)));
        }
    }

    private static string WithoutSays(string text)
    {
        int end = text.IndexOf(' ', StringComparison.Ordinal);
        return end > 0 && text[end - 1] == ':' && CommentWords.IsBesideNames(text[..end]) ? text[(end + 1)..] : text;
    }

    private static bool EndsSentence(string text) => text[^1] is '.' or '!' or '?' or '…' or '。' or '！' or '？' or ')';

    /// <summary>Takes away the words before and after names that many names have: "Posted by", "says".</summary>
    private static void CleanAuthors(List<Draft> drafts)
    {
        const int MaxWordsTaken = 3;
        List<Draft> named = drafts.FindAll(static d => d.Author is not null);
        for (int round = 0; round < MaxWordsTaken && named.Count >= MinSharing; round++)
        {
            string? first = Shared(named, static n => n[..Math.Max(0, n.IndexOf(' ', StringComparison.Ordinal))]);
            string? last = Shared(named, static n => n[(n.LastIndexOf(' ') + 1)..] is var word && word.Length < n.Length ? word : "");
            if (first is null && last is null)
                break;
            foreach (Draft draft in named)
            {
                string name = draft.Author!;
                if (first is not null && name.StartsWith(first + " ", StringComparison.OrdinalIgnoreCase))
                    name = name[(first.Length + 1)..];
                if (last is not null && name.EndsWith(" " + last, StringComparison.OrdinalIgnoreCase))
                    name = name[..^(last.Length + 1)];
                draft.Author = Clean(name) is { Length: > 0 } clean ? clean : draft.Author;
            }
        }
    }

    private static string? Shared(List<Draft> named, Func<string, string> wordOf)
    {
        // One who writes most of the comments keeps the name: a word is shared by different names.
        var words = named.Select(static d => d.Author!).Distinct(StringComparer.OrdinalIgnoreCase)
            .Select(wordOf).Where(static w => w.Length > 0).GroupBy(static w => w, StringComparer.OrdinalIgnoreCase).ToList();
        int names = named.Select(static d => d.Author!).Distinct(StringComparer.OrdinalIgnoreCase).Count();
        return words.MaxBy(static g => g.Count()) is { } most && most.Count() >= MinSharing && most.Count() * 10 >= names * 6
            ? most.Key : null;
    }

    /// <summary>A name without signs at its ends and the words that stand beside names.</summary>
    private static string Clean(string text)
    {
        text = Tidy.Text(text).TrimStart(StartSigns).TrimEnd(EndSigns);
        while (true)
        {
            int first = text.IndexOf(' ', StringComparison.Ordinal), last = text.LastIndexOf(' ');
            if (text.Length > 0 && first < 0)
                return CommentWords.IsBesideNames(text) ? "" : text;
            if (first > 0 && CommentWords.IsBesideNames(text[..first]) && text[..first].Any(static c => !char.IsUpper(c)))
                text = text[(first + 1)..].TrimStart(StartSigns);
            else if (last > 0 && CommentWords.IsBesideNames(text[(last + 1)..]))
                text = text[..last].TrimEnd(EndSigns);
            else
                return text;
        }
    }

    private static string TextOf(Draft draft)
    {
        StringBuilder text = new();
        int block = -1;
        foreach ((CommentLine line, string left) in draft.Lines)
        {
            string own = left.Trim();
            if (!own.Any(char.IsLetterOrDigit) && text.Length == 0)
                continue;
            if (own.Length == 0)
                continue;
            if (text.Length > 0)
                text.Append(line.Block == block ? "\n" : "\n\n");
            text.Append(own);
            block = line.Block;
        }
        return text.ToString();
    }

    /// <summary>The address of a comment: of the link to itself in it, or of its element's id.</summary>
    private string? AddressOf(Draft draft)
    {
        const int MaxLooked = 40;
        HashSet<string> ids = new(StringComparer.Ordinal);
        string? own = null;
        if (!draft.Root.IsNone)
        {
            HtmlNode node = draft.Root;
            for (int i = 0; i < MaxLooked && !node.IsNone; i++, node = node.NextInOrder(draft.Root))
            {
                if (!node.IsElement)
                    continue;
                foreach (int name in (ReadOnlySpan<int>)[HtmlNames.Id, HtmlNames.Name])
                {
                    ReadOnlySpan<byte> id = name == HtmlNames.Name && !node.Is(HtmlNames.A) ? default : node.Utf8Attribute(name);
                    if (!CommentMarkup.IsNumbered(id))
                        continue;
                    string text = Encoding.UTF8.GetString(id);
                    ids.Add(text);
                    own ??= text;
                }
            }
        }
        string? loose = null;
        foreach (CommentPiece piece in draft.Item.Lines.SelectMany(static l => l.Pieces).Where(static p => p.IsLink).Take(MaxLooked))
        {
            HtmlNode link = new HtmlNode(page.Html, piece.Node).Parent;
            while (link.IsElement && !link.Is(HtmlNames.A) && BlockLevel.Of(link.NameId) != BlockLevel.Role.Block)
                link = link.Parent;
            ReadOnlySpan<byte> href = link.IsElement ? link.Utf8Attribute(HtmlNames.Href) : default;
            int sign = href.LastIndexOf((byte)'#');
            if (sign < 0 || !CommentMarkup.IsNumbered(href[(sign + 1)..]))
                continue;
            if (ids.Contains(Encoding.UTF8.GetString(href[(sign + 1)..])))
                return Resolve(href);
            bool isSign = piece.Text.Trim() is "#" or "¶" || lines.ParseDate(Encoding.UTF8.GetBytes(piece.Text)) is not null;
            loose ??= isSign ? Resolve(href) : null;
        }
        return loose ?? (own is null ? null : Resolve(Encoding.UTF8.GetBytes("#" + own)));
    }

    private string? Resolve(ReadOnlySpan<byte> href) =>
        urls.Resolve(href, AddressUse.Link) is { IsEmpty: false } address ? Encoding.UTF8.GetString(address) : null;
}
