using System.Globalization;
using System.Text;

namespace TableGen;

/// <summary>The word lists of data/ → the words by which metadata, saved text and stories are read in many languages.</summary>
internal static class WordTables
{
    public static string Months(IReadOnlyList<string[]> rows)
    {
        SortedDictionary<string, int> months = new(StringComparer.Ordinal);
        foreach (string[] row in rows)
        {
            int month = int.Parse(row[1], CultureInfo.InvariantCulture);
            foreach (string form in row[2..].Select(Spaced).SelectMany(static f => new[] { f, WithoutAccents(f) }))
            {
                if (months.TryGetValue(form, out int other) && other != month)
                    throw new InvalidDataException($"data/months.txt: {form} is month {other} and month {month} ({row[0]}).");
                months[form] = month;
            }
        }
        StringBuilder code = Begin("months", "MonthData", "The names of the months.", "Vocabulary");
        AppendByLanguage(code, rows);
        code.Append(
            "    /// <summary>Each form in lower case with its month, 1 to 12.</summary>\n    public static readonly (string Form, byte "
                + "Month)[] Forms =\n    [\n");
        foreach ((string form, int month) in months)
            code.Append(CultureInfo.InvariantCulture, $"        ({Quoted(form)}, {month}),\n");
        return code.Append("    ];\n}\n").ToString();
    }

    public static string Weekdays(IReadOnlyList<string[]> rows)
    {
        SortedDictionary<string, int> days = new(StringComparer.Ordinal);
        foreach (string[] row in rows.Where(static r => r[1] != "0"))
        {
            int day = int.Parse(row[1], CultureInfo.InvariantCulture);
            foreach (string form in row[2..].Select(Spaced).SelectMany(static f => new[] { f, WithoutAccents(f) }))
            {
                if (days.TryGetValue(form, out int other) && other != day)
                    throw new InvalidDataException($"data/weekdays.txt: {form} is day {other} and day {day} ({row[0]}).");
                days[form] = day;
            }
        }
        StringBuilder code = Begin("weekdays", "WeekdayData", "The names of the weekdays.", "Vocabulary");
        AppendByLanguage(code, rows);
        code.Append("    /// <summary>Each form in lower case with its day, 1 for Monday to 7 for Sunday.</summary>\n")
            .Append("    public static readonly (string Form, byte Day)[] Forms =\n    [\n");
        foreach ((string form, int day) in days)
            code.Append(CultureInfo.InvariantCulture, $"        ({Quoted(form)}, {day}),\n");
        code.Append(
            "    ];\n\n    /// <summary>The weekdays with what stands before them in a sentence, as written: <c>on Thursday</c>"
                + ".</summary>\n")
            .Append("    public static readonly (string Phrase, byte Day)[] InSentence =\n    [\n");
        foreach (string[] lead in rows.Where(static r => r[1] == "0"))
        {
            foreach (string[] row in rows.Where(r => r[0] == lead[0] && r[1] != "0"))
            {
                string day = lead[0] is "en" or "de" ? char.ToUpperInvariant(row[2][0]) + row[2][1..] : row[2];
                code.Append(CultureInfo.InvariantCulture, $"        ({Quoted($"{lead[2]} {day}")}, {row[1]}),\n");
            }
        }
        return code.Append("    ];\n}\n").ToString();
    }

    public static string Clock(IReadOnlyList<string[]> rows)
    {
        StringBuilder code = Begin("clock", "ClockData", "Words of the time of day beside a date.", "Vocabulary");
        AppendLists(code, rows,
        [
            ("hour", "Hours", "What stands between hours and minutes."),
            ("oclock", "BehindPointed", "What stands behind a time whose hours and minutes are parted by a point."),
            ("before", "BeforePointed", "What stands before such a time."),
            ("am", "Mornings", "What stands behind a time before noon."),
            ("pm", "Afternoons", "What stands behind a time after noon."),
            ("am-before", "MorningLeads", "What stands before a time before noon."),
            ("pm-before", "AfternoonLeads", "What stands before a time after noon."),
            ("at", "Joints", "What joins a date to its time or weekday."),
        ]);
        code.Append("    /// <summary>Names of zones with their offset from UTC in minutes; null for those that mean several.</summary>\n")
            .Append("    public static readonly (string Name, short? Minutes)[] Zones =\n    [\n");
        foreach (string[] row in rows.Where(static r => r[0] == "zone"))
        {
            foreach (string name in row[2..])
                code.Append(CultureInfo.InvariantCulture, $"        ({Quoted(name)}, {(row[1] == "?" ? "null" : row[1])}),\n");
        }
        return code.Append("    ];\n}\n").ToString();
    }

    public static string Languages(IReadOnlyList<string[]> rows)
    {
        StringBuilder code = Begin("languages", "LanguageData", "The commonest words of languages.");
        code.Append(
            "    /// <summary>Each language with its words, parted by spaces.</summary>\n    public static readonly (string Language, "
                + "string Words)[] Rows =\n    [\n");
        foreach (string[] row in rows)
            code.Append(CultureInfo.InvariantCulture, $"        ({Quoted(row[0])}, {Quoted(string.Join(' ', row[1..]))}),\n");
        return code.Append("    ];\n}\n").ToString();
    }

    public static string Credits(IReadOnlyList<string[]> rows)
    {
        StringBuilder code = Begin("credits", "CreditData", "Words of bylines, date lines and credits, in lower case.", "Vocabulary");
        AppendLists(code, rows,
        [
            ("by", "By", "What stands before an author's name."),
            ("published", "Published", "What stands before the date of publication."),
            ("updated", "Updated", "What stands before the date of the last change."),
            ("other", "Others", "What stands before a date that is none of the text's."),
            ("and", "And", "What joins names."),
            ("job", "Jobs", "What is part of a job title or stands behind a name, never in it."),
            ("desk", "Desks", "What is part of the name of a desk, a firm or a site, never of a person's."),
            ("lead", "AgencyLeads", "What stands before the agencies of a credit."),
            ("notice", "Notices", "What heads a line in capitals and is no place of a dateline."),
            ("particle", "Particles", "What may stand in a person's name in small letters."),
            ("article", "Articles", "What opens the name of a thing, never of a person."),
            ("reporter", "Reporters", "What ends a person's name in scripts without spaces."),
            ("where", "Where", "What stands behind a name and before where somebody is."),
        ]);
        code.Append(
            "    /// <summary>The words of picture credits and sources: the language, the kind, the words as they are written.</summary>\n")
            .Append("    public static readonly (string Language, string Kind, string[] Words)[] Pictures =\n    [\n");
        string[] kinds = ["picture", "label", "phrase", "taken", "pool", "file", "handout", "via", "copyright", "source", "report"];
        foreach (string[] row in rows.Where(r => kinds.Contains(r[0])))
            AppendRow(code, $"{Quoted(row[1])}, {Quoted(row[0])}", row[2..]);
        return code.Append("    ];\n}\n").ToString();
    }

    public static string Notes(IReadOnlyList<string[]> rows)
    {
        StringBuilder code = Begin("notes", "NoteData", "Words of footnotes.", "Vocabulary");
        AppendLists(code, rows, [("heading", "Headings", "What heads the section that notes stand in.")]);
        code.Length--;
        return code.Append("}\n").ToString();
    }

    public static string Agencies(IReadOnlyList<string[]> rows)
    {
        StringBuilder code = Begin("agencies", "AgencyData", "Agencies with the ways in which they are written.", "Vocabulary");
        code.Append("    /// <summary>The kind, the name that is reported, the forms.</summary>\n")
            .Append("    public static readonly (string Kind, string Name, string[] Forms)[] Rows =\n    [\n");
        Dictionary<string, string> names = new(StringComparer.OrdinalIgnoreCase);
        foreach (string[] row in rows)
        {
            foreach (string form in row[2..])
            {
                if (!names.TryAdd(form, row[1]) && names[form] != row[1])
                    throw new InvalidDataException($"data/agencies.txt: {form} is {names[form]} and {row[1]}.");
            }
            AppendRow(code, $"{Quoted(row[0])}, {Quoted(Spaced(row[1]))}", row[2..]);
        }
        return code.Append("    ];\n}\n").ToString();
    }

    public static string Boilerplate(IReadOnlyList<string[]> rows)
    {
        StringBuilder code = Begin(
            "boilerplate", "BoilerplateData", "What pages say to those who use them: lower case, words parted by one space.", "SavedText");
        AppendLists(code, rows,
        [
            ("anywhere", "Anywhere", "Phrases that make a short line boilerplate wherever they stand in it."),
            ("start", "Starts", "What boilerplate lines begin with."),
            ("whole", "Wholes", "Lines that are boilerplate when they are nothing else."),
            ("before-site", "BeforeSite", "What stands before the name of the site."),
            ("behind-site", "BehindSite", "What stands behind the name of the site."),
            ("copyright", "Copyrights", "What opens a line that names who owns the page."),
            ("by-site", "BySite", "What stands between that and the name."),
            ("links", "LinkHeadings", "What heads a part of the list of links that text browsers write."),
            ("references", "ReferenceHeadings", "What heads that list."),
        ]);
        code.Length--;
        return code.Append("}\n").ToString();
    }

    public static string Verdicts(IReadOnlyList<string[]> rows)
    {
        StringBuilder code = Begin(
            "verdicts", "VerdictData", "What pages say that are no texts: lower case, words parted by one space.", "Verdicts");
        AppendLists(code, rows,
        [
            ("error", "Errors", "Titles and headings of error pages."),
            ("error-line", "ErrorLines", "What a short line of an error page holds."),
            ("consent", "Consents", "What a line that asks for consent holds."),
            ("consent-word", "ConsentWords", "Beginnings of words that texts about consent are full of."),
            ("accept", "Accepts", "Buttons that give consent."),
            ("login", "Logins", "Titles and headings of forms to log in."),
            ("login-line", "LoginLines", "What a short line holds that asks readers to log in before they may read."),
            ("comment-word", "CommentWords", "Beginnings of words of lines that ask readers to log in before they may write."),
            ("paywall", "Paywalls", "What a short line holds that ends what is shown without paying."),
            ("script", "Scripts", "What a short line holds that asks for scripts."),
            ("parked-title", "ParkedTitles", "Titles and headings of pages without a site."),
            ("parked", "Parkings", "What a short line holds of a page without a site."),
        ]);
        code.Length--;
        return code.Append("}\n").ToString();
    }

    /// <summary>Appends an array for each kind of word.</summary>
    private static void AppendLists(
        StringBuilder code, IReadOnlyList<string[]> rows, ReadOnlySpan<(string Kind, string Field, string Summary)> lists)
    {
        foreach ((string kind, string field, string summary) in lists)
        {
            IEnumerable<string> words =
                rows.Where(r => r[0] == kind).SelectMany(static r => r[2..]).Select(Spaced).Distinct().Order(StringComparer.Ordinal);
            code.Append(CultureInfo.InvariantCulture, $"    /// <summary>{summary}</summary>\n")
                .Append(CultureInfo.InvariantCulture, $"    public static readonly string[] {field} =\n    [\n");
            foreach (string[] line in words.Chunk(8))
                code.Append(CultureInfo.InvariantCulture, $"        {string.Join(", ", line.Select(Quoted))},\n");
            code.Append("    ];\n\n");
        }
    }

    private static void AppendRow(StringBuilder code, string head, string[] words) =>
        code.Append(CultureInfo.InvariantCulture,
            $"        ({head}, [{string.Join(", ", words.Select(static w => Quoted(Spaced(w))))}]),\n");

    /// <summary>Appends the names of each month or weekday by language, as the file has them.</summary>
    private static void AppendByLanguage(StringBuilder code, IReadOnlyList<string[]> rows)
    {
        code.Append("    /// <summary>The language, the number, the forms; the first is the name in full.</summary>\n")
            .Append("    public static readonly (string Language, byte Number, string[] Forms)[] ByLanguage =\n    [\n");
        foreach (string[] row in rows.Where(static r => r[1] != "0"))
            AppendRow(code, $"{Quoted(row[0])}, {row[1]}", row[2..]);
        code.Append("    ];\n\n");
    }

    private static StringBuilder Begin(string data, string type, string summary, string room = "Metadata.Values") => new($$"""
        // <auto-generated>Made by tools/TableGen from data/{{data}}.txt.</auto-generated>
        namespace Skiplink.{{room}};

        /// <summary>{{summary}}</summary>
        internal static class {{type}}
        {

        """);

    private static string Spaced(string word) => word.Replace('_', ' ');

    private static string Quoted(string text) => $"\"{text.Replace("\"", "\\\"", StringComparison.Ordinal)}\"";

    /// <summary>A form with Latin letters without its accents; others as they are.</summary>
    private static string WithoutAccents(string form)
    {
        StringBuilder plain = new();
        foreach (char c in form)
        {
            string parts = c.ToString().Normalize(NormalizationForm.FormD);
            plain.Append(char.IsAsciiLetter(parts[0]) ? parts[0] : c == 'ı' ? 'i' : c == 'ł' ? 'l' : c);
        }
        return plain.ToString();
    }
}
