using System.Buffers.Text;
using System.Runtime.InteropServices;
using Skiplink.Content;
using Skiplink.Html.Arena;

namespace Skiplink.Writing;

/// <summary>What text can stand in (lists, items, quotations, notes), what their lines begin with, and the lines between blocks.</summary>
internal sealed partial class MarkdownWriter
{
    private const int MostNumber = 999_999_999;

    private readonly List<Container> _containers = [];

    /// <summary>What each further line begins with, and the markers that the next line begins with instead.</summary>
    private readonly ByteBuffer _prefixes = new();
    private readonly ByteBuffer _markers = new();

    /// <summary>Whether the last block was the only one of its item, so that the next item follows without a blank line.</summary>
    private bool _isAfterItem;

    /// <summary>Where the last list ended, and its marker: a list right behind it takes another one, so that the two stay two.</summary>
    private int _listEnd;
    private byte _listMarker;
    private bool _listWasOrdered;

    private struct Container
    {
        public ContentKind Kind;
        public int PrefixStart;
        public int PrefixLength;
        public int MarkerStart;
        public int MarkerLength;

        /// <summary>Whether the marker is still to be written.</summary>
        public bool IsPending;

        /// <summary>Of a list: the number of the next item, and the marker.</summary>
        public int Number;
        public byte Marker;
        public bool IsOrdered;

        /// <summary>Of an item: how many blocks it holds.</summary>
        public int Blocks;
    }

    private void ClearContainers()
    {
        _containers.Clear();
        _prefixes.Clear();
        _markers.Clear();
        _isAfterItem = _inCalloutTitle = _isAfterCalloutTitle = false;
        _listEnd = -1;
    }

    private void StartList(in ContentPart part)
    {
        bool isOrdered = part.Kind == ContentKind.OrderedList;
        byte marker = isOrdered ? (byte)'.' : (byte)'-';
        if (_listEnd == _output.Count && _listWasOrdered == isOrdered && _listMarker == marker)
            marker = isOrdered ? (byte)')' : (byte)'*';
        _containers.Add(new() { Kind = ContentKind.List, Number = part.Number, Marker = marker, IsOrdered = isOrdered, PrefixStart = _prefixes.Count, MarkerStart = _markers.Count });
    }

    private void EndList()
    {
        Container list = _containers[^1];
        _containers.RemoveAt(_containers.Count - 1);
        (_listEnd, _listMarker, _listWasOrdered) = (_output.Count, list.Marker, list.IsOrdered);
        // Inside of an item the next item follows; elsewhere a paragraph may, which would be taken into the last item.
        _isAfterItem = _containers.Exists(static c => c.Kind == ContentKind.Item);
    }

    private void StartItem(bool? isChecked)
    {
        Span<byte> marker = stackalloc byte[20];
        int length = 0;
        Span<Container> containers = CollectionsMarshal.AsSpan(_containers);
        if (containers is [.., { Kind: ContentKind.List, IsOrdered: true }])
        {
            ref Container list = ref containers[^1];
            Utf8Formatter.TryFormat(Math.Clamp(list.Number, 0, MostNumber), marker, out length);
            list.Number++;
            marker[length++] = list.Marker;
        }
        else
        {
            marker[length++] = containers is [.., { Kind: ContentKind.List, Marker: var sign }] ? sign : (byte)'-';
        }
        marker[length++] = (byte)' ';
        int width = length;
        if (isChecked is { } ticked)
        {
            (ticked ? "[x] "u8 : "[ ] "u8).CopyTo(marker[length..]);
            length += 4;
        }
        StartContainer(ContentKind.Item, "                    "u8[..width], marker[..length]);
    }

    private void StartNote(int number)
    {
        Span<byte> marker = stackalloc byte[20];
        "[^"u8.CopyTo(marker);
        Utf8Formatter.TryFormat(number, marker[2..], out int length);
        "]: "u8.CopyTo(marker[(2 + length)..]);
        StartContainer(ContentKind.Note, "    "u8, marker[..(length + 5)]);
        _isAfterItem = false;
    }

    /// <summary>The kind of a callout goes before its title, or on a line of its own.</summary>
    private void StartCallout(ReadOnlySpan<byte> kind)
    {
        _markers.Add("[!"u8);
        _markers.Add(kind);
        _markers.Add("] "u8);
        ref Container callout = ref CollectionsMarshal.AsSpan(_containers)[^1];
        callout.MarkerLength = _markers.Count - callout.MarkerStart;
    }

    private void StartContainer(ContentKind kind, ReadOnlySpan<byte> prefix, ReadOnlySpan<byte> marker)
    {
        _containers.Add(new()
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

    private void EndContainer(ContentKind kind)
    {
        Container container = _containers[^1];
        _containers.RemoveAt(_containers.Count - 1);
        _prefixes.Truncate(container.PrefixStart);
        _markers.Truncate(container.MarkerStart);
        _isAfterItem = kind == ContentKind.Item && (container.Blocks <= 1 || _isAfterItem);
    }

    /// <summary>Begins a block on a line of its own: behind a blank line, but for the items of a list that hold one block each, and lists inside of them.</summary>
    private void StartLines()
    {
        Span<Container> containers = CollectionsMarshal.AsSpan(_containers);
        if (_output.Count > 0)
        {
            _output.Add((byte)'\n');
            if (!JoinsLastLine(containers))
            {
                WriteBlankPrefixes();
                _output.Add((byte)'\n');
            }
        }
        foreach (ref Container container in containers)
        {
            if (container.Kind == ContentKind.List)
                continue;
            if (container.IsPending)
                WriteMarker(container);
            else
                _output.Add(_prefixes.Span(container.PrefixStart, container.PrefixLength));
            container.IsPending = false;
            container.Blocks++;
        }
        _isAfterCalloutTitle = false;
        _lineStart = _output.Count;
    }

    private void WriteMarker(in Container container)
    {
        ReadOnlySpan<byte> marker = _markers.Span(container.MarkerStart, container.MarkerLength);
        if (container.Kind != ContentKind.Callout || _inCalloutTitle)
        {
            _output.Add(marker);
            return;
        }
        // A callout without a title: its text begins on the next line.
        _output.Add(marker.TrimEnd((byte)' '));
        _output.Add((byte)'\n');
        _output.Add(_prefixes.Span(0, container.PrefixStart + container.PrefixLength));
    }

    private bool JoinsLastLine(ReadOnlySpan<Container> containers)
    {
        // A paragraph right behind the title of its callout.
        if (_isAfterCalloutTitle && _block == ContentKind.Paragraph && containers is [.., { Kind: ContentKind.Callout, IsPending: false }])
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
        return pending >= 2 && containers[pending - 2].Kind == ContentKind.Item && containers[pending - 2].Blocks == 1 && containers[pending - 1] is var list
            && (!list.IsOrdered || list.Number == 2);
    }

    /// <summary>Whether the block in progress, or the last one, is the title of a callout.</summary>
    private bool _inCalloutTitle;
    private bool _isAfterCalloutTitle;

    // A blank line inside of a quotation keeps its mark; what comes behind the last mark is white space and left out.
    private void WriteBlankPrefixes()
    {
        int length = 0;
        foreach (ref readonly Container container in CollectionsMarshal.AsSpan(_containers))
        {
            // A container that has not begun yet does not reach over the blank line before it.
            if (container.IsPending)
                break;
            length = container.PrefixStart + container.PrefixLength;
        }
        _output.Add(_prefixes.Span(0, length).TrimEnd((byte)' '));
    }
}
