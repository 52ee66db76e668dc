using TableGen;

// Turns the text files of data/ into C# tables: dotnet run --project tools/TableGen [ROOT].
// A test compares what stands in src/ with what this prints, so a table can never be stale or edited by hand.
string root = args.Length > 0 ? args[0] : Directory.GetCurrentDirectory();
foreach (GeneratedFile file in Tables.All(root))
{
    string path = Path.Combine(root, file.Path);
    Directory.CreateDirectory(Path.GetDirectoryName(path)!);
    File.WriteAllText(path, file.Content);
    Console.Error.WriteLine(file.Path);
}
