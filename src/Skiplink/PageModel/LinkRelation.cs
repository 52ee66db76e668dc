namespace Skiplink.PageModel;

/// <summary>The relations of <c>link</c> elements that are looked up.</summary>
internal enum LinkRelation
{
    /// <summary>The page's own address.</summary>
    Canonical,

    /// <summary>The licence.</summary>
    License,

    /// <summary>The main image.</summary>
    Image,
}
