using Skiplink.Html.Arena;
using Skiplink.Html.Tokenizing;

namespace Skiplink.Html.TreeBuilding;

/// <summary>Hands the tokenizer's tokens to the tree builder.</summary>
internal readonly struct TreeSink(TreeBuilder builder) : ITokenSink
{
    public bool AllowsCData => builder.AllowsCData;

    public int LikelyEndTag => builder.CurrentName;

    public ContentModel StartTag(in TagToken tag) => builder.StartTag(tag);

    public void EndTag(in TagToken tag) => builder.EndTag(tag);

    public void Characters(Utf8Slice text, int sourceStart, int sourceEnd) => builder.Characters(text, sourceStart, sourceEnd);

    public void Null(int position) => builder.Null(position);

    public void Comment(Utf8Slice data, int sourceStart, int sourceEnd) => builder.Comment(data, sourceStart, sourceEnd);

    public void Doctype(in DoctypeToken doctype) => builder.Doctype(doctype);

    public void EndOfFile(int position) => builder.EndOfFile(position);
}
