using System.Text;

namespace Skiplink.PageModel;

/// <summary>A name of <c>meta</c> elements that is looked up.</summary>
/// <param name="Text">The name in lower case.</param>
/// <param name="Index">Its number among all names that are looked up.</param>
internal sealed record MetaName(string Text, int Index)
{
    /// <summary>The name in UTF-8.</summary>
    public byte[] Utf8 { get; } = Encoding.UTF8.GetBytes(Text);

    /// <summary>What a finding from this name says it is from.</summary>
    public MetadataSource Source { get; } = Text.StartsWith("og:", StringComparison.Ordinal)
        || Text.StartsWith("article:", StringComparison.Ordinal) ? MetadataSource.OpenGraph : MetadataSource.Meta;
}
