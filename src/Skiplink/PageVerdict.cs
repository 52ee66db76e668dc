namespace Skiplink;

/// <summary>What a page is that is no page to read. In JSON the names are <c>error-page</c>, <c>consent-wall</c> and so on.</summary>
public enum PageVerdict
{
    /// <summary>None of these: a page to read.</summary>
    None,

    /// <summary>It says that what was asked for is not there, not allowed or not working.</summary>
    ErrorPage,

    /// <summary>It asks for consent to cookies and shows nothing else.</summary>
    ConsentWall,

    /// <summary>It asks to log in and shows nothing else.</summary>
    LoginWall,

    /// <summary>It shows the beginning of a text alone, and the rest to those who pay or register (<see cref="Article.Shown"/>).</summary>
    Paywall,

    /// <summary>It shows nothing before its scripts have run, or a check that the reader is no robot.</summary>
    ScriptShell,

    /// <summary>It stands on a domain without a site: for sale, suspended, the default page of a server.</summary>
    Parked,

    /// <summary>It holds no text at all.</summary>
    Empty,
}
