using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Skiplink.Stories;

/// <summary>
/// Writes a story as one JSON object. Its fields are a contract: absent values are left out, a span is <c>[start, end]</c> in UTF-16 code
/// units.
/// </summary>
public static class StoryJson
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The object in UTF-8, without a line end.</summary>
    /// <param name="story">The story.</param>
    public static byte[] Write(Story story)
    {
        ArrayBufferWriter<byte> bytes = new();
        using (Utf8JsonWriter json = new(bytes, Options))
            Write(story, json);
        return bytes.WrittenSpan.ToArray();
    }

    /// <summary>Writes the object into another.</summary>
    /// <param name="story">The story.</param>
    /// <param name="json">Where to write; stands where a value may stand.</param>
    public static void Write(Story story, Utf8JsonWriter json)
    {
        ArgumentNullException.ThrowIfNull(story);
        ArgumentNullException.ThrowIfNull(json);
        json.WriteStartObject();
        if (story.Dateline is { } dateline)
        {
            json.WriteStartObject("dateline"u8);
            json.WriteString("place"u8, dateline.Place);
            String(json, "date", dateline.Date);
            Strings(json, "agencies", dateline.Agencies);
            Span(json, dateline.Span);
            End(json, dateline);
        }
        Strings(json, "agencies", story.Agencies);
        List(json, "captions", story.Captions, Write);
        List(json, "times", story.Times, Write);
        List(json, "quotes", story.Quotes, Write);
        List(json, "entities", story.Entities, Write);
        List(json, "timeline", story.Timeline, Write);
        Strings(json, "warnings", story.Warnings);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Caption caption)
    {
        json.WriteString("text"u8, caption.Text);
        if (caption.Credit is { } credit)
        {
            json.WriteStartObject("credit"u8);
            Strings(json, "photographers", credit.Photographers);
            Strings(json, "agencies", credit.Agencies);
            String(json, "role",
                credit.Role switch { CreditRole.Pool => "pool", CreditRole.File => "file", CreditRole.Handout => "handout", _ => null });
            json.WriteString("raw"u8, credit.Raw);
            json.WriteEndObject();
        }
        if (caption.Span is { } span)
            Span(json, span);
    }

    private static void Write(Utf8JsonWriter json, TimeMention time)
    {
        json.WriteString("text"u8, time.Text);
        json.WriteString("type"u8,
            time.Type switch { TimeType.Date => "DATE"u8, TimeType.Time => "TIME"u8, TimeType.Duration => "DURATION"u8, _ => "SET"u8 });
        json.WriteString("value"u8, time.Value);
        String(json, "start", time.Start);
        String(json, "end", time.End);
        String(json, "mod", time.Mod);
        String(json, "anchor", time.Anchor);
        Span(json, time.Span);
    }

    private static void Write(Utf8JsonWriter json, Quote quote)
    {
        json.WriteString("kind"u8, quote.Kind switch { QuoteKind.Direct => "direct"u8, QuoteKind.Mixed => "mixed"u8, _ => "indirect"u8 });
        json.WriteStartArray("content"u8);
        foreach (TextPart part in quote.Content)
        {
            json.WriteStartObject();
            json.WriteString("text"u8, part.Text);
            Span(json, part.Span);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        Participant(json, "speaker", quote.Speaker);
        if (quote.Cue is { } cue)
        {
            json.WriteStartObject("cue"u8);
            json.WriteString("text"u8, cue.Text);
            Span(json, cue.Span);
            json.WriteEndObject();
        }
        Participant(json, "addressee", quote.Addressee);
        String(json, "when", quote.When);
        if (quote.Within is { } within)
            json.WriteNumber("within"u8, within);
    }

    private static void Write(Utf8JsonWriter json, Entity entity)
    {
        json.WriteNumber("id"u8, entity.Id);
        json.WriteString("kind"u8,
            entity.Kind switch { EntityKind.Person => "person"u8, EntityKind.Organization => "organization"u8, _ => "place"u8 });
        json.WriteString("name"u8, entity.Name);
        Strings(json, "roles", entity.Roles);
        if (entity.Relations.Count > 0)
        {
            json.WriteStartArray("relations"u8);
            foreach (Relation relation in entity.Relations)
            {
                json.WriteStartObject();
                json.WriteString("kind"u8, relation.Kind);
                json.WriteNumber("entity"u8, relation.Entity);
                Span(json, relation.Span);
                json.WriteEndObject();
            }
            json.WriteEndArray();
        }
        json.WriteStartArray("mentions"u8);
        foreach (Mention mention in entity.Mentions)
        {
            json.WriteStartArray();
            json.WriteNumberValue(mention.Span.Start);
            json.WriteNumberValue(mention.Span.End);
            json.WriteEndArray();
        }
        json.WriteEndArray();
        if (!entity.Ambiguous)
            return;
        json.WriteBoolean("ambiguous"u8, true);
        json.WriteStartArray("alternatives"u8);
        foreach (int other in entity.Alternatives)
            json.WriteNumberValue(other);
        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, TimelineEntry entry)
    {
        json.WriteString("when"u8, entry.When);
        json.WriteString("text"u8, entry.Text);
        Span(json, entry.Span);
        if (entry.Planned)
            json.WriteBoolean("planned"u8, true);
    }

    private static void Participant(Utf8JsonWriter json, string name, Participant? party)
    {
        if (party is null)
            return;
        json.WriteStartObject(name);
        json.WriteString("text"u8, party.Text);
        if (party.Entity is { } entity)
            json.WriteNumber("entity"u8, entity);
        Span(json, party.Span);
        json.WriteEndObject();
    }

    private static void List<T>(Utf8JsonWriter json, string name, IReadOnlyList<T> items, Action<Utf8JsonWriter, T> write)
        where T : StoryItem
    {
        if (items.Count == 0)
            return;
        json.WriteStartArray(name);
        foreach (T item in items)
        {
            json.WriteStartObject();
            write(json, item);
            End(json, item);
        }
        json.WriteEndArray();
    }

    /// <summary>What every item has, and the end of it.</summary>
    private static void End(Utf8JsonWriter json, StoryItem item)
    {
        json.WriteString("rule"u8, item.Rule);
        json.WriteNumber("confidence"u8, Math.Round(item.Confidence, 3));
        json.WriteEndObject();
    }

    private static void Span(Utf8JsonWriter json, TextSpan span)
    {
        json.WriteStartArray("span"u8);
        json.WriteNumberValue(span.Start);
        json.WriteNumberValue(span.End);
        json.WriteEndArray();
    }

    private static void Strings(Utf8JsonWriter json, string name, IReadOnlyList<string> values)
    {
        if (values.Count == 0)
            return;
        json.WriteStartArray(name);
        foreach (string value in values)
            json.WriteStringValue(value);
        json.WriteEndArray();
    }

    private static void String(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
            json.WriteString(name, value);
    }
}
