using System.Text;
using Skiplink.Html.Names;
using Skiplink.Html.Scanning;
using Xunit;

namespace Skiplink.Html.Tests;

/// <summary>Short cuts of the tokenizer, against what they stand for.</summary>
[Trait("Category", "HotPath")]
public sealed class ScanningTests
{
    [Fact]
    public void A_name_is_told_at_once_where_it_and_a_greater_than_sign_stand()
    {
        NameTable names = new();
        int told = 0;
        for (int id = 1; id <= HtmlNames.LastKnown; id++)
        {
            string name = Encoding.UTF8.GetString(names[id]);
            byte[] tag = Encoding.UTF8.GetBytes($"</{name}> and what stands behind"),
                longer = Encoding.UTF8.GetBytes($"</{name}a> and what stands behind");
            bool isTold = KnownNames.IsAt(id, tag, 2, out int length);
            Assert.Equal(name.Length < 16 && name.All(static c => !char.IsAsciiLetterUpper(c)), isTold);
            Assert.True(!isTold || length == name.Length);
            Assert.False(KnownNames.IsAt(id, longer, 2, out _));
            told += isTold ? 1 : 0;
        }
        Assert.True(told > HtmlNames.LastKnown / 2);
        Assert.False(KnownNames.IsAt(0, "</p> and what stands behind"u8, 2, out _));
        Assert.False(KnownNames.IsAt(HtmlNames.P, "</p>"u8, 2, out _));
    }

    [Theory]
    [InlineData('<')]
    [InlineData('"')]
    [InlineData('\'')]
    public void The_end_of_a_text_is_the_same_as_byte_by_byte(char end)
    {
        Random random = new(end);
        for (int round = 0; round < 5_000; round++)
        {
            // All bytes occur, among them those that share their lower bits with a stop.
            byte[] source = new byte[random.Next(0, 200)];
            for (int i = 0; i < source.Length; i++)
                source[i] = random.Next(30) == 0 ? (byte)random.Next(256) : (byte)'x';
            int from = random.Next(0, source.Length + 1), expected = from;
            while (expected < source.Length && source[expected] != end && source[expected] is not ((byte)'&' or (byte)'\r' or 0))
                expected++;
            Assert.Equal(expected, TextScan.Find(source, from, (byte)end));
            if (end == '"')
                Assert.Equal(expected, TextScan.WindowAt(source, Math.Max(0, from - random.Next(80))).Find(source, from));
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void Raw_text_is_looked_through_as_byte_by_byte(int seed)
    {
        Random random = new(seed);
        for (int round = 0; round < 2_000; round++)
        {
            byte[] source = new byte[random.Next(0, 300)];
            for (int i = 0; i < source.Length; i++)
                source[i] = random.Next(40) == 0 ? "<</!\r\0"u8[random.Next(6)] : (byte)'x';
            int from = random.Next(0, source.Length + 1), expected = from;
            while (expected < source.Length && !(source[expected] == '<' && expected + 1 < source.Length
                && source[expected + 1] is (byte)'/' or (byte)'!'))
                expected++;
            bool changes = false;
            Assert.Equal(expected, RawTextScan.Find(source, from, ref changes));
            Assert.Equal(source[from..expected].Any(static b => b is (byte)'\r' or 0), changes);
        }
    }

    [Fact]
    public void A_value_of_an_unknown_name_is_decoded_when_it_is_asked_for_by_any_number_of_threads()
    {
        string data = string.Concat(Enumerable.Range(0, 500)
            .Select(static i => $"<i data-own='{i} &quot;&amp;&eacute;&lt;&quot &#65;&ampx' data-plain=x{i}></i>"));
        HtmlDocument document = HtmlDocument.Parse(data);
        Parallel.For(0, 4000, round =>
        {
            int i = round % 500;
            HtmlNode node = document[document.Body.FirstChild.Index + i];
            Assert.Equal($"{i} \"&é<\" A&ampx", node.GetAttribute("data-own"));
            Assert.Equal($"x{i}", node.Attribute(1).Value);
            Assert.Equal("data-own", node.Attribute(0).Name);
        });
    }

    [Fact]
    public void Formatting_elements_are_alike_where_their_decoded_values_are()
    {
        // Three alike at most are opened again: the Noah's Ark clause.
        HtmlDocument document = HtmlDocument.Parse("<p><b data-x='&amp;'><b data-x='&#38;'><b data-x='&amp;'><b data-x=&amp;>one<p>two");
        HtmlNode second = document.Body.LastChild;
        Assert.Equal(3, Depth(second));
        Assert.Equal("&", second.FirstChild.GetAttribute("data-x"));
    }

    private static int Depth(HtmlNode node)
    {
        int depth = 0;
        for (node = node.FirstChild; node.Is(HtmlNames.B); node = node.FirstChild)
            depth++;
        return depth;
    }
}
