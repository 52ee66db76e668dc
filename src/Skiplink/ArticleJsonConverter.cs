using System.Text.Json;
using System.Text.Json.Serialization;

namespace Skiplink;

/// <summary>
/// Lets <see cref="JsonSerializer"/>, and so ASP.NET, write an <see cref="Article"/> as <see cref="Article.ToJson"/> does.
/// </summary>
public sealed class ArticleJsonConverter : JsonConverter<Article>
{
    /// <summary>Not supported: an article is made by reading a page.</summary>
    /// <param name="reader">The reader.</param>
    /// <param name="typeToConvert">The type.</param>
    /// <param name="options">The options.</param>
    /// <exception cref="NotSupportedException">Always.</exception>
    public override Article Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("An Article is made by reading a page; its JSON can be written and not read.");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Article value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(value);
        ArticleJson.Write(value, writer, null, null);
    }
}
