using Skiplink.Html;

namespace Skiplink.Server.Selecting;

/// <summary>
/// A list of selectors of CSS, of the part of the language that picks parts of a page: names, ids, classes, attributes, descendants and
/// children.
/// </summary>
internal sealed class SelectorList
{
    /// <summary>Each selector with its rightmost part first, as it is matched.</summary>
    private readonly List<SimpleSelector[]> _selectors = [];

    private SelectorList()
    {
    }

    /// <summary>Parses a list.</summary>
    /// <exception cref="SelectorSyntaxException">It is wrong, or has pseudo-classes or sibling combinators.</exception>
    public static SelectorList Parse(string text)
    {
        SelectorList list = new();
        SelectorReader reader = new(text);
        do
            list._selectors.Add(reader.ReadSelector());
        while (reader.NextInList());
        return list;
    }

    public bool Matches(HtmlNode node) => _selectors.Exists(selector => Matches(node, selector));

    /// <summary>
    /// Goes over the ancestors once, from the outside in, and notes which parts of the selector each of them ends: time is linear in the
    /// depth, whatever the selector.
    /// </summary>
    private static bool Matches(HtmlNode node, SimpleSelector[] selector)
    {
        if (!selector[0].Matches(node))
            return false;
        if (selector.Length == 1)
            return true;
        Stack<HtmlNode> path = [];
        for (HtmlNode ancestor = node; !ancestor.IsNone; ancestor = ancestor.Parent)
            path.Push(ancestor);
        int last = selector.Length - 1;
        // Whether the part and all that stand outside it are matched by the element above, and by any element above.
        bool[] above = new bool[selector.Length], anywhere = new bool[selector.Length], here = new bool[selector.Length];
        foreach (HtmlNode element in path)
        {
            for (int part = last; part >= 0; part--)
            {
                bool isPlaced = part == last || (selector[part].IsChild ? above[part + 1] : anywhere[part + 1]);
                here[part] = isPlaced && selector[part].Matches(element);
            }
            (above, here) = (here, above);
            for (int part = 0; part <= last; part++)
                anywhere[part] |= above[part];
        }
        return above[0];
    }
}
