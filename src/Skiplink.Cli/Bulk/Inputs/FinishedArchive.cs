namespace Skiplink.Cli.Bulk.Inputs;

/// <summary>An archive that was read to its end.</summary>
/// <param name="Input">Its number among the inputs, from 0.</param>
/// <param name="Path">Its path.</param>
/// <param name="Records">How many records it has, those without a page too.</param>
internal sealed record FinishedArchive(int Input, string Path, long Records);
