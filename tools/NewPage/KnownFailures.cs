namespace Skiplink.NewPage;

/// <summary>
/// The list of what is known not to come out as expected of whole pages, a line each: the page's folder, a colon and the field.
/// A test holds the list to be exact, so that a line goes when its page is read rightly.
/// </summary>
internal sealed class KnownFailures(string file)
{
    public IEnumerable<(string Slug, string Field)> Lines => File.ReadAllLines(file)
        .Where(static line => line.Length > 0 && line[0] != '#')
        .Select(static line => line.Split(": "))
        .Select(static parts => (parts[0], parts[1]));

    public string[] Of(string slug) =>
        [.. Lines.Where(line => line.Slug == slug).Select(static line => line.Field).Order(StringComparer.Ordinal)];

    /// <summary>Writes the list anew, under the comment lines that it begins with.</summary>
    public void Write(IEnumerable<(string Slug, string Field)> lines)
    {
        IEnumerable<string> comment = File.ReadLines(file).TakeWhile(static line => line.StartsWith('#')).ToArray();
        File.WriteAllLines(file, [.. comment, .. lines.Select(static line => $"{line.Slug}: {line.Field}").Order(StringComparer.Ordinal)]);
    }
}
