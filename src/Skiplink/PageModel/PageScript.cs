using System.Text;

namespace Skiplink.PageModel;

/// <summary>What a <c>script</c> element holds.</summary>
internal enum ScriptKind : byte
{
    /// <summary>A program, or data of a type that nobody looks at.</summary>
    Other,

    /// <summary>JSON-LD.</summary>
    JsonLd,

    /// <summary>Other JSON: the state of a framework, mostly.</summary>
    Json,
}

/// <summary>A <c>script</c> element of the page.</summary>
/// <param name="Node">The element's node.</param>
/// <param name="Kind">What it holds.</param>
internal readonly record struct PageScript(int Node, ScriptKind Kind)
{
    /// <summary>
    /// What a script of this type holds. The essence of the type alone counts, in whatever case: parameters may follow it, as in
    /// <c>application/ld+json; charset=utf-8</c>.
    /// </summary>
    public static ScriptKind KindOf(ReadOnlySpan<byte> type)
    {
        int parameters = type.IndexOf((byte)';');
        ReadOnlySpan<byte> essence = (parameters < 0 ? type : type[..parameters]).Trim(" \t\n\f\r"u8);
        return Ascii.EqualsIgnoreCase(essence, "application/ld+json"u8) ? ScriptKind.JsonLd
            : Ascii.EqualsIgnoreCase(essence, "application/json"u8) ? ScriptKind.Json
            : ScriptKind.Other;
    }
}
