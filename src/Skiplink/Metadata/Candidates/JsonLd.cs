using Skiplink.Html.Arena;
using Skiplink.PageModel.Json;
using Skiplink.Text;

namespace Skiplink.Metadata.Candidates;

/// <summary>Reads values from the JSON-LD of a page. Objects are rows of the <see cref="JsonLdDocument"/>; -1 is none.</summary>
internal sealed partial class JsonLd(TextArena texts)
{
    private const int MaxDepth = 4;
    private const int MaxAuthors = 100;

    /// <summary>The properties that represent an object where a text is expected, in the order in which they are tried.</summary>
    private static readonly JsonName[] TextProperties = [JsonName.AtValue, JsonName.Name, JsonName.Url, JsonName.ContentUrl, JsonName.AtId];

    private readonly JsonReferences _references = new();
    private readonly ByteBuffer _scratch = new();
    private JsonLdDocument _data = null!;

    /// <summary>How many objects have a type.</summary>
    public int Count => _data.Objects.Count;

    /// <summary>Starts a page.</summary>
    public void Start(JsonLdDocument data)
    {
        _data = data;
        _references.Start(data);
    }

    /// <summary>The object with a type of a number.</summary>
    public int this[int number] => _data.Objects[number].Row;

    /// <summary>Whether the object of a number is an article or a page.</summary>
    public bool IsPage(int number) =>
        _data.BytesOf(_data.Objects[number].Type) is var type && (type.EndsWith("Page"u8) || type.EndsWith("Article"u8));

    /// <summary>The first object of a type.</summary>
    public int OfType(ReadOnlySpan<byte> type)
    {
        for (int i = 0; i < _data.Objects.Count; i++)
        {
            if (_data.BytesOf(_data.Objects[i].Type).SequenceEqual(type))
                return _data.Objects[i].Row;
        }
        return -1;
    }

    /// <summary>
    /// The object about the page: an article before a product, a product before the page itself; among several, the one whose title is the
    /// page's.
    /// </summary>
    /// <param name="known">What the page's head says of its title, in words
    /// (<see cref="Values.TitleText.Words(ReadOnlyMemory{char}, TextArena)"/>).</param>
    /// <param name="isNews">Whether it is a news article.</param>
    public int Main(ReadOnlyMemory<char> known, out bool isNews)
    {
        for (int rank = 0; rank < JsonTypes.Ranks; rank++)
        {
            int first = -1;
            for (int pass = 0; pass < 2; pass++)
            {
                for (int i = 0; i < _data.Objects.Count; i++)
                {
                    if (_data.Objects[i].Rank != rank || _data[_data.Objects[i].Row].IsAbout == (pass == 1))
                        continue;
                    first = first < 0 ? i : first;
                    if (Titled(_data.Objects[i].Row) is { IsEmpty: false } words && known.Span.IndexOf(words.Span) >= 0)
                        return Found(i, out isNews);
                }
            }
            if (first >= 0)
                return Found(first, out isNews);
        }
        isNews = false;
        return -1;
    }

    private int Found(int number, out bool isNews)
    {
        isNews = _data.BytesOf(_data.Objects[number].Type).EndsWith("NewsArticle"u8);
        return _data.Objects[number].Row;
    }

    private ReadOnlyMemory<char> Titled(int item) =>
        (TextOf(item, JsonName.Headline) is { IsEmpty: false } headline ? headline
            : TextOf(item, JsonName.Name)) is { IsEmpty: false } title ? Values.TitleText.Words(title, texts) : default;

    /// <summary>The text of a property: itself, its <c>@value</c>, its <c>name</c>, or the first of a list; empty without one.</summary>
    public ReadOnlyMemory<char> TextOf(int item, JsonName property) =>
        _data.PropertyOf(item, property) is >= 0 and int value ? TextOf(value, 0) : default;

    /// <summary>Adds the texts of a property that may be a list.</summary>
    public void AddTexts(int item, JsonName property, List<Candidate> candidates)
    {
        foreach (int one in ItemsOf(item, property))
        {
            if (TextOf(one, 0) is { IsEmpty: false } text)
                candidates.Add(new(text, MetadataSource.JsonLd));
        }
    }

    /// <summary>Adds the names of the authors of an object.</summary>
    public void AddAuthors(int item, JsonName property, List<Candidate> candidates)
    {
        foreach (int one in ItemsOf(item, property))
        {
            int author = Whole(one);
            ReadOnlyMemory<char> name = _data[author].Kind switch
            {
                JsonKind.String => TextOf(author, 0),
                JsonKind.Object => NameOf(author),
                _ => default
            };
            if (!name.IsEmpty)
                candidates.Add(new(name, MetadataSource.JsonLd));
        }
    }
}
