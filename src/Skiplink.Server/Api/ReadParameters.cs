using System.ComponentModel;
using Microsoft.AspNetCore.Mvc;

namespace Skiplink.Server.Api;

/// <summary>The parameters and headers of a request to read a page.</summary>
internal sealed record ReadParameters
{
    [FromQuery(Name = "format"), Description("markdown, text, html, json or tei; instead of Accept.")]
    public string? Format { get; init; }

    [FromHeader(Name = "X-Respond-With"), Description("markdown, html or text. With Accept: application/json the answer is an envelope.")]
    public string? RespondWith { get; init; }

    [FromHeader(Name = "X-Return-Format"), Description("The older name of X-Respond-With.")]
    public string? ReturnFormat { get; init; }

    [FromHeader(Name = "X-Target-Selector"), Description("CSS selectors of the elements to read.")]
    public string? TargetSelector { get; init; }

    [FromHeader(Name = "X-Remove-Selector"), Description("CSS selectors of elements to leave out.")]
    public string? RemoveSelector { get; init; }

    [FromHeader(Name = "X-Retain-Images"), Description("none leaves images out.")]
    public string? RetainImages { get; init; }

    [FromHeader(Name = "X-Retain-Links"), Description("none or text writes the texts of links without their addresses.")]
    public string? RetainLinks { get; init; }

    [FromHeader(Name = "X-With-Links-Summary"), Description("true lists the links of the text below it.")]
    public string? WithLinksSummary { get; init; }

    [FromHeader(Name = "X-Max-Tokens"), Description("Trims the text to so many tokens, by estimate.")]
    public string? MaxTokens { get; init; }

    [FromHeader(Name = "X-Token-Budget"), Description("Refuses a text of more tokens, by estimate.")]
    public string? TokenBudget { get; init; }

    [FromHeader(Name = "X-No-Cache"), Description("true fetches the page anew.")]
    public string? NoCache { get; init; }

    [FromHeader(Name = "X-Cache-Tolerance"), Description("How old a stored copy may be, in seconds.")]
    public string? CacheTolerance { get; init; }

    [FromHeader(Name = "X-Timeout"), Description("How long fetching may take, in seconds.")]
    public string? Timeout { get; init; }

    [FromHeader(Name = "X-Base"), Description("The address that links are resolved against; final is the address after redirects.")]
    public string? Base { get; init; }
}
