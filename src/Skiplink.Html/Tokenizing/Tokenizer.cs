using Skiplink.Html.Arena;
using Skiplink.Html.Names;

namespace Skiplink.Html.Tokenizing;

/// <summary>
/// The tokenization stage (13.2.5). The whole page is in memory, so one method reads a whole construct (a run of text, a tag, a comment),
/// and the states of the standard are positions in these methods. The time is linear in the length of the page.
/// </summary>
internal ref partial struct Tokenizer<TSink>
    where TSink : struct, ITokenSink
{
    private readonly ReadOnlySpan<byte> _source;
    private readonly NameTable _names;
    private readonly AttributeTable _attributes;
    private readonly ByteBuffer _decoded;
    private TSink _sink;

    /// <summary>The position of the first unread byte; always at the boundary of a construct.</summary>
    private int _position;
    private ContentModel _model;

    /// <summary>The name of the last start tag, the only one that can end raw text (the "appropriate end tag token").</summary>
    private int _lastStartTag;

    /// <summary>
    /// For each name id, the number of the last tag that has it as an attribute, so that duplicates are found in constant time.
    /// </summary>
    private int[] _lastSeenOnTag;
    private int _tagNumber;

    public Tokenizer(Utf8Storage text, NameTable names, AttributeTable attributes, TSink sink, ContentModel model, int lastStartTag = 0)
    {
        _source = text.Source.Span;
        _names = names;
        _attributes = attributes;
        _decoded = text.Decoded;
        _sink = sink;
        _model = model;
        _lastStartTag = lastStartTag;
        _lastSeenOnTag = names.AttributeStamps;
        _tagNumber = names.NextStamp;
    }

    /// <summary>Reads the whole page.</summary>
    public void Run()
    {
        while (_position < _source.Length)
        {
            switch (_model)
            {
                case ContentModel.Data:
                    ReadData();
                    break;
                case ContentModel.CDataSection:
                    ReadCDataSection();
                    break;
                case ContentModel.PlainText:
                    EmitRawText(_position, _source.Length, decodeReferences: false);
                    _position = _source.Length;
                    break;
                default:
                    ReadRawText();
                    break;
            }
        }
        _names.AttributeStamps = _lastSeenOnTag;
        _names.NextStamp = _tagNumber;
        _sink.EndOfFile(_source.Length);
    }
}
