using Xunit;

namespace Skiplink.Stories.Tests;

public sealed class GermanTimeTests
{
    [Theory]
    [InlineData("Mai des vergangenen Jahres")]
    [InlineData("Mai des letzten Jahres")]
    [InlineData("Mai des vorigen Jahres")]
    public void A_month_of_the_year_before_has_that_year(string time) =>
        Assert.Equal("2018-05", Told.Read($"Das Amt wurde im {time} in Bremen gegründet.", language: "de").Time(time).Value);
}
