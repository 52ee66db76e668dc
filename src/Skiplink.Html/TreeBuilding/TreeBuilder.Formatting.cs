using System.Runtime.CompilerServices;
using Skiplink.Html.Arena;
using static Skiplink.Html.HtmlNames;

namespace Skiplink.Html.TreeBuilding;

/// <summary>Reconstructing formatting elements, and the adoption agency algorithm.</summary>
internal sealed partial class TreeBuilder
{
    /// <summary>
    /// Reconstructs the active formatting elements (https://html.spec.whatwg.org/#reconstruct-the-active-formatting-elements). The number
    /// of clones is limited in proportion to the length of the page; beyond that the formatting elements are dropped instead of cloned.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void ReconstructFormatting()
    {
        int last = _formatting.Count - 1;
        if (last >= 0 && _formatting[last] is var node && node != 0 && node != _open.Current)
            ReconstructFormatting(last);
    }

    private void ReconstructFormatting(int last)
    {
        if (_open.IndexOf(_formatting[last]) >= 0)
            return;
        int first = last;
        while (first > 0 && _formatting[first - 1] != 0 && _open.IndexOf(_formatting[first - 1]) < 0)
            first--;
        if (last - first >= _cloneBudget)
        {
            _formatting.DropAfterMarker();
            return;
        }
        for (int i = first; i <= last; i++)
        {
            int clone = Clone(_formatting[i]);
            MakeRoom();
            Insert(clone, AppropriatePlace(_open.Current));
            _open.Push(clone);
            _formatting[i] = clone;
        }
    }

    /// <summary>
    /// The adoption agency algorithm (https://html.spec.whatwg.org/#adoption-agency-algorithm), for an end tag or a start tag that implies
    /// one.
    /// </summary>
    private void AdoptionAgency(int name)
    {
        if (_open.CurrentIs(name) && _formatting.IndexOf(_open.Current) < 0)
        {
            Pop();
            return;
        }
        for (int outer = 0; outer < 8; outer++)
        {
            int formatting = _formatting.FindAfterMarker(name);
            if (formatting == 0)
            {
                AnyOtherEndTag(name);
                return;
            }
            int height = _open.IndexOf(formatting);
            if (height < 0)
            {
                _formatting.Remove(formatting);
                return;
            }
            if (!_open.HasNodeInScope(formatting))
                return;
            int furthest = FurthestBlock(height);
            if (furthest < 0)
            {
                while (_open.Count > height)
                    Pop();
                _formatting.Remove(formatting);
                return;
            }
            if (_cloneBudget <= 0)
                return;
            Adopt(formatting, height, furthest);
        }
    }

    /// <summary>The topmost special element above the formatting element, as a height; -1 when there is none.</summary>
    private int FurthestBlock(int height)
    {
        for (int i = height + 1; i < _open.Count; i++)
        {
            if (IsSpecial(_nodes[_open[i]]))
                return i;
        }
        return -1;
    }

    /// <summary>Steps 4.9 to 4.20: moves the furthest block out of the formatting element.</summary>
    private void Adopt(int formatting, int formattingHeight, int furthestHeight)
    {
        int furthest = _open[furthestHeight];
        int commonAncestor = _open[formattingHeight - 1];
        int bookmark = _formatting.IndexOf(formatting);
        int last = furthest;
        int inner = 0;
        for (int height = furthestHeight - 1; height > formattingHeight; height--)
        {
            inner++;
            int node = _open[height];
            int entry = _formatting.IndexOf(node);
            if (inner > 3 && entry >= 0)
            {
                _formatting.RemoveAt(entry);
                if (entry < bookmark)
                    bookmark--;
                entry = -1;
            }
            if (entry < 0)
            {
                _open.RemoveAt(height);
                continue;
            }
            int clone = Clone(node);
            _formatting[entry] = clone;
            _open[height] = clone;
            if (last == furthest)
                bookmark = entry + 1;
            _nodes.Remove(last);
            _nodes.Append(clone, last);
            last = clone;
        }
        _nodes.Remove(last);
        Insert(last, AppropriatePlace(commonAncestor));

        int element = Clone(formatting);
        _nodes.MoveChildren(ContentOf(furthest), element);
        _nodes.Append(ContentOf(furthest), element);

        int old = _formatting.IndexOf(formatting);
        _formatting.RemoveAt(old);
        if (old < bookmark)
            bookmark--;
        _formatting.InsertAt(bookmark, element);
        int place = _open.IndexOf(formatting);
        Close(formatting);
        _open.RemoveAt(place);
        _open.InsertAt(_open.IndexOf(furthest) + 1, element);
    }

    private static bool IsSpecial(in NodeRow row) => row.Namespace switch
    {
        HtmlNamespace.Html => (HtmlNames.TraitsOf(row.Name) & NameTraits.Special) != 0,
        HtmlNamespace.Svg => row.Name is ForeignObject or Desc or Title,
        _ => row.Name is Mi or Mo or Mn or Ms or Mtext or AnnotationXml,
    };
}
