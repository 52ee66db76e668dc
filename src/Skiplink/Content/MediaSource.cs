using System.Text;
using Skiplink.Html;
using Skiplink.Text;

namespace Skiplink.Content;

/// <summary>
/// Finds the address of what plays in a page: a video, a sound, a player in a frame. What has no address, or is too small to be seen, is no
/// part of the content.
/// </summary>
internal static class MediaSource
{
    /// <summary>Whether an element can be one.</summary>
    public static bool IsMedia(int name) => name is HtmlNames.Video or HtmlNames.Audio or HtmlNames.Iframe or HtmlNames.Embed
        or HtmlNames.Object;

    /// <summary>The address as written, or empty.</summary>
    public static ReadOnlySpan<byte> Of(HtmlNode media)
    {
        if (media.NameId is not HtmlNames.Audio && (ImageSource.IsOrnament(media) || media.HasAttribute(HtmlNames.Hidden)))
            return default;
        ReadOnlySpan<byte> source = media.Utf8Attribute(media.NameId == HtmlNames.Object ? HtmlNames.Data : HtmlNames.Src);
        if (!IsAddress(source))
            source = media.Utf8Attribute(HtmlNames.DataSrc);
        if (!IsAddress(source) && media.NameId is HtmlNames.Video or HtmlNames.Audio)
        {
            for (HtmlNode child = media.FirstChild; !child.IsNone && !IsAddress(source); child = child.NextSibling)
            {
                if (child.Is(HtmlNames.Source))
                    source = child.Utf8Attribute(HtmlNames.Src);
            }
        }
        source = source.TrimWhiteSpace();
        if (!IsAddress(source))
            return default;
        return media.NameId is HtmlNames.Iframe or HtmlNames.Object or HtmlNames.Embed && !IsPlayer(media) ? default : source;
    }

    /// <summary>What the page calls it, or empty.</summary>
    public static ReadOnlySpan<byte> TitleOf(HtmlNode media) =>
        media.Utf8Attribute(HtmlNames.Title) is { IsEmpty: false } title ? title : media.Utf8Attribute(HtmlNames.AriaLabel);

    /// <summary>
    /// A frame that may fill the screen, or is called a video, or is large, is a player; others are advertisements, forms and counters as
    /// often as not.
    /// </summary>
    private static bool IsPlayer(HtmlNode frame)
    {
        if (IsLarge(frame) || frame.HasAttribute(HtmlNames.Allowfullscreen)
            || frame.Utf8Attribute(HtmlNames.Allow).IndexOf("fullscreen"u8) >= 0)
            return true;
        for (HtmlNode node = frame; !node.IsNone && node.IsElement; node = node.Parent)
        {
            if (node.Is(HtmlNames.Figure))
                return true;
            ReadOnlySpan<byte> classes = node.Utf8Attribute(HtmlNames.Class);
            if (classes.IndexOf("video"u8) >= 0 || classes.IndexOf("embed"u8) >= 0 || classes.IndexOf("player"u8) >= 0)
                return true;
            if (node != frame)
                break;
        }
        return false;
    }

    /// <summary>Whether a frame says that it is large, and not in the sizes that advertisements have.</summary>
    private static bool IsLarge(HtmlNode frame) =>
        System.Buffers.Text.Utf8Parser.TryParse(frame.Utf8Attribute(HtmlNames.Width), out int width, out _)
            && System.Buffers.Text.Utf8Parser.TryParse(frame.Utf8Attribute(HtmlNames.Height), out int height, out _)
        && width >= 400 && height >= 260;

    private static bool IsAddress(ReadOnlySpan<byte> source) =>
        !source.IsEmpty && source.Length < 4000 && !source.StartsWith("about:"u8) && !source.StartsWith("data:"u8)
            && !source.StartsWith("blob:"u8)
        && !(source.Length > 10 && Ascii.EqualsIgnoreCase(source[..11], "javascript:"u8));
}
