using System.Buffers;
using System.Globalization;
using System.Text;
using Skiplink.Content;

namespace Skiplink.Writing;

/// <summary>A mark on a part of a line: emphasis, a link, code.</summary>
internal struct MarkdownInline
{
    /// <summary>Its kind; None when it is left out.</summary>
    public ContentKind Kind;

    /// <summary>Where its opening delimiter begins, or -1 when nothing is written for it.</summary>
    public int Start;

    /// <summary>Where its content begins and ends.</summary>
    public int Content;
    public int End;

    /// <summary>Whether it is written as an HTML element.</summary>
    public bool IsHtml;
}

/// <summary>
/// The marks that are open, and emphasis that reads back as emphasis. Stars count as opening or closing by what stands on both sides of
/// them (CommonMark 0.31, 6.2). Where they would not, amid words and beside punctuation, the HTML element is written instead.
/// </summary>
/// <param name="line">The line that is being written.</param>
internal sealed class MarkdownInlines(MarkdownLine line)
{
    private readonly List<MarkdownInline> _open = [];

    // Where the last closing delimiter ended: stars right behind it would be read as part of it.
    private int _closedAt = -1;

    // The last emphasis to be closed while nothing follows it: should a letter follow, its stars may not be seen as closing.
    private MarkdownInline _closing;

    private enum CharacterClass
    {
        Space,
        Punctuation,
        Word,
    }

    /// <summary>Whether the line ends with a closing delimiter.</summary>
    public bool IsBehindMark => _closedAt == line.Output.Count;

    /// <summary>Whether the text of a link begins here.</summary>
    public bool IsAtStartOfLink => _open is [.., { Kind: ContentKind.Link } link] && link.Content == line.Output.Count;

    public static bool IsEmphasis(ContentKind kind) => kind is ContentKind.Strong or ContentKind.Emphasis or ContentKind.Deleted;

    /// <summary>Whether a text begins with a letter or a digit, or a mark that counts as one.</summary>
    public static bool BeginsWithWord(ReadOnlySpan<byte> text) => ClassAtStart(text) == CharacterClass.Word;

    /// <summary>Whether a text ends with a letter or a digit.</summary>
    public static bool EndsWithWord(ReadOnlySpan<byte> text) => ClassAtEnd(text, isStart: false) == CharacterClass.Word;

    /// <summary>Forgets what ended in another block, also where nothing stands between the two.</summary>
    public void ForgetEnds()
    {
        _closedAt = -1;
        _closing = default;
    }

    public bool IsOpen(ContentKind kind)
    {
        foreach (MarkdownInline inline in _open)
        {
            if (inline.Kind == kind)
                return true;
        }
        return false;
    }

    /// <summary>Opens a mark that is left out: its text remains.</summary>
    /// <param name="kind">The kind that counts as open.</param>
    public void PushLeftOut(ContentKind kind) => _open.Add(new() { Kind = kind, Start = -1 });

    /// <summary>Opens a mark.</summary>
    /// <param name="kind">Its kind.</param>
    /// <param name="opening">Its opening delimiter.</param>
    public void Push(ContentKind kind, ReadOnlySpan<byte> opening)
    {
        bool isHtml = IsEmphasis(kind) && IsBehindMark;
        Settle(followedByWord: false);
        int start = line.Output.Count;
        line.Output.Add(isHtml ? HtmlTag(kind, isEnd: false) : opening);
        _open.Add(new() { Kind = kind, Start = start, Content = line.Output.Count, IsHtml = isHtml });
    }

    /// <summary>Ends the innermost mark; false when nothing is to be written for its end.</summary>
    public bool TryPop(out MarkdownInline inline)
    {
        inline = default;
        if (_open.Count == 0)
            return false;
        inline = _open[^1];
        _open.RemoveAt(_open.Count - 1);
        if (inline.Kind == ContentKind.None || inline.Start < 0)
            return false;
        if (line.Output.Count > inline.Content)
            return true;
        // Nothing was written in it.
        line.Output.Truncate(inline.Start);
        return false;
    }

    /// <summary>Closes emphasis.</summary>
    public void Close(MarkdownInline inline)
    {
        // What is inside ends first.
        Settle(followedByWord: false);
        ReadOnlySpan<byte> content = line.Output.Span(inline.Content, line.Output.Count - inline.Content);
        bool opens = inline.IsHtml || ClassAtStart(content) switch
        {
            CharacterClass.Word => true,
            CharacterClass.Punctuation => ClassAtEnd(line.Output.Span(0, inline.Start), inline.Start == line.Start) != CharacterClass.Word,
            _ => false,
        };
        CharacterClass last = ClassAtEnd(content, isStart: false);
        bool isDelimiterInside = IsBehindMark && content[^1] is (byte)'*' or (byte)'~' && !EndsAlike(inline);
        inline.End = line.Output.Count;
        if (inline.IsHtml || !opens || last == CharacterClass.Space || isDelimiterInside)
        {
            CloseAsHtml(inline, hasEnd: false);
            return;
        }
        line.Output.Add(Delimiter(inline.Kind));
        _closedAt = line.Output.Count;
        _closing = last == CharacterClass.Punctuation ? inline : default;
    }

    /// <summary>Decides on the last closing stars by what follows them: behind punctuation a word must not.</summary>
    public void Settle(bool followedByWord)
    {
        if (_closing.Kind == ContentKind.None)
            return;
        MarkdownInline inline = _closing;
        _closing = default;
        if (followedByWord && IsBehindMark)
            CloseAsHtml(inline, hasEnd: true);
    }

    /// <summary>
    /// Strong in emphasis, or the reverse, that end together also begin together or apart: either way three stars close both.
    /// </summary>
    private bool EndsAlike(MarkdownInline inline) => inline.Kind is ContentKind.Strong or ContentKind.Emphasis && line.Output.Last() == '*';

    /// <summary>Writes emphasis as an HTML element after all.</summary>
    private void CloseAsHtml(MarkdownInline inline, bool hasEnd)
    {
        if (hasEnd)
            line.Output.Truncate(inline.End);
        line.Output.Add(HtmlTag(inline.Kind, isEnd: true));
        if (!inline.IsHtml)
            line.Output.Replace(inline.Start, inline.Content - inline.Start, HtmlTag(inline.Kind, isEnd: false));
        _closedAt = -1;
    }

    private static ReadOnlySpan<byte> Delimiter(ContentKind kind) => kind switch
    {
        ContentKind.Strong => "**"u8,
        ContentKind.Emphasis => "*"u8,
        _ => "~~"u8,
    };

    private static ReadOnlySpan<byte> HtmlTag(ContentKind kind, bool isEnd) => kind switch
    {
        ContentKind.Strong => isEnd ? "</strong>"u8 : "<strong>"u8,
        ContentKind.Emphasis => isEnd ? "</em>"u8 : "<em>"u8,
        _ => isEnd ? "</del>"u8 : "<del>"u8,
    };

    private static CharacterClass ClassAtStart(ReadOnlySpan<byte> text)
    {
        if (text.IsEmpty)
            return CharacterClass.Space;
        return Rune.DecodeFromUtf8(text, out Rune rune, out _) == OperationStatus.Done ? ClassOf(rune) : CharacterClass.Word;
    }

    private static CharacterClass ClassAtEnd(ReadOnlySpan<byte> text, bool isStart)
    {
        if (isStart || text.IsEmpty)
            return CharacterClass.Space;
        return Rune.DecodeLastFromUtf8(text, out Rune rune, out _) == OperationStatus.Done ? ClassOf(rune) : CharacterClass.Word;
    }

    private static CharacterClass ClassOf(Rune rune)
    {
        if (Rune.IsWhiteSpace(rune))
            return CharacterClass.Space;
        bool isPunctuation = Rune.GetUnicodeCategory(rune) is >= UnicodeCategory.ConnectorPunctuation and <= UnicodeCategory.OtherSymbol;
        return isPunctuation ? CharacterClass.Punctuation : CharacterClass.Word;
    }
}
