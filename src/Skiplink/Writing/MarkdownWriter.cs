using System.Buffers;
using System.Globalization;
using System.Text;
using Skiplink.Content;
using Skiplink.Html.Arena;

namespace Skiplink.Writing;

/// <summary>
/// Content → Markdown: CommonMark 0.31 with the tables, strikethrough and task lists of GitHub Flavored Markdown. What those do not have (sub- and superscript,
/// insertions, marks) is written as the HTML elements that Markdown lets through.
/// </summary>
internal sealed class MarkdownWriter : IContentSink
{
    private static readonly SearchValues<char> NeedBrackets = SearchValues.Create(" \t\r\n()<>");

    private readonly ByteBuffer _output;
    private readonly List<Container> _containers = [];
    private readonly List<(ContentKind Kind, int Start, int Content)> _inlines = [];
    private readonly List<string> _targets = [];
    private readonly ByteBuffer _code = new();
    private MarkdownTable? _table;
    private MarkdownTable? _captioned;
    private ContentKind _block;
    private string _language = "";
    private bool _tight;
    private bool _atLineStart;

    public MarkdownWriter(ByteBuffer output) => _output = output;

    /// <summary>A list, an item or a quotation that the text stands in.</summary>
    private sealed class Container(ContentKind kind)
    {
        public ContentKind Kind { get; } = kind;

        public int Number { get; set; }

        /// <summary>What each further line begins with, and what the first one begins with instead while it is not yet written.</summary>
        public string Prefix { get; init; } = "";

        public string? Marker { get; set; }
    }

    /// <summary>Whether images and links are written; without links their texts remain.</summary>
    public bool WithImages { get; init; } = true;

    public bool WithLinks { get; init; } = true;

    private ByteBuffer Output => _table is null ? _output : _table.Cell;

    public void Start(in ContentPart part)
    {
        switch (part.Kind)
        {
            case ContentKind.List or ContentKind.OrderedList:
                _containers.Add(new(part.Kind) { Number = part.Number });
                break;
            case ContentKind.Item:
                StartItem(part.IsChecked);
                break;
            case ContentKind.Quotation:
                _containers.Add(new(part.Kind) { Prefix = "> ", Marker = "> " });
                break;
            case ContentKind.Table when _table is null:
                _table = new();
                break;
            case ContentKind.TableCaption:
                // Markdown's tables have no caption: it is a paragraph before its table.
                (_captioned, _table) = (_table, null);
                break;
            case ContentKind.Row:
                _table?.StartRow();
                break;
            case ContentKind.Cell:
                _table?.StartCell(part);
                break;
            case ContentKind.Paragraph or ContentKind.Heading or ContentKind.Code:
                StartBlock(part);
                break;
            case >= ContentKind.Link:
                StartInline(part);
                break;
            default:
                break;
        }
    }

    public void End(ContentKind kind)
    {
        switch (kind)
        {
            case ContentKind.List or ContentKind.OrderedList:
                _containers.RemoveAt(_containers.Count - 1);
                _tight = _containers.Exists(static c => c.Kind == ContentKind.Item);
                break;
            case ContentKind.Item or ContentKind.Quotation:
                _containers.RemoveAt(_containers.Count - 1);
                _tight = kind == ContentKind.Item;
                break;
            case ContentKind.TableCaption:
                (_table, _captioned) = (_captioned, null);
                break;
            case ContentKind.Cell:
                _table?.EndCell();
                break;
            case ContentKind.Table when _table is not null:
                EndTable();
                break;
            case ContentKind.Code:
                EndCode();
                break;
            case ContentKind.Paragraph or ContentKind.Heading:
                _block = ContentKind.None;
                _tight = false;
                break;
            case >= ContentKind.Link:
                EndInline(kind);
                break;
            default:
                break;
        }
    }

    public void Text(ReadOnlySpan<byte> utf8)
    {
        if (_block == ContentKind.Code)
        {
            _code.Add(utf8);
            return;
        }
        if (_inlines.Count > 0 && _inlines[^1].Kind == ContentKind.InlineCode)
        {
            Output.Add(utf8);
            return;
        }
        MarkdownEscape.Write(utf8, Output, _atLineStart, isCell: _table is not null);
        _atLineStart = false;
    }

    public void LineBreak()
    {
        if (_block == ContentKind.Code)
        {
            _code.Add((byte)'\n');
        }
        else if (_table is not null || _block == ContentKind.Heading)
        {
            Output.Add("<br>"u8);
        }
        else
        {
            Output.Add("\\\n"u8);
            WritePrefixes();
            _atLineStart = true;
        }
    }

    public void Image(in ContentImage image)
    {
        if (!WithImages || _block == ContentKind.Code)
            return;
        bool alone = _block == ContentKind.None;
        if (alone)
            StartBlock(new() { Kind = ContentKind.Paragraph });
        Output.Add("!["u8);
        ByteBuffer alternative = new();
        WhiteSpace.Collapse(image.Alternative.Trim(" \t\n\f\r"u8), alternative);
        MarkdownEscape.Write(alternative.Span(0, alternative.Count), Output, atLineStart: false, isCell: _table is not null);
        Output.Add("]("u8);
        WriteTarget(Encoding.UTF8.GetString(image.Source));
        Output.Add((byte)')');
        _atLineStart = false;
        if (alone)
            _block = ContentKind.None;
    }

    private void StartItem(bool? isChecked)
    {
        Container? list = _containers.Count > 0 ? _containers[^1] : null;
        string marker = "- ";
        if (list is { Kind: ContentKind.OrderedList })
            marker = string.Create(CultureInfo.InvariantCulture, $"{Math.Max(0, list.Number++)}. ");
        _containers.Add(new(ContentKind.Item)
        {
            Prefix = new string(' ', marker.Length),
            Marker = marker + (isChecked switch { true => "[x] ", false => "[ ] ", null => "" }),
        });
    }

    private void StartBlock(in ContentPart part)
    {
        _block = part.Kind;
        if (_table is not null)
        {
            if (_table.Cell.Count > 0)
                _table.Cell.Add("<br>"u8);
            _atLineStart = false;
        }
        else
        {
            StartLines();
            _atLineStart = true;
        }
        if (part.Kind == ContentKind.Code)
        {
            _code.Clear();
            _language = Encoding.UTF8.GetString(part.Value);
        }
        else if (part.Kind == ContentKind.Heading && _table is null)
        {
            Output.Add(Encoding.UTF8.GetBytes(new string('#', Math.Clamp(part.Number, 1, 6)) + " "));
            _atLineStart = false;
        }
    }

    /// <summary>Begins a block on a line of its own: behind a blank line, but for the items of a list that hold one block each.</summary>
    private void StartLines()
    {
        if (_output.Count > 0)
        {
            bool isFirstOfItem = _containers.Count > 0 && _containers[^1] is { Kind: ContentKind.Item, Marker: not null };
            bool joins = isFirstOfItem && (_tight || _containers.Count(static c => c.Kind == ContentKind.Item) > 1);
            _output.Add((byte)'\n');
            if (!joins)
            {
                WriteBlankPrefixes();
                _output.Add((byte)'\n');
            }
        }
        foreach (Container container in _containers)
        {
            _output.Add(Encoding.UTF8.GetBytes(container.Marker ?? container.Prefix));
            container.Marker = null;
        }
    }

    private void WritePrefixes()
    {
        foreach (Container container in _containers)
            _output.Add(Encoding.UTF8.GetBytes(container.Prefix));
    }

    // A blank line inside of a quotation keeps its mark; what comes behind the last mark is white space and left out.
    private void WriteBlankPrefixes()
    {
        StringBuilder line = new();
        foreach (Container container in _containers)
        {
            // A container that has not begun yet does not reach over the blank line before it.
            if (container.Marker is not null)
                break;
            line.Append(container.Prefix);
        }
        _output.Add(Encoding.UTF8.GetBytes(line.ToString().TrimEnd()));
    }

    private void StartInline(in ContentPart part)
    {
        if (_block == ContentKind.Code)
            return;
        int start = Output.Count;
        if (part.Kind == ContentKind.Link)
            _targets.Add(Encoding.UTF8.GetString(part.Value));
        bool isNested = IsOpen(ContentKind.InlineCode) || IsOpen(part.Kind);
        if (!isNested)
            Output.Add(Opening(part.Kind));
        _inlines.Add((isNested ? ContentKind.None : part.Kind, start, Output.Count));
    }

    private bool IsOpen(ContentKind kind) => _inlines.Exists(i => i.Kind == kind);

    private void EndInline(ContentKind kind)
    {
        if (_block == ContentKind.Code || _inlines.Count == 0)
            return;
        (ContentKind opened, int start, int content) = _inlines[^1];
        _inlines.RemoveAt(_inlines.Count - 1);
        string target = "";
        if (kind == ContentKind.Link)
        {
            target = _targets[^1];
            _targets.RemoveAt(_targets.Count - 1);
        }
        if (opened == ContentKind.None)
            return;
        if (Output.Count == content)
        {
            // Nothing was written in it.
            Output.Truncate(start);
            return;
        }
        switch (kind)
        {
            case ContentKind.Link when WithLinks:
                Output.Add("]("u8);
                WriteTarget(target);
                Output.Add((byte)')');
                break;
            case ContentKind.InlineCode:
                WriteCodeSpan(start, content);
                break;
            default:
                Output.Add(Closing(kind));
                break;
        }
    }

    private ReadOnlySpan<byte> Opening(ContentKind kind) => kind switch
    {
        ContentKind.Link => WithLinks ? "["u8 : default,
        ContentKind.Strong => "**"u8,
        ContentKind.Emphasis => "*"u8,
        ContentKind.Deleted => "~~"u8,
        ContentKind.Inserted => "<ins>"u8,
        ContentKind.Subscript => "<sub>"u8,
        ContentKind.Superscript => "<sup>"u8,
        ContentKind.Marked => "<mark>"u8,
        _ => default,
    };

    private static ReadOnlySpan<byte> Closing(ContentKind kind) => kind switch
    {
        ContentKind.Strong => "**"u8,
        ContentKind.Emphasis => "*"u8,
        ContentKind.Deleted => "~~"u8,
        ContentKind.Inserted => "</ins>"u8,
        ContentKind.Subscript => "</sub>"u8,
        ContentKind.Superscript => "</sup>"u8,
        ContentKind.Marked => "</mark>"u8,
        _ => default,
    };

    private void WriteCodeSpan(int start, int content)
    {
        string text = Encoding.UTF8.GetString(Output.Span(content, Output.Count - content)).Replace("|", _table is null ? "|" : "\\|", StringComparison.Ordinal);
        Output.Truncate(start);
        string fence = new('`', LongestRun(text) + 1);
        string pad = text.StartsWith('`') || text.EndsWith('`') ? " " : "";
        Output.Add(Encoding.UTF8.GetBytes($"{fence}{pad}{text}{pad}{fence}"));
        _atLineStart = false;
    }

    private void EndCode()
    {
        _block = ContentKind.None;
        _tight = false;
        string text = Encoding.UTF8.GetString(_code.Span(0, _code.Count)).ReplaceLineEndings("\n").Trim('\n');
        if (_table is not null)
        {
            // A cell is one line.
            string fence = new('`', LongestRun(text) + 1);
            _table.Cell.Add(Encoding.UTF8.GetBytes(string.Join("<br>", text.Split('\n').Where(static l => l.Length > 0).Select(l => fence + l.Replace("|", "\\|", StringComparison.Ordinal) + fence))));
            return;
        }
        string fences = new('`', Math.Max(3, LongestRun(text) + 1));
        _output.Add(Encoding.UTF8.GetBytes(fences + _language + "\n"));
        foreach (string line in text.Split('\n'))
        {
            if (line.Length > 0)
            {
                WritePrefixes();
                _output.Add(Encoding.UTF8.GetBytes(line));
            }
            else
            {
                WriteBlankPrefixes();
            }
            _output.Add((byte)'\n');
        }
        WritePrefixes();
        _output.Add(Encoding.UTF8.GetBytes(fences));
    }

    private void EndTable()
    {
        MarkdownTable table = _table!;
        _table = null;
        _block = ContentKind.None;
        if (table.IsEmpty)
            return;
        StartLines();
        bool first = true;
        foreach (string line in table.Lines())
        {
            if (!first)
            {
                _output.Add((byte)'\n');
                WritePrefixes();
            }
            _output.Add(Encoding.UTF8.GetBytes(line));
            first = false;
        }
        _tight = false;
    }

    private void WriteTarget(string target)
    {
        bool needsBrackets = target.Length == 0 || target.AsSpan().ContainsAny(NeedBrackets);
        if (!needsBrackets)
        {
            Output.Add(Encoding.UTF8.GetBytes(target.Replace("|", "%7C", StringComparison.Ordinal)));
            return;
        }
        string escaped = target.ReplaceLineEndings("").Replace("\\", "\\\\", StringComparison.Ordinal).Replace("<", "\\<", StringComparison.Ordinal)
            .Replace(">", "\\>", StringComparison.Ordinal).Replace("|", "%7C", StringComparison.Ordinal);
        Output.Add(Encoding.UTF8.GetBytes($"<{escaped}>"));
    }

    private static int LongestRun(string text)
    {
        int longest = 0, run = 0;
        foreach (char c in text)
        {
            run = c == '`' ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }
        return longest;
    }
}
