using System.Text;
using Skiplink.Addresses;

namespace Skiplink.Writing;

/// <summary>The address of the page itself, as every format writes it.</summary>
internal static class PageAddress
{
    /// <summary>
    /// The address that the caller knows, or else the one that the page names; null when neither is an address of the web.
    /// </summary>
    public static string? Of(Uri? url, PageMetadata metadata)
    {
        if (url is { IsAbsoluteUri: true })
        {
            ReadOnlySpan<byte> address = SafeAddress.Make(Encoding.UTF8.GetBytes(url.AbsoluteUri), AddressUse.Resource, new());
            if (!address.IsEmpty)
                return Encoding.UTF8.GetString(address);
        }
        return metadata.Url?.Value;
    }
}
