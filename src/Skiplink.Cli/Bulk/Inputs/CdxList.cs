using Skiplink.Archives.Cdx;
using Skiplink.Cli.Sources;

namespace Skiplink.Cli.Bulk.Inputs;

/// <summary>The records that an index names, as inputs: each in the archive of its name among the inputs, or beside the index.</summary>
internal static class CdxList
{
    /// <param name="index">The index, as it is or packed by gzip or Zstandard.</param>
    /// <param name="inputs">The archives in which records are looked up; when there are none, paths are relative to the index.</param>
    /// <exception cref="InputException">The index cannot be read.</exception>
    public static List<BulkInput> Read(string index, IReadOnlyList<BulkInput> inputs)
    {
        Dictionary<string, List<string>> byName = [];
        foreach (BulkInput input in inputs.Where(static i => i.Error is null))
        {
            string name = Path.GetFileName(input.Path);
            if (!byName.TryGetValue(name, out List<string>? paths))
                byName[name] = paths = [];
            paths.Add(input.Path);
        }
        List<BulkInput> records = [];
        try
        {
            using StreamReader text = new(PlainBytes.Open(index));
            CdxReader reader = new(text);
            while (reader.Read() is { } entry)
            {
                string? path = inputs.Count == 0 ? Path.Combine(Path.GetDirectoryName(index) ?? "", entry.File) : Find(byName, entry.File);
                records.Add(path is null
                    ? new(entry.File, Error: $"is not among the inputs; {index} names a record of it", Entry: entry)
                    : new(path, Entry: entry, Size: entry.Length));
            }
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new InputException(index, "there is no such index", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            throw new InputException(index, $"is no index that can be read: {e.Message.TrimEnd('.')}", e);
        }
        return records;
    }

    /// <summary>The archive whose path ends as the index has it; of several of the name alone the first.</summary>
    private static string? Find(Dictionary<string, List<string>> byName, string file)
    {
        if (!byName.TryGetValue(Path.GetFileName(file), out List<string>? paths))
            return null;
        return paths.Find(path => path == file || path.EndsWith("/" + file.TrimStart('/'), StringComparison.Ordinal)) ?? paths[0];
    }
}
