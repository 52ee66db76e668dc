using System.Runtime.CompilerServices;
using Skiplink.Html;

namespace Skiplink.PageModel;

/// <summary>What an element's name alone says of it to the pass that makes blocks, in one look-up.</summary>
internal readonly record struct ElementTraits(ContextFlags Context, ElementTraits.Marks Mark)
{
    private static readonly ElementTraits[] ByName = Make();

    /// <summary>The traits of a name; none of a name that is not known at compile time.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ElementTraits Of(int name)
    {
        ElementTraits[] traits = ByName;
        return (uint)name < (uint)traits.Length ? traits[name] : default;
    }

    /// <summary>Whether any of the marks holds.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Is(Marks marks) => (Mark & marks) != 0;

    /// <summary>What is asked of a name while the tree is walked.</summary>
    [Flags]
    internal enum Marks : byte
    {
        None = 0,

        /// <summary>Begins and ends blocks (<see cref="BlockLevel.Role.Block"/>).</summary>
        Block = 1,

        /// <summary>Its text is no text of the page (<see cref="BlockLevel.Role.Skipped"/>).</summary>
        Skipped = 2,
        Script = 4,

        /// <summary>Is skipped, but declares something about the page: <c>meta</c>, <c>link</c>, <c>title</c>.</summary>
        Declaration = 8,

        /// <summary>May say something of the page as a whole.</summary>
        Metadata = 16,
        Break = 32,
        Image = 64,
        Link = 128,
    }

    private static ElementTraits[] Make()
    {
        ElementTraits[] traits = new ElementTraits[HtmlNames.KnownCount + 1];
        for (int name = 0; name < traits.Length; name++)
        {
            Marks mark = BlockLevel.Of(name) switch
            {
                BlockLevel.Role.Block => Marks.Block,
                BlockLevel.Role.Skipped => Marks.Skipped,
                _ => Marks.None,
            };
            mark |= name switch
            {
                HtmlNames.Script => Marks.Script,
                HtmlNames.Meta or HtmlNames.Link or HtmlNames.Title => Marks.Declaration,
                HtmlNames.H1 or HtmlNames.Time or HtmlNames.Abbr => Marks.Metadata,
                HtmlNames.Br => Marks.Break,
                HtmlNames.Img => Marks.Image,
                HtmlNames.A => Marks.Link,
                _ => Marks.None,
            };
            traits[name] = new(ContextOf(name), mark);
        }
        return traits;
    }

    private static ContextFlags ContextOf(int name) => name switch
    {
        HtmlNames.Nav => ContextFlags.Nav,
        HtmlNames.Header => ContextFlags.Header,
        HtmlNames.Footer => ContextFlags.Footer,
        HtmlNames.Aside => ContextFlags.Aside,
        HtmlNames.Main => ContextFlags.Main,
        HtmlNames.Article => ContextFlags.Article,
        HtmlNames.Form => ContextFlags.Form,
        HtmlNames.Figure => ContextFlags.Figure,
        HtmlNames.Figcaption or HtmlNames.Caption => ContextFlags.Caption,
        HtmlNames.Table => ContextFlags.Table,
        HtmlNames.Ul or HtmlNames.Ol or HtmlNames.Menu => ContextFlags.List,
        HtmlNames.Dl => ContextFlags.Definition,
        HtmlNames.Blockquote => ContextFlags.Quotation,
        HtmlNames.Pre => ContextFlags.Preformatted,
        HtmlNames.Button => ContextFlags.Button,
        HtmlNames.A => ContextFlags.Link,
        >= HtmlNames.H1 and <= HtmlNames.H6 => ContextFlags.Heading,
        HtmlNames.Dialog => ContextFlags.Dialog,
        HtmlNames.Noscript => ContextFlags.NoScript,
        HtmlNames.Select => ContextFlags.Select,
        HtmlNames.Label => ContextFlags.Label,
        HtmlNames.Details => ContextFlags.Details,
        HtmlNames.Section => ContextFlags.Section,
        HtmlNames.P => ContextFlags.Paragraph,
        _ => ContextFlags.None,
    };
}
