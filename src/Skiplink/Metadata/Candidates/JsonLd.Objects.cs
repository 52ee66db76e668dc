using Skiplink.Html.Arena;

namespace Skiplink.Metadata.Candidates;

/// <summary>Finds the objects that have a type.</summary>
internal sealed partial class JsonLd
{
    /// <summary>Notes the objects with a type, and those that others may refer to, from a row on.</summary>
    private void Collect(int first)
    {
        if (first == _tape.Count)
            return;
        _tape[first].IsAbout = true;
        for (int row = first; row < _tape.Count && _objects.Count < MostObjects;)
        {
            ref JsonRow item = ref _tape[row];
            // What stands in a type is none of the page's objects.
            if (item.Name == JsonName.AtType)
            {
                row = item.End;
                continue;
            }
            if (item.Kind == JsonKind.Object)
                CollectObject(row);
            else if (item.Kind == JsonKind.Array)
                MarkItems(row);
            row++;
        }
    }

    private void MarkItems(int array)
    {
        if (!_tape[array].IsAbout)
            return;
        for (int row = array + 1, end = _tape[array].End; row < end; row = _tape[row].End)
            _tape[row].IsAbout = true;
    }

    private void CollectObject(int item)
    {
        bool hasName = false;
        int id = -1, type = -1;
        bool isAbout = _tape[item].IsAbout;
        for (int row = item + 1, end = _tape[item].End; row < end; row = _tape[row].End)
        {
            ref JsonRow value = ref _tape[row];
            if (value.Name == JsonName.AtType)
                type = row;
            hasName |= value.Name == JsonName.Name;
            if (value.Name == JsonName.AtId && value.Kind == JsonKind.String)
                id = row;
            // What other properties hold is named beside the page: its publisher, its comments, what is related.
            value.IsAbout = isAbout && (value.Name is JsonName.AtGraph or JsonName.MainEntity or JsonName.MainEntityOfPage);
        }
        if (type >= 0 && TypeOf(type) is { } local)
            _objects.Add(new(item, local, JsonTypes.RankOf(BytesOf(local))));
        if (hasName && id >= 0)
            _references.Add(item, id);
    }

    /// <summary>The type, or of several the one that says that it is a text or a page.</summary>
    private Utf8Slice? TypeOf(int value)
    {
        if (_tape[value].Kind == JsonKind.String)
            return Local(value);
        Utf8Slice? best = null;
        int rank = -1;
        if (_tape[value].Kind != JsonKind.Array)
            return best;
        for (int one = value + 1, end = _tape[value].End; one < end; one = _tape[one].End)
        {
            if (_tape[one].Kind != JsonKind.String)
                continue;
            Utf8Slice type = Local(one);
            int own = JsonTypes.RankOf(BytesOf(type));
            if (best is null || (own >= 0 && (rank < 0 || own < rank)))
                (best, rank) = (type, own);
        }
        return best;
    }

    private Utf8Slice Local(int value)
    {
        Utf8Slice type = Unescaped(value);
        int cut = type.Length - JsonTypes.Local(BytesOf(type)).Length;
        return new(type.Start >= 0 ? type.Start + cut : type.Start - cut, type.Length - cut);
    }
}
