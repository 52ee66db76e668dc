namespace Skiplink.Stories;

/// <summary>
/// Reads the parts of a story one by one. A part that fails is left out with a warning, and the others are read all the same.
/// </summary>
/// <param name="beforePart">Called with the name of each part before it is read; tests make a part fail with it.</param>
internal sealed class StoryParts(Action<string>? beforePart)
{
    private readonly List<string> _warnings = [];

    /// <summary>A line for each part that failed.</summary>
    public IReadOnlyList<string> Warnings => _warnings;

    /// <summary>What <paramref name="read"/> gives, or <paramref name="fallback"/> when it fails.</summary>
    public T Read<T>(string part, T fallback, Func<T> read)
    {
        try
        {
            beforePart?.Invoke(part);
            return read();
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            _warnings.Add($"{part}: left out, reading failed with {failure.GetType().Name}");
            return fallback;
        }
    }
}
