using System.Text;
using System.Text.Json;
using CsCheck;
using Skiplink.PageModel.Json;
using Xunit;

namespace Skiplink.Tests;

[Trait("Category", "HotPath")]
public sealed class JsonTapeTests
{
    private static readonly string[] Pieces =
        ["{", "}", "[", "]", "\"a\"", "\"name\"", "\"\\u00e9\"", "\"\\x\"", "\"\n\"", ":", ",", "true", "tru", "null", "false", "0", "01",
            "-1.5e+3", "1.", "-", " ", "\n", "x", "\"", "\\", "é"];

    private static readonly JsonDocumentOptions Options = new() { AllowTrailingCommas = true, MaxDepth = 64 };

    [Fact]
    public void What_is_sound_is_what_the_library_reads() =>
        Gen.Int[0, Pieces.Length - 1].List[0, 14].Sample(static pieces =>
        {
            string json = string.Concat(pieces.Select(static p => Pieces[p]));
            return new JsonTape().TryAdd(Encoding.UTF8.GetBytes(json), 0) == IsSound(json);
        }, iter: LongTests.AreOn ? 200_000 : 20_000);

    [Theory]
    [InlineData(64, true)]
    [InlineData(65, false)]
    public void Values_nest_no_deeper_than_the_library_lets_them(int depth, bool isSound)
    {
        string json = new string('[', depth) + new string(']', depth);
        Assert.Equal(isSound, new JsonTape().TryAdd(Encoding.UTF8.GetBytes(json), 0));
        Assert.Equal(isSound, IsSound(json));
    }

    [Fact]
    public void A_value_that_is_looked_up_has_a_row_and_another_has_none()
    {
        JsonTape tape = new();
        Assert.True(tape.TryAdd("""{"name":"A \"bridge\"","other":1,"image":["x",{"url":2}]}"""u8, 100));
        Assert.Equal(
            [JsonKind.Object, JsonKind.String, JsonKind.Array, JsonKind.String, JsonKind.Object, JsonKind.Number],
            Enumerable.Range(0, tape.Count).Select(i => tape[i].Kind));
        Assert.Equal(
            [JsonName.Other, JsonName.Name, JsonName.Image, JsonName.Image, JsonName.Image, JsonName.Url],
            Enumerable.Range(0, tape.Count).Select(i => tape[i].Name));
        Assert.Equal([6, 2, 6, 4, 6, 6], Enumerable.Range(0, tape.Count).Select(i => tape[i].End));
        Assert.Equal((109, 12, true), (tape[1].Start, tape[1].Length, tape[1].IsEscaped));
    }

    [Fact]
    public void Nothing_is_added_of_what_is_no_json()
    {
        JsonTape tape = new();
        Assert.True(tape.TryAdd("""{"name":"x"}"""u8, 0));
        Assert.False(tape.TryAdd("""{"name":"x","name":"""u8, 0));
        Assert.Equal(2, tape.Count);
    }

    [Theory]
    [InlineData("""a\"b\\c\/d\b\f\n\r\t""", "a\"b\\c/d\b\f\n\r\t")]
    [InlineData("""\u0041\u00e9\u4E2D""", "Aé中")]
    [InlineData("""\ud83d\ude00 x""", "😀 x")]
    [InlineData("""\ud83d x""", "\uFFFD x")]
    [InlineData("""\ude00\ud83d""", "\uFFFD\uFFFD")]
    public void Escapes_are_resolved(string text, string expected)
    {
        byte[] resolved = new byte[text.Length];
        Assert.True(JsonEscapes.TryResolve(Encoding.UTF8.GetBytes(text), resolved, out int length));
        Assert.Equal(expected, Encoding.UTF8.GetString(resolved, 0, length));
    }

    private static bool IsSound(string json)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(json, Options);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
