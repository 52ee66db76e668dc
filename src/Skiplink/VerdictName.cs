namespace Skiplink;

/// <summary>The names of verdicts as JSON, front matter and the command write them: <c>error-page</c>.</summary>
public static class VerdictName
{
    /// <summary>The name of a verdict.</summary>
    /// <param name="verdict">The verdict.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such verdict.</exception>
    public static string Of(PageVerdict verdict) => verdict switch
    {
        PageVerdict.None => "none",
        PageVerdict.ErrorPage => "error-page",
        PageVerdict.ConsentWall => "consent-wall",
        PageVerdict.LoginWall => "login-wall",
        PageVerdict.Paywall => "paywall",
        PageVerdict.ScriptShell => "script-shell",
        PageVerdict.Parked => "parked",
        PageVerdict.Empty => "empty",
        _ => throw new ArgumentOutOfRangeException(nameof(verdict), verdict, "No such verdict."),
    };
}
