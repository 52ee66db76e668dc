namespace Skiplink.Stories.Lexicon;

/// <summary>What a language's word lists know of a word or phrase. Each class is a file of the language's folder.</summary>
internal enum WordClass
{
    // Times.
    Month,
    Weekday,
    Unit,
    NumberWord,
    Ordinal,
    Season,
    DayPart,
    Meridiem,
    Zone,
    Holiday,
    PeriodPart,
    Approximate,
    Direction,
    FutureMarker,
    PastMarker,
    TimeLink,
    Comparison,

    // Grammar.
    Opener,
    Determiner,
    Preposition,
    Conjunction,
    Subordinator,
    RelativePronoun,
    Pronoun,
    Auxiliary,
    Adverb,
    Verb,

    // Saying.
    SpeechVerb,
    Attribution,
    AttributionBehind,
    Complementizer,
    Negation,
    Share,
    NoSpeech,
    Scare,
    Work,
    Audience,

    // Names.
    Title,
    Role,
    Relation,
    FirstName,
    Surname,
    Particle,
    Country,
    City,
    Region,
    Demonym,
    Nature,
    PlaceNoun,
    Organization,
    OrganizationWord,
    OrganizationNoun,
    Agency,
    Late,
    NotName,

    // Pictures and datelines.
    CreditWord,
    FileLine,
}

/// <summary>The files of a language's folder.</summary>
internal static class WordClassFiles
{
    public static readonly (string File, WordClass Class)[] All =
    [
        ("months", WordClass.Month), ("weekdays", WordClass.Weekday), ("units", WordClass.Unit), ("numbers", WordClass.NumberWord),
            ("ordinals", WordClass.Ordinal),
        ("seasons", WordClass.Season), ("day-parts", WordClass.DayPart), ("meridiems", WordClass.Meridiem), ("zones", WordClass.Zone),
            ("holidays", WordClass.Holiday),
        ("period-parts", WordClass.PeriodPart), ("approximate", WordClass.Approximate), ("directions", WordClass.Direction),
            ("future", WordClass.FutureMarker),
        ("past", WordClass.PastMarker), ("time-links", WordClass.TimeLink), ("comparisons", WordClass.Comparison),
        ("openers", WordClass.Opener), ("determiners", WordClass.Determiner), ("prepositions", WordClass.Preposition),
            ("conjunctions", WordClass.Conjunction),
        ("subordinators", WordClass.Subordinator), ("relative-pronouns", WordClass.RelativePronoun), ("pronouns", WordClass.Pronoun),
            ("auxiliaries", WordClass.Auxiliary),
        ("adverbs", WordClass.Adverb), ("verbs", WordClass.Verb),
        ("speech-verbs", WordClass.SpeechVerb), ("attributions", WordClass.Attribution),
            ("attributions-behind", WordClass.AttributionBehind),
        ("complementizers", WordClass.Complementizer), ("negations", WordClass.Negation), ("shares", WordClass.Share),
            ("no-speech", WordClass.NoSpeech), ("scare", WordClass.Scare), ("works", WordClass.Work),
        ("audiences", WordClass.Audience),
        ("titles", WordClass.Title), ("roles", WordClass.Role), ("relations", WordClass.Relation), ("first-names", WordClass.FirstName),
            ("surnames-first", WordClass.Surname),
        ("particles", WordClass.Particle), ("countries", WordClass.Country), ("cities", WordClass.City), ("regions", WordClass.Region),
            ("demonyms", WordClass.Demonym),
        ("nature", WordClass.Nature), ("place-nouns", WordClass.PlaceNoun), ("organizations", WordClass.Organization),
            ("organization-words", WordClass.OrganizationWord), ("organization-nouns", WordClass.OrganizationNoun),
            ("agencies", WordClass.Agency), ("late", WordClass.Late), ("not-names", WordClass.NotName),
        ("credits", WordClass.CreditWord), ("file-lines", WordClass.FileLine),
    ];
}
