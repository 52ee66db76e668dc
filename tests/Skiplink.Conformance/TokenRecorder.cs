using System.Text;
using Skiplink.Html;
using Skiplink.Html.Arena;
using Skiplink.Html.Names;
using Skiplink.Html.Tokenizing;

namespace Skiplink.Conformance;

/// <summary>A sink that writes each token down as a line of text, characters that follow each other as one.</summary>
internal readonly struct TokenRecorder(byte[] source, NameTable names, AttributeTable attributes, ByteBuffer side, List<string> tokens) : ITokenSink
{
    private readonly StringBuilder _characters = new();

    public bool AllowsCData => false;

    public int LikelyEndTag => HtmlNames.P;

    public static string Show(string kind, params IEnumerable<string?> parts) => $"{kind}({string.Join(",", parts.Select(static p => p is null ? "none" : $"'{p}'"))})";

    public ContentModel StartTag(in TagToken tag)
    {
        Flush();
        List<string> pairs = [];
        for (int i = 0; i < tag.AttributeCount; i++)
        {
            AttributeRow row = attributes[tag.FirstAttribute + i];
            pairs.Add(Encoding.UTF8.GetString(names[row.Name]) + "=" + Text(row.IsRaw ? TextDecoder.DecodeValue(source, row.ValueStart, row.ValueStart + row.ValueLength, side) : row.Value));
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

    public void Characters(Utf8Slice text, int sourceStart, int sourceEnd) => _characters.Append(Text(text));

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

    private string Text(Utf8Slice slice) =>
        LoneSurrogates.FromBytes(slice.IsDecoded ? side.Span(~slice.Start, slice.Length) : source.AsSpan(slice.Start, slice.Length));
}
