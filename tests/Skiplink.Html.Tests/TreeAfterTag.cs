using System.Text;
using Skiplink.Html.Arena;
using Skiplink.Html.Tokenizing;
using Skiplink.Html.TreeBuilding;

namespace Skiplink.Html.Tests;

/// <summary>The whole tree as it was when a tag had been processed, and where that tag ends in the source.</summary>
internal sealed record TreeAfterTag(int TagEnd, string Tree)
{
    /// <summary>Parses a page and writes the tree down after every tag.</summary>
    public static List<TreeAfterTag> Record(string page)
    {
        HtmlDocument document = new();
        document.Begin(Encoding.UTF8.GetBytes(page), "UTF-8");
        TreeBuilder builder = new(document.Nodes, document.AttributeRows, document.Names, document.Text, scripting: false, maxDepth: 512);
        builder.StartDocument();
        List<TreeAfterTag> trees = [];
        Recorder recorder = new(new TreeSink(builder), document, trees);
        new Tokenizer<Recorder>(document.Text, document.Names, document.AttributeRows, recorder, ContentModel.Data).Run();
        return trees;
    }

    /// <summary>Passes tokens on to the tree.</summary>
    private readonly struct Recorder(TreeSink tree, HtmlDocument document, List<TreeAfterTag> trees) : ITokenSink
    {
        public bool AllowsCData => tree.AllowsCData;

        public int LikelyEndTag => tree.LikelyEndTag;

        public ContentModel StartTag(in TagToken tag)
        {
            ContentModel model = tree.StartTag(tag);
            Add(tag);
            return model;
        }

        public void EndTag(in TagToken tag)
        {
            tree.EndTag(tag);
            Add(tag);
        }

        public void Characters(Utf8Slice text, int sourceStart, int sourceEnd) => tree.Characters(text, sourceStart, sourceEnd);

        public void Null(int position) => tree.Null(position);

        public void Comment(Utf8Slice data, int sourceStart, int sourceEnd) => tree.Comment(data, sourceStart, sourceEnd);

        public void Doctype(in DoctypeToken doctype) => tree.Doctype(doctype);

        public void EndOfFile(int position) => tree.EndOfFile(position);

        private void Add(in TagToken tag) => trees.Add(new(tag.SourceEnd, HtmlParserTests.Lines(document)));
    }
}
