using System.Text;
using Xunit;

namespace Skiplink.Html.Tests;

/// <summary>Pages made to take long take a time that is linear in their length.</summary>
[Collection(nameof(MeasuresProcess))]
public sealed class LinearTimeTests
{
    private static readonly int[] Sizes = [50_000, 100_000, 200_000, 400_000];

    /// <summary>Repeated as often as the page's size allows; <c>{0}</c> is the number of the repetition.</summary>
    [Theory]
    [InlineData("", "<b>x ")]
    [InlineData("", "<a href=x>x ")]
    [InlineData("", "<div>x ")]
    [InlineData("", "<p><font size=1>x ")]
    [InlineData("", "<table>")]
    [InlineData("", "<table><tr><td>")]
    [InlineData("", "<table>x<tr>y<td>z")]
    [InlineData("", "<select><option>x")]
    [InlineData("", "<template>x")]
    [InlineData("", "<svg><g>x ")]
    [InlineData("", "<a><b></a>x</b>")]
    [InlineData("", "<b><i><p>x</b></i>")]
    [InlineData("", "</b></p></div></a></li>")]
    [InlineData("", "<x{0}>y")]
    [InlineData("", "<")]
    [InlineData("", "&notin;&#x41;&am")]
    [InlineData("", "\0")]
    [InlineData("", "<body a{0}=1>")]
    [InlineData("<p", " a{0}=1")]
    [InlineData("<p", " a=1")]
    [InlineData("<p title=\"", "x&amp;")]
    [InlineData("<!--", "--!")]
    [InlineData("<script>", "<!--<script")]
    [InlineData("<title>", "</titl")]
    [InlineData("<svg><![CDATA[", "]]")]
    public void Time_grows_no_faster_than_the_page(string start, string unit)
    {
        HtmlParser parser = new();
        byte[][] pages = [.. Sizes.Select(size => Page(start, unit, size))];
        AssertLinear(parser, pages);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Time_to_compare_the_attributes_of_formatting_elements_is_linear(bool isReversed)
    {
        HtmlParser parser = new();
        byte[][] pages = [.. Sizes.Select(size => Encoding.UTF8.GetBytes(TwoAlike(size / 12)))];
        AssertLinear(parser, pages);

        string TwoAlike(int count)
        {
            IEnumerable<string> names = Enumerable.Range(0, count).Select(static i => $" a{i}");
            return $"<b{string.Concat(names)}>x<b{string.Concat(isReversed ? names.Reverse() : names)}>y";
        }
    }

    [Fact]
    public void A_quadratic_job_is_found_out()
    {
        byte[][] inputs = [.. Sizes.Select(static size => new byte[size / 50])];
        static void Square(byte[] input)
        {
            for (int i = 0; i < input.Length; i++)
            {
                for (int k = 0; k < input.Length; k++)
                    input[k]++;
            }
        }
        Assert.InRange(GrowthOfTime.Slope(Square, inputs, static input => input.Length), 1.7, 2.3);
    }

    private static void AssertLinear(HtmlParser parser, byte[][] pages) =>
        GrowthOfTime.AssertLinear(page => parser.Parse(page), pages, static page => page.Length);

    private static byte[] Page(string start, string unit, int size)
    {
        StringBuilder page = new(start);
        CompositeFormat format = CompositeFormat.Parse(unit);
        for (int i = 0; page.Length < size; i++)
            page.AppendFormat(null, format, i);
        return Encoding.UTF8.GetBytes(page.ToString());
    }
}
