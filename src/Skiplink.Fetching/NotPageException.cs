using Skiplink.Fetching.Sniffing;

namespace Skiplink.Fetching;

/// <summary>An input that was read and is no page.</summary>
internal sealed class NotPageException(string name, SniffedContent content)
    : InputException(name, content.Kind == ContentKind.Empty ? "is empty" : $"is {content.Name}, not a page")
{
    public SniffedContent Content { get; } = content;
}
