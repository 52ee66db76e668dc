using Skiplink.Html;

namespace Skiplink.Server.Selecting;

/// <summary>What an attribute must be.</summary>
/// <param name="Name">Its name in lower case.</param>
/// <param name="Operator">
/// <c>=</c>, <c>~=</c> (a word of it), <c>^=</c>, <c>$=</c>, <c>*=</c>, <c>|=</c>; empty when it must only be there.
/// </param>
/// <param name="Value">The value to compare with.</param>
internal readonly record struct AttributeTest(string Name, string Operator, string Value)
{
    public bool Matches(HtmlNode node)
    {
        if (node.GetAttribute(Name) is not { } actual)
            return false;
        if (Operator.Length == 0)
            return true;
        // As the standard has it, an empty value matches no part of anything.
        return Operator switch
        {
            "=" => actual == Value,
            "~=" => Value.Length > 0
                && actual.Split([' ', '\t', '\n', '\r', '\f'], StringSplitOptions.RemoveEmptyEntries).Contains(Value),
            "^=" => Value.Length > 0 && actual.StartsWith(Value, StringComparison.Ordinal),
            "$=" => Value.Length > 0 && actual.EndsWith(Value, StringComparison.Ordinal),
            "*=" => Value.Length > 0 && actual.Contains(Value, StringComparison.Ordinal),
            "|=" => actual == Value || actual.StartsWith(Value + "-", StringComparison.Ordinal),
            _ => false,
        };
    }
}
