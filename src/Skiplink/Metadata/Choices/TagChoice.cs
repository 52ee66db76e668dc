using Skiplink.Metadata.Candidates;
using Skiplink.PageModel;
using Skiplink.PageModel.Json;

namespace Skiplink.Metadata.Choices;

/// <summary>Chooses the keywords: those of the first source that has any.</summary>
internal sealed class TagChoice(PageScan scan)
{
    private const int MaxCount = 50;
    private const int MaxLength = 100;

    private readonly List<Candidate> _lists = [];
    private readonly List<Candidate> _tags = [];

    /// <summary>The keywords of a page.</summary>
    /// <param name="main">The object of the JSON-LD that is about the page.</param>
    public List<Candidate> Choose(int main)
    {
        _tags.Clear();
        _lists.Clear();
        scan.Meta.AddAll(MetaNames.Tag[0], _tags);
        if (_tags.Count > 0)
            return Tidied();
        scan.Json.AddTexts(main, JsonName.Keywords, _lists);
        if (_lists.Count > 0)
            return Cut(",", isOwn: true);
        if (scan.Meta.First(MetaNames.Keywords) is { } list)
        {
            _lists.Add(list);
            return Cut(",;");
        }
        scan.Marked.AddAll(_lists, int.MaxValue, "keywords");
        return Cut(",");
    }

    /// <param name="signs">The separators of the lists.</param>
    /// <param name="isOwn">Whether the raw value of a tag is its part of the list instead of the whole list.</param>
    private List<Candidate> Cut(string signs, bool isOwn = false)
    {
        foreach (Candidate list in _lists)
        {
            foreach (Range range in list.Value.Span.SplitAny(signs))
                _tags.Add(new(list.Value[range].Trim(), list.Source, isOwn ? list.Value[range] : list.Raw));
        }
        return Tidied();
    }

    private List<Candidate> Tidied()
    {
        int kept = 0;
        for (int i = 0; i < _tags.Count && kept < MaxCount; i++)
        {
            if (_tags[i].Value.Length is > 0 and <= MaxLength && !IsKnown(_tags[i].Value.Span, kept))
                _tags[kept++] = _tags[i];
        }
        _tags.RemoveRange(kept, _tags.Count - kept);
        return _tags;
    }

    private bool IsKnown(ReadOnlySpan<char> tag, int kept)
    {
        for (int i = 0; i < kept; i++)
        {
            if (_tags[i].Value.Span.Equals(tag, StringComparison.OrdinalIgnoreCase))
                return true;
        }
        return false;
    }
}
