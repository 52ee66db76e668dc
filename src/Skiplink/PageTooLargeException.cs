namespace Skiplink;

/// <summary>A page has more bytes than <see cref="ReadOptions.MaxBytes"/> allows.</summary>
public sealed class PageTooLargeException : IOException
{
    internal PageTooLargeException(int maxBytes)
        : base($"The page has more than {maxBytes} bytes, the limit of ReadOptions.MaxBytes.") => MaxBytes = maxBytes;

    /// <summary>The limit, in bytes.</summary>
    public int MaxBytes { get; }
}
