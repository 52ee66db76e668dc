namespace StoryScore.Gold;

/// <summary>
/// The annotations of one story, read line by line; entities and quotes are settled at the end, since a line may name what a later one
/// declares.
/// </summary>
internal sealed class AnnotationLines(string text)
{
    private readonly List<EntityLine> _entityLines = [];
    private readonly List<Fields> _quoteLines = [];

    public GoldDateline? Dateline { get; private set; }

    public List<string> Agencies { get; } = [];

    public List<GoldCaption> Captions { get; } = [];

    public List<GoldTime> Times { get; } = [];

    public List<GoldQuote> Quotes { get; } = [];

    public IReadOnlyList<GoldEntity> Entities { get; private set; } = [];

    public IReadOnlyList<Span> Optional { get; private set; } = [];

    public void Add(string line)
    {
        Fields fields = new(line);
        switch (fields.Kind)
        {
            case "dateline":
                fields.Allow("place", "date", "agency");
                Dateline = new GoldDateline(Place(fields.First), fields.One("place"), fields.One("date"), fields.Many("agency"));
                break;
            case "credit":
                Agencies.AddRange(fields.First.Split(';', StringSplitOptions.TrimEntries));
                break;
            case "caption":
                fields.Allow("by", "agency", "role", "raw");
                string? raw = fields.One("raw");
                if (raw is not null && !text.Contains(raw, StringComparison.Ordinal))
                    throw new FormatException($"“{raw}” is not found");
                Captions.Add(new GoldCaption(Place(fields.First), fields.Many("by"), fields.Many("agency"), fields.One("role"), raw));
                break;
            case "time" or "time?":
                Times.Add(TimeLine.Read(fields, Place));
                break;
            case "quote" or "quote?":
                _quoteLines.Add(fields);
                break;
            case "person" or "organization" or "place" or "either":
                _entityLines.Add(new EntityLine(fields));
                break;
            default:
                throw new FormatException($"no kind of line: {fields.Kind}");
        }
    }

    /// <summary>To be called once, after the last line.</summary>
    public void Finish()
    {
        (Entities, Optional) = Mentions.Settle(text, _entityLines, Dateline?.Span);
        List<string> errors = [];
        foreach (Fields fields in _quoteLines)
        {
            try
            {
                Quotes.Add(QuoteLine.Read(fields, text, Entities));
            }
            catch (FormatException problem)
            {
                errors.Add($"{problem.Message} (in: {fields.Line})");
            }
        }
        foreach (IGrouping<Span, GoldTime> same in Times.GroupBy(t => t.Span).Where(g => g.Count() > 1))
            errors.Add($"two times at “{text[same.Key.Start..same.Key.End]}”");
        if (errors.Count > 0)
            throw new FormatException(string.Join('\n', errors));
    }

    private Span Place(string quotation) => Quotation.Parse(quotation).One(text);
}
