namespace Train;

/// <summary>Gathers the pages of an experiment: the labelled corpus, and more pages with roles of their own beside them.</summary>
internal static class TrainingPages
{
    public static IReadOnlyList<LabelledPage> Read(Options options)
    {
        IReadOnlyList<LabelledPage> corpus = Corpus.Read(options.Corpus);
        Dictionary<string, RoleLabels> ofCorpus = LabelsOf(options.Labels, corpus, ".jsonl");
        List<LabelledPage> pages = [.. corpus.Select(p => p with { Roles = ofCorpus.GetValueOrDefault(p.Key) })];
        foreach (string folder in options.Also.Split(',', StringSplitOptions.RemoveEmptyEntries))
        {
            IReadOnlyList<LabelledPage> more = Corpus.ReadPages(folder);
            Dictionary<string, RoleLabels> byHand = LabelsOf(options.Labels, more, ".jsonl"),
                agreed = LabelsOf(options.Labels, more, ".agreed.jsonl");
            foreach (LabelledPage page in more)
            {
                pages.Add(
                    byHand.TryGetValue(page.Key, out RoleLabels? roles)
                        ? page with { Roles = roles, Kind = roles.Kind, Weight = options.HandWeight }
                    : agreed.TryGetValue(page.Key, out roles) ? page with { Roles = roles, Weight = options.AgreedWeight }
                    : page);
            }
        }
        return pages;
    }

    private static Dictionary<string, RoleLabels> LabelsOf(string folder, IReadOnlyList<LabelledPage> pages, string extension)
    {
        string file = Path.Combine(folder, pages[0].Corpus + extension);
        return File.Exists(file) ? RoleLabels.Read(file).ToDictionary(static l => l.Key) : [];
    }
}
