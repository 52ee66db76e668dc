using System.Text;
using Skiplink.Html;
using Skiplink.Html.Arena;
using Skiplink.Html.Names;
using Skiplink.Html.References;
using Skiplink.Html.Tokenizing;

namespace Skiplink.Conformance;

/// <summary>A sink that writes each token down as a line of text, characters that follow each other as one.</summary>
internal readonly struct TokenRecorder(Utf8Storage text, NameTable names, AttributeTable attributes, List<string> tokens) : ITokenSink
{
    private readonly StringBuilder _characters = new();

    public bool AllowsCData => false;

    public int LikelyEndTag => HtmlNames.P;

    public static string Show(string kind, params IEnumerable<string?> parts) =>
        $"{kind}({string.Join(",", parts.Select(static p => p is null ? "none" : $"'{p}'"))})";

    public ContentModel StartTag(in TagToken tag)
    {
        Flush();
        List<string> pairs = [];
        for (int i = 0; i < tag.AttributeCount; i++)
        {
            int row = tag.FirstAttribute + i;
            pairs.Add(Encoding.UTF8.GetString(names[attributes[row].Name]) + "="
                + LoneSurrogates.FromBytes(AttributeValues.Of(attributes, row, text)));
        }
        pairs.Sort(StringComparer.Ordinal);
        tokens.Add(Show("StartTag", [Encoding.UTF8.GetString(names[tag.Name]), .. pairs, tag.SelfClosing ? "/" : ""]));
        return ContentModel.Data;
    }

    public void EndTag(in TagToken tag)
    {
        Flush();
        tokens.Add(Show("EndTag", Encoding.UTF8.GetString(names[tag.Name])));
    }

    public void Characters(Utf8Slice characters, int sourceStart, int sourceEnd) => _characters.Append(Text(characters));

    public void Null(int position) => _characters.Append('\0');

    public void Comment(Utf8Slice data, int sourceStart, int sourceEnd)
    {
        Flush();
        tokens.Add(Show("Comment", Text(data)));
    }

    public void Doctype(in DoctypeToken doctype)
    {
        Flush();
        tokens.Add(Show(
            "DOCTYPE",
            doctype.HasName ? Text(doctype.Name) : null,
            doctype.HasPublicId ? Text(doctype.PublicId) : null,
            doctype.HasSystemId ? Text(doctype.SystemId) : null,
            doctype.ForceQuirks ? "quirks" : "correct"));
    }

    public void EndOfFile(int position) => Flush();

    private void Flush()
    {
        if (_characters.Length > 0)
            tokens.Add(Show("Character", _characters.ToString()));
        _characters.Clear();
    }

    private string Text(Utf8Slice slice) => LoneSurrogates.FromBytes(text.BytesOf(slice));
}
