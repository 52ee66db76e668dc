using System.Globalization;

namespace Skiplink.Server.Api;

/// <summary>What a page's verdict means, in words for people.</summary>
internal static class VerdictWords
{
    /// <summary>A sentence; empty without a verdict.</summary>
    public static string Of(Article article) => article.Verdict switch
    {
        PageVerdict.ErrorPage => "It is the site's error page.",
        PageVerdict.ConsentWall => "It asks for consent to cookies before it shows its text.",
        PageVerdict.LoginWall => "It shows its text to people who are logged in.",
        PageVerdict.Paywall => $"It shows its text to subscribers.{Shown(article.Shown)}",
        PageVerdict.ScriptShell => "It is empty until its scripts run, and no script is run here.",
        PageVerdict.Parked => "The site is parked: there is nothing but advertisements.",
        PageVerdict.Empty => "It is empty.",
        _ => "",
    };

    /// <summary>What a person can do.</summary>
    public static string Next(PageVerdict verdict) => verdict switch
    {
        PageVerdict.ErrorPage or PageVerdict.Parked => "Check the address.",
        PageVerdict.None or PageVerdict.Empty =>
            "Ask for JSON to see what is known of the page, or name the part to read with X-Target-Selector.",
        _ => "Open the page in a browser, save it when its text shows, and post the file to /read.",
    };

    private static string Shown(ShownText? shown) => shown switch
    {
        { Of: { } all } part => string.Create(CultureInfo.InvariantCulture, $" Here are {part.Words} of its {all} words."),
        { } part => string.Create(CultureInfo.InvariantCulture, $" Here are {part.Words} words of it."),
        null => "",
    };
}
