namespace StoryScore.Gold;

/// <summary>Reads <c>quote KIND | content | speaker | cue | to … | when …</c>.</summary>
internal static class QuoteLine
{
    public static GoldQuote Read(Fields fields, string text, IReadOnlyList<GoldEntity> entities)
    {
        string kind = fields.First;
        if (kind is not ("direct" or "mixed" or "indirect"))
            throw new FormatException($"no kind of quote: {kind}");
        fields.Allow(4, "to", "when");
        Span[] content = [.. fields.At(1).Split(" + ").Select(piece => Quotation.Parse(piece).One(text))];
        for (int i = 1; i < content.Length; i++)
            if (content[i].Start < content[i - 1].End)
                throw new FormatException("pieces of a quote follow each other");
        foreach (Span piece in content)
            if (text.AsSpan(piece.Start, piece.Length).Contains('\n'))
                throw new FormatException("a piece of a quote stands in one paragraph");

        Span? cue = Near(fields.At(3), text, content, content);
        Span[] from = cue is { } at ? [at] : content;
        string[] speaker = fields.At(2).Split(" = ", StringSplitOptions.TrimEntries);
        Span? who = Near(speaker[0], text, content, from);
        GoldEntity? entity = null;
        if (speaker.Length > 1)
            entity = entities.FirstOrDefault(e => e.Id == speaker[1]) ?? throw new FormatException($"no entity is called {speaker[1]}");
        else if (who is { } words)
            entity = entities.FirstOrDefault(e => e.Mentions.Contains(words)) ?? HeadEntity(text, words, entities);
        return new GoldQuote(
            kind, fields.Kind == "quote?", content, who, entity, cue,
            Near(fields.One("to") ?? "", text, content, from), Near(fields.One("when") ?? "", text, content, from));
    }

    private static readonly string[] Prepositions = ["of", "by", "in", "at", "from", "for", "to", "with", "des", "vom", "von"];

    // "Envoy Ana Ruiz": the one who ends the words, unless they are of another ("a spokeswoman for Ruiz").
    private static GoldEntity? HeadEntity(string text, Span words, IReadOnlyList<GoldEntity> entities) =>
        entities.FirstOrDefault(e => e.Mentions.Any(m => m.End == words.End && m.Start > words.Start
            && !text[words.Start..m.Start].Split(' ').Any(Prepositions.Contains)));

    // The place outside the content that is nearest to one of the spans; one in the same paragraph before one that is not.
    private static Span? Near(string written, string text, Span[] content, Span[] from)
    {
        if (written.Length == 0)
            return null;
        Quotation quotation = Quotation.Parse(written);
        if (quotation.Number > 0)
            return quotation.One(text);
        List<Span> all = [.. quotation.All(text).Where(s => !content.Any(c => c.Overlaps(s)))];
        if (all.Count == 0)
            throw new FormatException($"“{written}” is not found beside the quote");
        return all.MinBy(s => from.Min(f => Distance(text, s, f)));
    }

    private static int Distance(string text, Span a, Span b)
    {
        int from = Math.Min(a.End, b.End), to = Math.Max(a.Start, b.Start);
        if (from >= to)
            return 0;
        return to - from + (text.AsSpan(from, to - from).Contains('\n') ? 100_000 : 0);
    }
}
