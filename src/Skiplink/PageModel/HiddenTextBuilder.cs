using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Skiplink.Html;
using Skiplink.Html.Arena;
using Skiplink.Text;

namespace Skiplink.PageModel;

/// <summary>
/// Follows, while the tree is walked, whether text is shown: what the attributes of the elements around it say, as CSS inherits it. Style
/// sheets are not read. Its memory is used again for each page.
/// </summary>
internal sealed class HiddenTextBuilder
{
    /// <summary>So many elements above text may colour its ground.</summary>
    private const int MaxLevels = 64;

    private readonly List<HiddenRoot> _roots = [];
    private readonly List<HiddenPiece> _pieces = [];
    private readonly List<(int Block, int Root)> _blocks = [];
    private readonly List<Utf8Slice> _controls = [];
    private readonly Dictionary<ulong, InlineStyle> _styles = [];
    private State[] _states = new State[32];
    private int _top;
    private HtmlDocument _document = null!;
    private bool? _hasSheets;

    /// <summary>What holds of the text in an element.</summary>
    private struct State
    {
        /// <summary>The row of the element.</summary>
        public int Element;

        /// <summary>The roots that hide the text: all that is in them, and by properties that elements within may take back.</summary>
        public int Subtree;
        public int Invisible;
        public int Font;
        public int Colored;

        /// <summary>The colour of text and ground, as far as attributes alone have set them.</summary>
        public CssColor Color;
        public CssColor Ground;

        /// <summary>Whether the ground is an image, or may be set by a sheet.</summary>
        public bool IsGroundUnknown;

        /// <summary>The innermost root that hides the text, or -1.</summary>
        public readonly int Current => Math.Max(Math.Max(Subtree, Invisible), Math.Max(Font, Colored));
    }

    /// <summary>All roots, in document order.</summary>
    public List<HiddenRoot> Roots => _roots;

    /// <summary>Texts that are not shown, amid blocks that are.</summary>
    public List<HiddenPiece> Pieces => _pieces;

    /// <summary>The blocks without any text that is shown, each with its root.</summary>
    public List<(int Block, int Root)> Blocks => _blocks;

    /// <summary>The ids of elements that others open, as the attributes have them.</summary>
    public List<Utf8Slice> Controls => _controls;

    /// <summary>The root that hides the text here, or -1.</summary>
    public int Current
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get;
        private set;
    }

    /// <summary>Whether colours are followed here, so that each element with a name counts.</summary>
    public bool FollowsColors { get; private set; }

    /// <summary>Starts a page.</summary>
    public void Start(HtmlDocument document)
    {
        _document = document;
        _roots.Clear();
        _pieces.Clear();
        _blocks.Clear();
        _controls.Clear();
        _styles.Clear();
        _top = 0;
        _hasSheets = null;
        _states[0] = new() { Element = -1, Subtree = -1, Invisible = -1, Font = -1, Colored = -1 };
        Update();
    }

    /// <summary>Enters an element with attributes or a name that may change how its text is shown.</summary>
    /// <param name="element">The row of the element.</param>
    /// <param name="node">The element.</param>
    /// <param name="parent">The row of its parent.</param>
    /// <param name="name">The id of its name.</param>
    /// <param name="markup">Its attributes.</param>
    public void Enter(int element, int node, int parent, int name, in HidingMarkup markup)
    {
        State state = _states[_top];
        state.Element = element;
        InlineStyle style = markup.Style.IsEmpty ? default : StyleOf(markup.Style);
        // A formula is often kept for screen readers alone, beside an image of it: it is content.
        if (name == HtmlNames.Math && state.Subtree >= 0 && _roots[state.Subtree].Element == parent)
            state.Subtree = _roots[state.Subtree].Outer;
        HiddenReason reason = markup.IsHidden ? HiddenReason.Attribute
            : name == HtmlNames.Noscript ? HiddenReason.NoScript
            : style.HidesSubtree;
        // Text within a line is decided at once, since no block is made of it.
        bool isShownLater = reason is HiddenReason.Opacity && style.IsMoving;
        isShownLater |= reason != HiddenReason.None && !HiddenTextDecision.IsFirm(reason)
            && BlockLevel.Of(name) != BlockLevel.Role.Block && PanelEvidence.IsNamedAsPanel(new(_document, node), reason);
        reason = isShownLater ? HiddenReason.None : reason;
        if (reason != HiddenReason.None)
            state.Subtree = AddRoot(element, reason, state);
        if (style.IsInvisible)
            state.Invisible = AddRoot(element, HiddenReason.Visibility, state);
        else if (style.IsVisible)
            state.Invisible = -1;
        if (style.HasTinyFont)
            state.Font = AddRoot(element, HiddenReason.FontSize, state);
        else if (style.SetsReadableFont)
            state.Font = -1;
        SetColors(element, node, markup, style, ref state);
        Push(state);
    }

    /// <summary>Leaves an element, if its entering changed anything.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Leave(int element)
    {
        if (_states[_top].Element == element)
            Pop();
    }

    private void Pop()
    {
        _top--;
        Update();
    }

    private void Push(in State state)
    {
        if (++_top == _states.Length)
            Array.Resize(ref _states, 2 * _top);
        _states[_top] = state;
        Update();
    }

    private void Update()
    {
        ref readonly State state = ref _states[_top];
        Current = state.Current;
        FollowsColors = state.Color.IsKnown || state.Ground.IsKnown;
    }

    private int AddRoot(int element, HiddenReason reason, in State around)
    {
        _roots.Add(new(element, reason, around.Current));
        return _roots.Count - 1;
    }

    private void SetColors(int element, int node, in HidingMarkup markup, in InlineStyle style, ref State state)
    {
        CssColor color = style.Color.IsKnown ? style.Color : CssColor.OfAttribute(markup.Color);
        CssColor ground = style.Ground.IsKnown ? style.Ground : CssColor.OfAttribute(markup.Ground);
        bool isImage = style.HasImage;
        // A class may bring a ground of its own, if there is a sheet to say so.
        if (isImage || (markup.IsNamed && HasSheets))
            (state.Ground, state.IsGroundUnknown) = (default, true);
        if (ground.IsKnown && !ground.IsTransparent && !isImage)
            (state.Ground, state.IsGroundUnknown) = (ground, false);
        if (!color.IsKnown && !ground.IsKnown)
            return;
        if (color.IsKnown)
            state.Color = color;
        bool isHidden = state.Color.IsTransparent
            ? color.IsTransparent && !isImage && !ground.IsKnown
            : state.Color.LooksLike(GroundOf(state, node)) && !HasImageBehind(node);
        if (isHidden)
            state.Colored = AddRoot(element, HiddenReason.Color, state);
        else
            state.Colored = -1;
    }

    /// <summary>A style as it was read before, since pages repeat them.</summary>
    private InlineStyle StyleOf(ReadOnlySpan<byte> style)
    {
        ref InlineStyle known = ref CollectionsMarshal.GetValueRefOrAddDefault(_styles, BytesHash.Secret.Of(style), out bool isKnown);
        if (!isKnown)
            known = InlineStyle.Read(style);
        return known;
    }

    /// <summary>The colour of the ground; of the canvas, where nothing can have set another.</summary>
    private CssColor GroundOf(in State state, int node)
    {
        if (state.Ground.IsKnown || state.IsGroundUnknown || HasSheets)
            return state.Ground;
        HtmlNode at = new(_document, node);
        for (int i = 0; i < MaxLevels && at.IsElement; i++, at = at.Parent)
        {
            // The page may have been saved without its sheets.
            if (at.HasAttribute(HtmlNames.Class) || at.HasAttribute(HtmlNames.Id))
                return default;
        }
        return CssColor.White;
    }

    /// <summary>Whether an image stands behind the text by the old <c>background</c> attribute.</summary>
    private bool HasImageBehind(int node)
    {
        HtmlNode at = new(_document, node);
        for (int i = 0; i < MaxLevels && at.IsElement; i++, at = at.Parent)
        {
            foreach (HtmlAttribute attribute in at.Attributes)
            {
                if (_document.NameOf(attribute.NameId).SequenceEqual("background"u8))
                    return true;
            }
        }
        return false;
    }

    /// <summary>Whether the page has style sheets that may colour the ground.</summary>
    private bool HasSheets => _hasSheets ??= FindSheets();

    private bool FindSheets()
    {
        for (int node = 0; node < _document.NodeCount; node++)
        {
            ref readonly NodeRow row = ref _document.Nodes[node];
            if (row.Kind != HtmlNodeKind.Element || row.Namespace != HtmlNamespace.Html)
                continue;
            HtmlNode element = new(_document, node);
            if (row.Name == HtmlNames.Link && element.Utf8Attribute(HtmlNames.Rel).IndexOf("stylesheet"u8) >= 0)
                return true;
            if (row.Name == HtmlNames.Style && element.FirstChild is { IsNone: false, IsText: true } text
                && text.Utf8Text.IndexOf("background"u8) >= 0)
                return true;
        }
        return false;
    }
}
