using System.Buffers.Text;
using System.Runtime.InteropServices;
using Skiplink.Content;
using Skiplink.Html.Arena;

namespace Skiplink.Writing;

/// <summary>What text can stand in (lists, items, quotations, notes), what its lines begin with, and the lines between blocks.</summary>
/// <param name="line">The line that is being written.</param>
internal sealed class MarkdownContainers(MarkdownLine line)
{
    private const int MaxListNumber = 999_999_999;

    private readonly List<MarkdownContainer> _open = [];

    // What each further line begins with, and the markers that the next line begins with instead.
    private readonly ByteBuffer _prefixes = new();
    private readonly ByteBuffer _markers = new();

    // Whether the last block was the only one of its item, so that the next item follows without a blank line.
    private bool _isAfterItem;

    // Where the last list ended, and its marker: a list right behind it takes another one, so that the two stay two.
    private int _listEnd = -1;
    private byte _listMarker;
    private bool _listWasOrdered;

    // Whether the block in progress, or the last one, is the title of a callout.
    private bool _inCalloutTitle;
    private bool _isAfterCalloutTitle;

    /// <summary>What a further line of the block in progress begins with.</summary>
    public ReadOnlySpan<byte> Prefixes => _prefixes.Span(0, _prefixes.Count);

    /// <summary>Whether the text stands in an item of a list.</summary>
    public bool IsInItem => _open.Exists(static c => c.Kind == ContentKind.Item);

    public void StartList(in ContentPart part)
    {
        bool isOrdered = part.Kind == ContentKind.OrderedList;
        byte marker = isOrdered ? (byte)'.' : (byte)'-';
        if (_listEnd == line.Output.Count && _listWasOrdered == isOrdered && _listMarker == marker)
            marker = isOrdered ? (byte)')' : (byte)'*';
        _open.Add(new()
        {
            Kind = ContentKind.List,
            Number = part.Number,
            Marker = marker,
            IsOrdered = isOrdered,
            PrefixStart = _prefixes.Count,
            MarkerStart = _markers.Count,
        });
    }

    public void EndList()
    {
        MarkdownContainer list = _open[^1];
        _open.RemoveAt(_open.Count - 1);
        (_listEnd, _listMarker, _listWasOrdered) = (line.Output.Count, list.Marker, list.IsOrdered);
        // Inside of an item the next item follows; elsewhere a paragraph may, which would be taken into the last item.
        _isAfterItem = IsInItem;
    }

    public void StartItem(bool? isChecked)
    {
        Span<byte> marker = stackalloc byte[20];
        int length = 0;
        Span<MarkdownContainer> containers = CollectionsMarshal.AsSpan(_open);
        if (containers is [.., { Kind: ContentKind.List, IsOrdered: true }])
        {
            ref MarkdownContainer list = ref containers[^1];
            Utf8Formatter.TryFormat(Math.Clamp(list.Number, 0, MaxListNumber), marker, out length);
            list.Number++;
            marker[length++] = list.Marker;
        }
        else
        {
            marker[length++] = containers is [.., { Kind: ContentKind.List, Marker: var sign }] ? sign : (byte)'-';
        }
        marker[length++] = (byte)' ';
        int width = length;
        if (isChecked is { } isTicked)
        {
            (isTicked ? "[x] "u8 : "[ ] "u8).CopyTo(marker[length..]);
            length += 4;
        }
        Start(ContentKind.Item, "                    "u8[..width], marker[..length]);
    }

    public void StartNote(int number)
    {
        Span<byte> marker = stackalloc byte[20];
        "[^"u8.CopyTo(marker);
        Utf8Formatter.TryFormat(number, marker[2..], out int length);
        "]: "u8.CopyTo(marker[(2 + length)..]);
        Start(ContentKind.Note, "    "u8, marker[..(length + 5)]);
        _isAfterItem = false;
    }

    public void StartQuotation(ContentKind kind) => Start(kind, "> "u8, "> "u8);

    /// <summary>Starts a callout. Its kind goes before its title, or on a line of its own.</summary>
    public void StartCallout(ReadOnlySpan<byte> kind)
    {
        StartQuotation(ContentKind.Callout);
        _markers.Add("[!"u8);
        _markers.Add(kind);
        _markers.Add("] "u8);
        ref MarkdownContainer callout = ref CollectionsMarshal.AsSpan(_open)[^1];
        callout.MarkerLength = _markers.Count - callout.MarkerStart;
    }

    public void StartCalloutTitle() => _inCalloutTitle = true;

    public void EndCalloutTitle() => (_inCalloutTitle, _isAfterCalloutTitle) = (false, true);

    /// <summary>Ends an item, a quotation, a callout or a note.</summary>
    public void End(ContentKind kind)
    {
        MarkdownContainer container = _open[^1];
        _open.RemoveAt(_open.Count - 1);
        _prefixes.Truncate(container.PrefixStart);
        _markers.Truncate(container.MarkerStart);
        _isAfterItem = kind == ContentKind.Item && (container.Blocks <= 1 || _isAfterItem);
    }

    /// <summary>
    /// Begins a block on a line of its own: behind a blank line, except for the items of a list that hold one block each, and lists inside
    /// of them.
    /// </summary>
    /// <param name="isParagraph">Whether the block is a paragraph.</param>
    /// <param name="leavesItem">Whether an item that follows stands apart from the block.</param>
    public void BeginBlock(bool isParagraph, bool leavesItem)
    {
        Span<MarkdownContainer> containers = CollectionsMarshal.AsSpan(_open);
        if (line.Output.Count > 0)
        {
            line.Output.Add((byte)'\n');
            if (!JoinsLastLine(containers, isParagraph))
            {
                WriteBlankPrefixes();
                line.Output.Add((byte)'\n');
            }
        }
        foreach (ref MarkdownContainer container in containers)
        {
            if (container.Kind == ContentKind.List)
                continue;
            if (container.IsPending)
                WriteMarker(container);
            else
                line.Output.Add(_prefixes.Span(container.PrefixStart, container.PrefixLength));
            container.IsPending = false;
            container.Blocks++;
        }
        _isAfterCalloutTitle = false;
        _isAfterItem &= !leavesItem;
        line.Begin();
    }

    /// <summary>Writes what a blank line begins with: the marks of quotations stay, white space behind the last of them does not.</summary>
    public void WriteBlankPrefixes()
    {
        int length = 0;
        foreach (ref readonly MarkdownContainer container in CollectionsMarshal.AsSpan(_open))
        {
            // A container that has not begun yet does not reach over the blank line before it.
            if (container.IsPending)
                break;
            length = container.PrefixStart + container.PrefixLength;
        }
        line.Output.Add(_prefixes.Span(0, length).TrimEnd((byte)' '));
    }

    private void Start(ContentKind kind, ReadOnlySpan<byte> prefix, ReadOnlySpan<byte> marker)
    {
        _open.Add(new()
        {
            Kind = kind,
            PrefixStart = _prefixes.Count,
            PrefixLength = prefix.Length,
            MarkerStart = _markers.Count,
            MarkerLength = marker.Length,
            IsPending = true,
        });
        _prefixes.Add(prefix);
        _markers.Add(marker);
    }

    private void WriteMarker(in MarkdownContainer container)
    {
        ReadOnlySpan<byte> marker = _markers.Span(container.MarkerStart, container.MarkerLength);
        if (container.Kind != ContentKind.Callout || _inCalloutTitle)
        {
            line.Output.Add(marker);
            return;
        }
        // A callout without a title: its text begins on the next line.
        line.Output.Add(marker.TrimEnd((byte)' '));
        line.Output.Add((byte)'\n');
        line.Output.Add(_prefixes.Span(0, container.PrefixStart + container.PrefixLength));
    }

    private bool JoinsLastLine(ReadOnlySpan<MarkdownContainer> containers, bool isParagraph)
    {
        // A paragraph right behind the title of its callout.
        if (_isAfterCalloutTitle && isParagraph && containers is [.., { Kind: ContentKind.Callout, IsPending: false }])
            return true;
        int pending = 0;
        while (pending < containers.Length && !(containers[pending].Kind == ContentKind.Item && containers[pending].IsPending))
            pending++;
        if (pending == containers.Length)
            return false;
        for (int i = 0; i < pending; i++)
        {
            if (containers[i] is { IsPending: true })
                return false;
        }
        if (_isAfterItem)
            return true;
        // The first item of a list in an item; a number other than one would not begin a list right behind a paragraph.
        return pending >= 2 && containers[pending - 2] is { Kind: ContentKind.Item, Blocks: 1 } && containers[pending - 1] is var list
            && (!list.IsOrdered || list.Number == 2);
    }
}
