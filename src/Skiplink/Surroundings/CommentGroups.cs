using Skiplink.Html;
using Skiplink.PageModel;

namespace Skiplink.Surroundings;

/// <summary>
/// Divides the lines of comments into comments. What repeats once a comment tells where each begins: an element (by class, numbered id,
/// type or place in the tree) that holds a comment whole, begins one or ends one. Every such set of elements is tried; the best covers the
/// comments' words, and has one date, one author, one numbered id, or one line that all have in common ("Reply") in each. Linear in lines
/// and elements.
/// </summary>
internal sealed class CommentGroups
{
    /// <summary>Comments of several makes on one page are found one after the other, so many at most.</summary>
    private const int MaxRounds = 6;

    /// <summary>What is left over is a comment when it has so many words.</summary>
    private const int MinLooseWords = 6;

    private const int MaxClassWords = 8;
    private const int Dates = 0, Ids = 1, Authors = 2, Repeated = 3, MarkerCount = 4;
    private static readonly double[] MarkerWeight = [1, 1, 0.95, 0.9];

    private readonly PageDocument _page;
    private readonly CommentLines _lines;
    private readonly bool[] _isTaken;
    private readonly bool[][] _isMarker;
    private readonly int[][] _markersBefore;
    private readonly int[] _wordsBefore;

    // The best division of a round.
    private Division _best;

    private enum Shape
    {
        Around,
        Lead,
        Trail,
    }

    private readonly record struct Division(double Score, Shape Shape, List<int>? Elements, int Words);

    private CommentGroups(PageDocument page, CommentLines lines)
    {
        (_page, _lines) = (page, lines);
        int count = lines.All.Count;
        _isTaken = new bool[count];
        _wordsBefore = new int[count + 1];
        (_isMarker, _markersBefore) = (new bool[MarkerCount][], new int[MarkerCount][]);
        for (int m = 0; m < MarkerCount; m++)
            (_isMarker[m], _markersBefore[m]) = (new bool[count], new int[count + 1]);
    }

    /// <summary>The comments, in document order.</summary>
    public static List<CommentItem> Find(PageDocument page, CommentLines lines)
    {
        CommentGroups groups = new(page, lines);
        if (lines.All.Count == 0)
            return [];
        return groups.Find();
    }

    private List<CommentItem> Find()
    {
        Dictionary<ulong, List<int>> sets = Sets();
        MarkLines();
        List<(int First, CommentItem Item)> items = [];
        for (int round = 0; round < MaxRounds; round++)
        {
            Count();
            int all = _wordsBefore[^1];
            if (all < MinLooseWords && round > 0)
                break;
            _best = default;
            foreach (List<int> elements in sets.Values)
            {
                if (elements.Count > 1)
                    Try(elements);
            }
            TryDateLines();
            if (_best.Score < 0.25 || _best.Words < Math.Min(all, MinLooseWords))
                break;
            Take(items);
        }
        TakeLoose(items);
        return [.. items.OrderBy(static i => i.First).Select(static i => i.Item)];
    }

    /// <summary>Elements with comments in them, by each of the things that they may share.</summary>
    private Dictionary<ulong, List<int>> Sets()
    {
        Dictionary<ulong, List<int>> sets = [];
        ElementTable elements = _page.Elements;
        for (int e = 1; e < elements.Count; e++)
        {
            ref readonly ElementRow row = ref elements[e];
            (int first, int end) = LinesOf(row);
            if (first == end)
                continue;
            HtmlNode node = new(_page.Html, row.Node);
            ulong name = (ulong)row.Name << 40;
            Add(name + row.TagSignature);
            int words = 0;
            ReadOnlySpan<byte> classes = node.Utf8Attribute(HtmlNames.Class);
            foreach (Range range in classes.Split((byte)' '))
            {
                if (words < MaxClassWords && !classes[range].IsEmpty)
                    Add(name + (1UL << 56) + CommentMarkup.HashOf(classes[range]));
                words++;
            }
            ReadOnlySpan<byte> id = node.Utf8Attribute(HtmlNames.Id);
            if (CommentMarkup.IsNumbered(id))
                Add(name + (2UL << 56) + CommentMarkup.HashOf(id));
            if (node.Utf8Attribute(HtmlNames.Itemtype) is { IsEmpty: false } type)
                Add((3UL << 56) + CommentMarkup.HashOf(type));

            void Add(ulong key)
            {
                if (!sets.TryGetValue(key, out List<int>? set))
                    sets[key] = set = [];
                if (set.Count == 0 || set[^1] != e)
                    set.Add(e);
            }
        }
        return sets;
    }

    private void MarkLines()
    {
        List<CommentLine> lines = _lines.All;
        Dictionary<string, int> patterns = [];
        for (int i = 0; i < lines.Count; i++)
        {
            _isMarker[Dates][i] = lines[i].Date is not null;
            _isMarker[Authors][i] = lines[i].Pieces.Exists(p => CommentMarkup.IsAuthor(new(_page.Html, p.Node), default));
            if (lines[i].Words is > 0 and <= 4)
                patterns[lines[i].Pattern] = patterns.GetValueOrDefault(lines[i].Pattern) + 1;
        }
        if (patterns.Count > 0 && patterns.MaxBy(static p => p.Value) is { Value: > 1 } common)
        {
            for (int i = 0; i < lines.Count; i++)
                _isMarker[Repeated][i] = lines[i].Pattern == common.Key;
        }
        Dictionary<uint, List<int>> ids = [];
        for (int e = 1; e < _page.Elements.Count; e++)
        {
            (int first, int end) = LinesOf(_page.Elements[e]);
            ReadOnlySpan<byte> id = first == end ? default : new HtmlNode(_page.Html, _page.Elements[e].Node).Utf8Attribute(HtmlNames.Id);
            if (!CommentMarkup.IsNumbered(id))
                continue;
            uint key = CommentMarkup.HashOf(id);
            if (!ids.TryGetValue(key, out List<int>? starts))
                ids[key] = starts = [];
            starts.Add(first);
        }
        if (ids.Count > 0)
        {
            foreach (int line in ids.MaxBy(static i => i.Value.Count).Value)
                _isMarker[Ids][line] = true;
        }
    }

    /// <summary>Counts words and markers of the lines that are not taken yet.</summary>
    private void Count()
    {
        List<CommentLine> lines = _lines.All;
        for (int i = 0; i < lines.Count; i++)
        {
            _wordsBefore[i + 1] = _wordsBefore[i] + (_isTaken[i] ? 0 : lines[i].Words);
            for (int m = 0; m < MarkerCount; m++)
                _markersBefore[m][i + 1] = _markersBefore[m][i] + (_isMarker[m][i] && !_isTaken[i] ? 1 : 0);
        }
    }

    private (int First, int End) LinesOf(in ElementRow row) =>
        (_lines.Before[row.FirstBlock], _lines.Before[row.FirstBlock + row.Blocks]);

    private void Try(List<int> elements)
    {
        TryAround(elements);
        List<int> starts = [], ends = [];
        foreach (int element in elements)
        {
            (int first, int end) = LinesOf(_page.Elements[element]);
            if (starts.Count > 0 && first < ends[^1])
                return;
            starts.Add(first);
            ends.Add(end);
        }
        TryCuts(elements, starts, Shape.Lead);
        TryCuts(elements, ends, Shape.Trail);
    }

    private void TryAround(List<int> elements)
    {
        int[] one = new int[MarkerCount];
        int count = 0, covered = 0, lastEnd = 0;
        Stack<(int End, int Words, int[] Markers)> open = [];
        foreach (int element in elements)
        {
            (int first, int end) = LinesOf(_page.Elements[element]);
            while (open.Count > 0 && open.Peek().End <= first)
                Close();
            int words = _wordsBefore[end] - _wordsBefore[first];
            int[] markers = new int[MarkerCount];
            for (int m = 0; m < MarkerCount; m++)
                markers[m] = _markersBefore[m][end] - _markersBefore[m][first];
            if (open.TryPop(out (int End, int Words, int[] Markers) outer))
            {
                for (int m = 0; m < MarkerCount; m++)
                    outer.Markers[m] -= markers[m];
                open.Push((outer.End, outer.Words - words, outer.Markers));
            }
            if (end > lastEnd)
                (covered, lastEnd) = (covered + _wordsBefore[end] - _wordsBefore[Math.Max(first, lastEnd)], end);
            open.Push((end, words, markers));
        }
        while (open.Count > 0)
            Close();
        Propose(Shape.Around, elements, one, count, covered, 1);

        void Close()
        {
            (_, int words, int[] markers) = open.Pop();
            count += words > 0 ? 1 : 0;
            for (int m = 0; m < MarkerCount; m++)
                one[m] += words > 0 && markers[m] == 1 ? 1 : 0;
        }
    }

    private void TryCuts(List<int>? elements, List<int> cuts, Shape shape)
    {
        int[] one = new int[MarkerCount];
        int count = 0, covered = 0;
        for (int i = 0; i < cuts.Count; i++)
        {
            (int first, int end) = SegmentOf(cuts, i, shape);
            int words = _wordsBefore[end] - _wordsBefore[first];
            if (words == 0)
                continue;
            count++;
            covered += words;
            for (int m = 0; m < MarkerCount; m++)
                one[m] += _markersBefore[m][end] - _markersBefore[m][first] == 1 ? 1 : 0;
        }
        Propose(shape, elements, one, count, covered, 0.85);
    }

    private (int First, int End) SegmentOf(List<int> cuts, int i, Shape shape) => shape == Shape.Lead
        ? (cuts[i], i + 1 < cuts.Count ? cuts[i + 1] : _lines.All.Count)
        : (i > 0 ? cuts[i - 1] : 0, cuts[i]);

    /// <summary>Where comments have no markup of their own, their date lines begin or end them.</summary>
    private void TryDateLines()
    {
        if (_markersBefore[Dates][^1] < 2)
            return;
        TryCuts(null, DateCuts(0), Shape.Lead);
        TryCuts(null, DateCuts(1), Shape.Trail);
    }

    private List<int> DateCuts(int offset) =>
        [.. Enumerable.Range(0, _lines.All.Count).Where(i => _isMarker[Dates][i] && !_isTaken[i]).Select(i => i + offset)];

    private void Propose(Shape shape, List<int>? elements, int[] one, int count, int covered, double weight)
    {
        int all = _wordsBefore[^1];
        if (count < 2 || all == 0)
            return;
        double best = 0.3, sum = 0;
        for (int m = 0; m < MarkerCount; m++)
        {
            int markers = _markersBefore[m][^1];
            double f1 = markers > 1 ? 2.0 * one[m] / (count + markers) * MarkerWeight[m] : 0;
            (best, sum) = (Math.Max(best, f1), sum + f1);
        }
        double score = weight * ((double)covered / all) * (best + (0.1 * sum / MarkerCount));
        // Of equals the outermost, which comes first.
        if (score > _best.Score + 1e-9)
            _best = new(score, shape, elements, covered);
    }

    private void Take(List<(int First, CommentItem Item)> items)
    {
        if (_best.Shape == Shape.Around)
        {
            TakeAround(items);
            return;
        }
        List<int> cuts = _best.Elements is { } elements
            ? [.. elements.Select(e => LinesOf(_page.Elements[e])).Select(l => _best.Shape == Shape.Lead ? l.First : l.End)]
            : DateCuts(_best.Shape == Shape.Lead ? 0 : 1);
        List<CommentItem> taken = [];
        for (int i = 0; i < cuts.Count; i++)
        {
            (int first, int end) = SegmentOf(cuts, i, _best.Shape);
            if (first == end)
                continue;
            CommentItem item = new(Widest(_lines.All[_best.Shape == Shape.Lead ? first : end - 1].Block, first, end));
            for (int line = first; line < end; line++)
                Take(item, line);
            if (item.Lines.Count == 0)
                continue;
            items.Add((first, item));
            taken.Add(item);
        }
        CommentDepths.ByIndent(_page, taken);
    }

    private void TakeAround(List<(int First, CommentItem Item)> items)
    {
        List<CommentItem> taken = [];
        Stack<(int End, CommentItem Item)> open = [];
        int next = 0;
        bool isNested = false;
        foreach (int element in _best.Elements!)
        {
            (int first, int end) = LinesOf(_page.Elements[element]);
            while (open.Count > 0 && open.Peek().End <= first)
                Close();
            if (open.TryPeek(out (int End, CommentItem Item) outer))
                Fill(outer.Item, first);
            next = Math.Max(next, first);
            CommentItem item = new(element) { Depth = open.Count };
            isNested |= open.Count > 0;
            open.Push((end, item));
            items.Add((first, item));
            taken.Add(item);
        }
        while (open.Count > 0)
            Close();
        items.RemoveAll(static i => i.Item.Lines.Count == 0);
        if (!isNested)
            CommentDepths.ByIndent(_page, taken);

        void Close()
        {
            (int end, CommentItem item) = open.Pop();
            Fill(item, end);
        }

        void Fill(CommentItem item, int end)
        {
            for (; next < end; next++)
                Take(item, next);
        }
    }

    private void Take(CommentItem item, int line)
    {
        if (_isTaken[line])
            return;
        _isTaken[line] = true;
        item.Lines.Add(_lines.All[line]);
    }

    /// <summary>What stands alone: neighbours among the lines that are left make one comment.</summary>
    private void TakeLoose(List<(int First, CommentItem Item)> items)
    {
        for (int i = 0; i < _isTaken.Length;)
        {
            if (_isTaken[i] || _lines.All[i].IsHeading)
            {
                i++;
                continue;
            }
            int first = i;
            CommentItem item = new(ElementOf(_lines.All[i].Block));
            for (; i < _isTaken.Length && !_isTaken[i] && !_lines.All[i].IsHeading; i++)
                Take(item, i);
            if (item.Lines.Sum(static l => l.IsLink ? 0 : l.Words) >= MinLooseWords || items.Count == 0)
                items.Add((first, item));
        }
    }

    private int ElementOf(int block) => _page.Blocks[block].Container;

    /// <summary>The outermost element around a block that holds lines of one comment alone; -1 when there is none.</summary>
    private int Widest(int block, int first, int end)
    {
        int widest = -1;
        for (int element = ElementOf(block); element > 0; element = _page.Elements[element].Parent)
        {
            (int own, int ownEnd) = LinesOf(_page.Elements[element]);
            if (own < first || ownEnd > end)
                break;
            widest = element;
        }
        return widest;
    }
}
