namespace Skiplink.Writing;

/// <summary>What the writers of markup leave out: all of them read these options in the same way.</summary>
/// <param name="Images">Whether images and media are written.</param>
/// <param name="Links">Whether links are written; without them their texts remain.</param>
/// <param name="Tables">Whether tables are written as tables; otherwise each row is a paragraph.</param>
internal readonly record struct WriteOptions(bool Images, bool Links, bool Tables)
{
    /// <summary>The options of the writers among those of a page.</summary>
    public static WriteOptions From(ReadOptions options) => new(options.Images, options.Links, options.Tables);
}
