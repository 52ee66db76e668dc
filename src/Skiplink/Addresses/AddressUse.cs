namespace Skiplink.Addresses;

/// <summary>What an address is written for. It decides which schemes are allowed.</summary>
internal enum AddressUse
{
    /// <summary>The target of a link.</summary>
    Link,

    /// <summary>The source of an image.</summary>
    Image,

    /// <summary>A page or a media file that is loaded over HTTP: a video, a frame, the page itself.</summary>
    Resource,
}
