namespace Skiplink.Html.Arena;

/// <summary>
/// One node of the tree, 44 bytes. Links are indexes into the node table; 0 is the document, which is never a child or sibling, so 0 means
/// "none".
/// </summary>
/// <remarks>
/// <code>
/// kind      Name          DataStart, DataLength                     FirstChild
/// document  –             –                                         first child
/// doctype   –             first row, 3 rows of the attribute table: name, public id, system id   –
/// element   name id       first row, number of rows of the attribute table                       first child
/// text      –             slice of the characters                   bytes reserved in the decoded buffer (when the slice is decoded)
/// comment   –             slice of the data                         –
/// fragment  –             –                                         first child (the contents of a template)
/// </code>
/// SourceStart and SourceEnd are the byte range in the source: of an element from its start tag to the end of its end tag (or of what
/// closed it), of implied elements the empty range where they were implied.
/// </remarks>
internal struct NodeRow
{
    public HtmlNodeKind Kind;
    public HtmlNamespace Namespace;
    public NodeFlags Flags;
    public int Name;
    public int Parent;
    public int FirstChild;
    public int LastChild;
    public int PreviousSibling;
    public int NextSibling;
    public int DataStart;
    public int DataLength;
    public int SourceStart;
    public int SourceEnd;

    /// <summary>The first child of a node that can have children, otherwise 0.</summary>
    public readonly int FirstChildOrNone => Kind is HtmlNodeKind.Text ? 0 : FirstChild;
}

/// <summary>Further properties of a node.</summary>
[Flags]
internal enum NodeFlags : ushort
{
    None = 0,

    /// <summary>A MathML <c>annotation-xml</c> whose encoding makes it an HTML integration point.</summary>
    HtmlIntegrationPoint = 1,

    /// <summary>A doctype that has a public identifier (which may be empty).</summary>
    HasPublicId = 2,

    /// <summary>A doctype that has a system identifier (which may be empty).</summary>
    HasSystemId = 4,
}
