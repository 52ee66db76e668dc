using System.Buffers;
using System.Globalization;
using System.Text;
using Skiplink.Content;

namespace Skiplink.Writing;

/// <summary>
/// Emphasis that reads back as emphasis. Stars count as opening or closing by what stands on both sides of them (CommonMark 0.31, 6.2); where they would not, in the midst
/// of words and beside punctuation, the HTML element is written in their place.
/// </summary>
internal sealed partial class MarkdownWriter
{
    /// <summary>The end of a paragraph or heading.</summary>
    private void EndLine()
    {
        Settle(followedByWord: false);
        _isNumberAtStart = false;
        // A number sign at the end of a heading would be taken for its closing marks.
        if (_block == ContentKind.Heading && _output.Last() == '#' && _output.Count > 1)
            _output.Replace(_output.Count - 1, 1, "\\#"u8);
    }

    private void BeforeText(ReadOnlySpan<byte> text) => Settle(followedByWord: ClassAtStart(text) == CharacterClass.Word);

    private void BeforeMark() => Settle(followedByWord: false);

    /// <summary>An exclamation mark right before a bracket would make an image of a link.</summary>
    private void EscapeBang()
    {
        if (_output.Last() == '!' && _output.Count != _lineStart)
            _output.Replace(_output.Count - 1, 1, "\\!"u8);
    }

    private void CloseMark(Inline inline)
    {
        // What is inside ends first.
        Settle(followedByWord: false);
        ReadOnlySpan<byte> content = _output.Span(inline.Content, _output.Count - inline.Content);
        bool opens = inline.IsHtml || ClassAtStart(content) switch
        {
            CharacterClass.Word => true,
            CharacterClass.Punctuation => ClassAtEnd(_output.Span(0, inline.Start), inline.Start == _lineStart) != CharacterClass.Word,
            _ => false,
        };
        bool closes = ClassAtEnd(content, isStart: false) != CharacterClass.Space;
        bool isDelimiterInside = _closedAt == _output.Count && content[^1] is (byte)'*' or (byte)'~' && !EndsAlike(inline);
        if (inline.IsHtml || !opens || !closes || isDelimiterInside)
        {
            inline.End = _output.Count;
            AsHtml(inline, hasEnd: false);
            return;
        }
        inline.End = _output.Count;
        _output.Add(Delimiter(inline.Kind));
        _closedAt = _output.Count;
        _closing = ClassAtEnd(content, isStart: false) == CharacterClass.Punctuation ? inline : default;
    }

    /// <summary>Strong in emphasis, or the reverse, that end together also begin together or apart: either way three stars close both.</summary>
    private bool EndsAlike(Inline inline) => inline.Kind is ContentKind.Strong or ContentKind.Emphasis && _output.Last() == '*';

    /// <summary>Sees what follows the last closing stars: behind punctuation a word must not.</summary>
    private void Settle(bool followedByWord)
    {
        if (_closing.Kind == ContentKind.None)
            return;
        Inline inline = _closing;
        _closing = default;
        if (followedByWord && _closedAt == _output.Count)
            AsHtml(inline, hasEnd: true);
    }

    /// <summary>Writes a mark as an HTML element after all.</summary>
    private void AsHtml(Inline inline, bool hasEnd)
    {
        if (hasEnd)
            _output.Truncate(inline.End);
        _output.Add(HtmlTag(inline.Kind, isEnd: true));
        if (!inline.IsHtml)
            _output.Replace(inline.Start, inline.Content - inline.Start, HtmlTag(inline.Kind, isEnd: false));
        _closedAt = -1;
    }

    private static ReadOnlySpan<byte> Delimiter(ContentKind kind) => kind switch { ContentKind.Strong => "**"u8, ContentKind.Emphasis => "*"u8, _ => "~~"u8 };

    private static ReadOnlySpan<byte> HtmlTag(ContentKind kind, bool isEnd) => kind switch
    {
        ContentKind.Strong => isEnd ? "</strong>"u8 : "<strong>"u8,
        ContentKind.Emphasis => isEnd ? "</em>"u8 : "<em>"u8,
        _ => isEnd ? "</del>"u8 : "<del>"u8,
    };

    private enum CharacterClass
    {
        Space,
        Punctuation,
        Word,
    }

    private static CharacterClass ClassAtStart(ReadOnlySpan<byte> text) =>
        text.IsEmpty ? CharacterClass.Space : Rune.DecodeFromUtf8(text, out Rune rune, out _) == OperationStatus.Done ? ClassOf(rune) : CharacterClass.Word;

    private static CharacterClass ClassAtEnd(ReadOnlySpan<byte> text, bool isStart) =>
        isStart || text.IsEmpty ? CharacterClass.Space : Rune.DecodeLastFromUtf8(text, out Rune rune, out _) == OperationStatus.Done ? ClassOf(rune) : CharacterClass.Word;

    private static CharacterClass ClassOf(Rune rune)
    {
        if (Rune.IsWhiteSpace(rune))
            return CharacterClass.Space;
        UnicodeCategory category = Rune.GetUnicodeCategory(rune);
        return category is >= UnicodeCategory.ConnectorPunctuation and <= UnicodeCategory.OtherSymbol ? CharacterClass.Punctuation : CharacterClass.Word;
    }
}
