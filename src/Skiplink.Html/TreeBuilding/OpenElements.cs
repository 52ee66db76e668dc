using System.Runtime.CompilerServices;
using Skiplink.Html.Arena;
using static Skiplink.Html.HtmlNames;

namespace Skiplink.Html.TreeBuilding;

/// <summary>The stack of open elements (https://html.spec.whatwg.org/#the-stack-of-open-elements) and its scopes.</summary>
internal sealed class OpenElements(NodeTable nodes)
{
    private int[] _stack = new int[64];

    /// <summary>
    /// For each name known at compile time, the number of open elements with it in any namespace. Most queries end at a 0 here.
    /// </summary>
    private readonly int[] _open = new int[HtmlNames.LastKnown + 1];

    public int Count { get; private set; }

    /// <summary>The node at a height; 0 is the bottom, the html element.</summary>
    public int this[int height]
    {
        get => _stack[height];
        set
        {
            Note(_stack[height], -1);
            _stack[height] = value;
            Note(value, 1);
        }
    }

    /// <summary>The current node, or 0 when the stack is empty.</summary>
    public int Current
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Count == 0 ? 0 : _stack[Count - 1];
    }

    public void Clear()
    {
        Count = 0;
        Array.Clear(_open);
    }

    public void Push(int node)
    {
        if (Count == _stack.Length)
            Array.Resize(ref _stack, _stack.Length * 2);
        _stack[Count++] = node;
        Note(node, 1);
    }

    public int Pop()
    {
        int node = _stack[--Count];
        Note(node, -1);
        return node;
    }

    public void RemoveAt(int height)
    {
        Note(_stack[height], -1);
        Count--;
        _stack.AsSpan(height + 1, Count - height).CopyTo(_stack.AsSpan(height));
    }

    public void InsertAt(int height, int node)
    {
        Push(node);
        _stack.AsSpan(height, Count - 1 - height).CopyTo(_stack.AsSpan(height + 1));
        _stack[height] = node;
    }

    /// <summary>Whether any open element has a name known at compile time.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool HasAny(int name) => (uint)name >= (uint)_open.Length || _open[name] != 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Note(int node, int change)
    {
        int name = nodes[node].Name;
        if ((uint)name < (uint)_open.Length)
            _open[name] += change;
    }

    /// <summary>The height of a node, or -1.</summary>
    public int IndexOf(int node)
    {
        for (int i = Count - 1; i >= 0; i--)
        {
            if (_stack[i] == node)
                return i;
        }
        return -1;
    }

    /// <summary>The height of the topmost HTML element of a name, or -1.</summary>
    public int FindName(int name)
    {
        for (int i = HasAny(name) ? Count - 1 : -1; i >= 0; i--)
        {
            if (IsHtml(i, name))
                return i;
        }
        return -1;
    }

    public bool IsHtml(int height, int name)
    {
        ref NodeRow row = ref nodes[_stack[height]];
        return row.Name == name && row.Namespace == HtmlNamespace.Html;
    }

    /// <summary>Whether the current node is an HTML element of a name.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool CurrentIs(int name) => Count > 0 && IsHtml(Count - 1, name);

    public bool HasInScope(int name) => HasAny(name) && Has(name, Scope.Default);

    public bool HasInButtonScope(int name) => HasAny(name) && Has(name, Scope.Button);

    public bool HasInListItemScope(int name) => HasAny(name) && Has(name, Scope.ListItem);

    public bool HasInTableScope(int name) => HasAny(name) && Has(name, Scope.Table);

    /// <summary>Whether a certain element is in scope.</summary>
    public bool HasNodeInScope(int node)
    {
        for (int i = Count - 1; i >= 0; i--)
        {
            if (_stack[i] == node)
                return true;
            if (Bounds(nodes[_stack[i]], Scope.Default))
                return false;
        }
        return false;
    }

    public bool HasHeadingInScope()
    {
        for (int i = Count - 1; i >= 0; i--)
        {
            ref NodeRow row = ref nodes[_stack[i]];
            if (row.Namespace == HtmlNamespace.Html && row.Name is >= H1 and <= H6)
                return true;
            if (Bounds(row, Scope.Default))
                return false;
        }
        return false;
    }

    private bool Has(int name, Scope scope)
    {
        int[] stack = _stack;
        for (int i = Count - 1; i >= 0; i--)
        {
            ref NodeRow row = ref nodes[stack[i]];
            if (row.Name == name && row.Namespace == HtmlNamespace.Html)
                return true;
            if (Bounds(row, scope))
                return false;
        }
        return false;
    }

    private static bool Bounds(in NodeRow row, Scope scope)
    {
        if (row.Namespace == HtmlNamespace.Html)
        {
            return row.Name switch
            {
                HtmlNames.Html or Table or Template => true,
                Applet or Caption or Td or Th or Marquee or HtmlNames.Object or Select => scope != Scope.Table,
                Button => scope == Scope.Button,
                Ol or Ul => scope == Scope.ListItem,
                _ => false,
            };
        }
        if (scope == Scope.Table)
            return false;
        return row.Namespace == HtmlNamespace.Svg
            ? row.Name is ForeignObject or Desc or Title
            : row.Name is Mi or Mo or Mn or Ms or Mtext or AnnotationXml;
    }

    private enum Scope : byte
    {
        Default,
        Button,
        ListItem,
        Table,
    }
}
