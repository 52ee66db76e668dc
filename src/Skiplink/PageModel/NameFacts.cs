using System.Runtime.CompilerServices;
using Skiplink.Html;

namespace Skiplink.PageModel;

/// <summary>What an element's name alone says of it to the pass that makes blocks, in one look-up.</summary>
internal readonly record struct NameFacts(Surroundings Surroundings, NameFacts.Marks Mark)
{
    private static readonly NameFacts[] ByName = Make();

    /// <summary>What a name says; of a name that is not known at compile time, nothing.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static NameFacts Of(int name)
    {
        NameFacts[] facts = ByName;
        return (uint)name < (uint)facts.Length ? facts[name] : default;
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

        /// <summary>Is skipped, but may say something of the page as a whole.</summary>
        Meta = 8,

        /// <summary>May say something of the page as a whole.</summary>
        Note = 16,
        Break = 32,
        Image = 64,
        Link = 128,
    }

    private static NameFacts[] Make()
    {
        NameFacts[] facts = new NameFacts[HtmlNames.KnownCount + 1];
        for (int name = 0; name < facts.Length; name++)
        {
            Marks mark = BlockLevel.Of(name) switch { BlockLevel.Role.Block => Marks.Block, BlockLevel.Role.Skipped => Marks.Skipped, _ => Marks.None };
            mark |= name switch
            {
                HtmlNames.Script => Marks.Script,
                HtmlNames.Meta or HtmlNames.Link or HtmlNames.Title => Marks.Meta,
                HtmlNames.H1 or HtmlNames.Time or HtmlNames.Abbr => Marks.Note,
                HtmlNames.Br => Marks.Break,
                HtmlNames.Img => Marks.Image,
                HtmlNames.A => Marks.Link,
                _ => Marks.None,
            };
            facts[name] = new(SurroundingsOf(name), mark);
        }
        return facts;
    }

    private static Surroundings SurroundingsOf(int name) => name switch
    {
        HtmlNames.Nav => Surroundings.Nav,
        HtmlNames.Header => Surroundings.Header,
        HtmlNames.Footer => Surroundings.Footer,
        HtmlNames.Aside => Surroundings.Aside,
        HtmlNames.Main => Surroundings.Main,
        HtmlNames.Article => Surroundings.Article,
        HtmlNames.Form => Surroundings.Form,
        HtmlNames.Figure => Surroundings.Figure,
        HtmlNames.Figcaption or HtmlNames.Caption => Surroundings.Caption,
        HtmlNames.Table => Surroundings.Table,
        HtmlNames.Ul or HtmlNames.Ol or HtmlNames.Menu => Surroundings.List,
        HtmlNames.Dl => Surroundings.Definition,
        HtmlNames.Blockquote => Surroundings.Quotation,
        HtmlNames.Pre => Surroundings.Preformatted,
        HtmlNames.Button => Surroundings.Button,
        HtmlNames.A => Surroundings.Link,
        HtmlNames.H1 or HtmlNames.H2 or HtmlNames.H3 or HtmlNames.H4 or HtmlNames.H5 or HtmlNames.H6 => Surroundings.Heading,
        HtmlNames.Dialog => Surroundings.Dialog,
        HtmlNames.Noscript => Surroundings.NoScript,
        HtmlNames.Select => Surroundings.Select,
        HtmlNames.Label => Surroundings.Label,
        HtmlNames.Details => Surroundings.Details,
        HtmlNames.Section => Surroundings.Section,
        HtmlNames.P => Surroundings.Paragraph,
        _ => Surroundings.None,
    };
}
