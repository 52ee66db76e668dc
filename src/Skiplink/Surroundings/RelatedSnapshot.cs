using System.Text;
using Skiplink.Addresses;
using Skiplink.Html;
using Skiplink.Html.Arena;
using Skiplink.PageModel;
using Skiplink.Selection;
using Skiplink.Text;

namespace Skiplink.Surroundings;

/// <summary>The links of a page's related blocks, copied as they stand there; titles and addresses are made when somebody asks.</summary>
internal sealed class RelatedSnapshot
{
    /// <summary>So many links are given at most.</summary>
    public const int MaxLinks = 100;

    /// <summary>So many are looked at: teasers link to one text from picture, title and "more".</summary>
    private const int MaxLooked = 4 * MaxLinks;

    private readonly byte[] _bytes;
    private readonly List<(int Address, int Title, int End)> _links;
    private readonly SavedBase _base;

    private RelatedSnapshot(byte[] bytes, List<(int Address, int Title, int End)> links, SavedBase address) =>
        (_bytes, _links, _base) = (bytes, links, address);

    /// <summary>Copies the links; null when there are none.</summary>
    public static RelatedSnapshot? Take(PageDocument page, SelectionResult selection, SavedBase address)
    {
        ByteBuffer? bytes = null;
        List<(int Address, int Title, int End)> links = [];
        int open = 0;
        for (int block = 0; block < selection.Blocks.Count && links.Count <= MaxLooked; block++)
        {
            if (selection.Blocks[block].Links == 0 || selection.RoleOf(block) != BlockRole.Related || selection.Blocks[block].IsHidden)
                continue;
            foreach (int node in selection.Blocks.TextNodesOf(block))
            {
                HtmlNode text = new(page.Html, node);
                HtmlNode link = LinkAround(text);
                if (link.IsNone)
                    continue;
                bytes ??= new();
                if (link.Index != open)
                {
                    open = link.Index;
                    int start = bytes.Count;
                    bytes.Add(link.Utf8Attribute(HtmlNames.Href));
                    links.Add((start, bytes.Count, bytes.Count));
                }
                else
                {
                    // A title may go over several blocks.
                    bytes.Add(" "u8);
                }
                bytes.Add(text.Utf8Text);
                links[^1] = links[^1] with { End = bytes.Count };
            }
        }
        return bytes is null ? null : new(bytes.Span(0, bytes.Count).ToArray(), links, address);
    }

    /// <summary>The links, in the order of the page, each address once.</summary>
    public IReadOnlyList<RelatedLink> Read()
    {
        UrlResolver urls = _base.Resolver();
        List<RelatedLink> found = [];
        Dictionary<string, int> places = [];
        foreach ((int start, int title, int end) in _links)
        {
            ReadOnlySpan<byte> href = _bytes.AsSpan(start..title);
            string text = Tidy.Text(Encoding.UTF8.GetString(_bytes.AsSpan(title..end)));
            if (!LeadsElsewhere(href) || !text.Any(char.IsLetterOrDigit))
                continue;
            string address = Encoding.UTF8.GetString(urls.Resolve(href, AddressUse.Link));
            if (address.Length == 0)
                continue;
            if (places.TryGetValue(address, out int place))
            {
                // Of the links of one teaser the title is the longest: others are "more" and numbers of comments.
                if (text.Length > found[place].Title.Length)
                    found[place] = found[place] with { Title = text };
            }
            else if (found.Count < MaxLinks)
            {
                places[address] = found.Count;
                found.Add(new(text, address));
            }
        }
        return found;
    }

    private static bool LeadsElsewhere(ReadOnlySpan<byte> href)
    {
        href = href.TrimWhiteSpace();
        if (href.IsEmpty || href[0] == '#')
            return false;
        ReadOnlySpan<byte> scheme = SafeAddress.SchemeOf(href);
        return scheme.IsEmpty || SafeAddress.IsWeb(scheme);
    }

    private static HtmlNode LinkAround(HtmlNode text)
    {
        const int MaxLevels = 8;
        HtmlNode node = text.Parent;
        for (int i = 0; i < MaxLevels && node.IsElement; i++, node = node.Parent)
        {
            if (node.Is(HtmlNames.A))
                return node;
        }
        return default;
    }
}
