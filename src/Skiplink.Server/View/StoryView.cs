using System.Globalization;
using System.Text;
using Skiplink.Stories;
using static Skiplink.Server.View.ReaderDocument;

namespace Skiplink.Server.View;

/// <summary>Who said what, the people, the timeline; each item leads to its place in the text beside it.</summary>
internal static class StoryView
{
    public static void Write(StringBuilder html, Article article, Story story)
    {
        html.Append("<section id=\"sk-story\" class=\"view\" aria-labelledby=\"sk-story-title\">\n<h2 id=\"sk-story-title\">Story</h2>\n");
        if (story.Quotes.Count + story.Timeline.Count + story.Entities.Count == 0)
        {
            html.Append("<p>Nothing of a news story was found in this page: no quotations, people or dates.</p>\n</section>\n");
            return;
        }
        SortedSet<int> places = [];
        html.Append("<div class=\"beside\">\n<div class=\"items\">\n");
        WriteQuotes(html, story, places);
        WriteEntities(html, story, places);
        WriteTimeline(html, story, places);
        html.Append(
            "</div>\n<div class=\"story-text\" id=\"sk-story-text\" tabindex=\"0\" role=\"region\" aria-label=\"The text\" dir=\"auto\"")
            .Append(Language(article.Language)).Append('>');
        int at = 0;
        foreach (int place in places.Where(place => place <= article.Text.Length))
        {
            html.Append(Escape(article.Text[at..place])).Append(CultureInfo.InvariantCulture, $"<a id=\"sk-at-{place}\"></a>");
            at = place;
        }
        html.Append(Escape(article.Text[at..])).Append("</div>\n</div>\n</section>\n");
    }

    private static void WriteQuotes(StringBuilder html, Story story, SortedSet<int> places)
    {
        if (story.Quotes.Count == 0)
            return;
        html.Append("<h3>Who said what</h3>\n<dl>\n");
        foreach (IGrouping<string, Quote> speaker in story.Quotes.GroupBy(quote => Speaker(story, quote)))
        {
            html.Append("<dt dir=\"auto\">").Append(Escape(speaker.Key)).Append("</dt>\n");
            foreach (Quote quote in speaker.Where(static quote => quote.Content.Count > 0))
            {
                TextSpan span = new(quote.Content[0].Span.Start, quote.Content[^1].Span.End);
                html.Append("<dd>");
                Link(html, string.Join(" … ", quote.Content.Select(static part => part.Text)), span, places);
                html.Append("</dd>\n");
            }
        }
        html.Append("</dl>\n");
    }

    private static void WriteEntities(StringBuilder html, Story story, SortedSet<int> places)
    {
        foreach ((EntityKind kind, string title) in (ReadOnlySpan<(EntityKind, string)>)
            [(EntityKind.Person, "People"), (EntityKind.Organization, "Organisations"), (EntityKind.Place, "Places")])
        {
            Entity[] entities = [.. story.Entities.Where(entity => entity.Kind == kind && entity.Mentions.Count > 0)];
            if (entities.Length == 0)
                continue;
            html.Append("<h3>").Append(title).Append("</h3>\n<ul>\n");
            foreach (Entity entity in entities)
            {
                html.Append("<li>");
                Link(html, entity.Name, entity.Mentions[0].Span, places);
                if (entity.Roles.Count > 0)
                    html.Append(" <span class=\"small\">").Append(Escape(string.Join(", ", entity.Roles))).Append("</span>");
                html.Append("</li>\n");
            }
            html.Append("</ul>\n");
        }
    }

    private static void WriteTimeline(StringBuilder html, Story story, SortedSet<int> places)
    {
        if (story.Timeline.Count == 0)
            return;
        html.Append("<h3>Timeline</h3>\n<ol class=\"timeline\">\n");
        foreach (TimelineEntry entry in story.Timeline)
        {
            html.Append("<li><span class=\"when\">").Append(Escape(entry.When)).Append(entry.Planned ? " (planned)" : "")
                .Append("</span> ");
            Link(html, entry.Text, entry.Span, places);
            html.Append("</li>\n");
        }
        html.Append("</ol>\n");
    }

    private static void Link(StringBuilder html, string text, TextSpan span, SortedSet<int> places)
    {
        places.Add(span.Start);
        html.Append(
            CultureInfo.InvariantCulture,
            $"<a class=\"item\" dir=\"auto\" href=\"#sk-at-{span.Start}\" "
            + $"data-start=\"{span.Start}\" data-end=\"{span.End}\">{Escape(text)}</a>");
    }

    private static string Speaker(Story story, Quote quote) =>
        quote.Speaker is not { } speaker ? "Nobody who is named"
        : speaker.Entity is { } id && story.Entities.FirstOrDefault(entity => entity.Id == id) is { } entity ? entity.Name
        : speaker.Text;
}
