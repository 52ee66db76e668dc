using Skiplink.Metadata.Values;
using Skiplink.Text;
using Skiplink.Vocabulary;
using Xunit;

namespace Skiplink.Tests;

public sealed class WrittenDateTests
{
    private static string[] WrittenDates(string text, bool isMonthFirst = false)
    {
        List<WrittenDate> dates = [];
        new DateReader(new TextArena()).FindAll(text, isMonthFirst, dates);
        return [.. dates.Select(static d => d.Value.ToString())];
    }

    private static string Parsed(string text) => new DateReader(new TextArena()).Parse(text).ToString();

    [Theory]
    [InlineData("May 12, 2024", "2024-05-12")]
    [InlineData("12 May 2024", "2024-05-12")]
    [InlineData("Sept. 3rd, 2023", "2023-09-03")]
    [InlineData("12. Mai 2024", "2024-05-12")]
    [InlineData("Montag, 4. März 2024", "2024-03-04")]
    [InlineData("1er août 2023", "2023-08-01")]
    [InlineData("le 12 février 2024", "2024-02-12")]
    [InlineData("12 de mayo de 2024", "2024-05-12")]
    [InlineData("3 de septiembre del 2023", "2023-09-03")]
    [InlineData("12 maggio 2024", "2024-05-12")]
    [InlineData("12 de março de 2024", "2024-03-12")]
    [InlineData("12 maart 2024", "2024-03-12")]
    [InlineData("12 września 2023", "2023-09-12")]
    [InlineData("12 мая 2024 г.", "2024-05-12")]
    [InlineData("12 березня 2024", "2024-03-12")]
    [InlineData("12 Ağustos 2023", "2023-08-12")]
    [InlineData("12 augusti 2023", "2023-08-12")]
    [InlineData("12. marts 2024", "2024-03-12")]
    [InlineData("12. desember 2023", "2023-12-12")]
    [InlineData("12. toukokuuta 2024", "2024-05-12")]
    [InlineData("12. května 2024", "2024-05-12")]
    [InlineData("2024年5月12日", "2024-05-12")]
    [InlineData("2024年04月24日23:52", "2024-04-24T23:52")]
    [InlineData("2024년 5월 12일", "2024-05-12")]
    [InlineData("2024. 5. 12.", "2024-05-12")]
    [InlineData("12 مايو 2024", "2024-05-12")]
    [InlineData("١٢ مايو ٢٠٢٤", "2024-05-12")]
    [InlineData("12 كانون الثاني 2024", "2024-01-12")]
    [InlineData("12 मई 2024", "2024-05-12")]
    [InlineData("१२ मई २०२४", "2024-05-12")]
    public void Dates_are_read_in_many_languages(string text, string expected) => Assert.Equal(expected, Assert.Single(WrittenDates(text)));

    [Theory]
    [InlineData("12.05.2024 | 14:07 Uhr", "2024-05-12T14:07")]
    [InlineData("Do 25.04.24 | 14:07 Uhr", "2024-04-25T14:07")]
    [InlineData("May 12, 2024 8:30 p.m. EDT", "2024-05-12T20:30-04:00")]
    [InlineData("May 12, 2024 at 12:05 AM", "2024-05-12T00:05")]
    [InlineData("9:05 AM EDT, May 3, 2024", "2024-05-03T09:05-04:00")]
    [InlineData("12 mai 2024 à 14h07", "2024-05-12T14:07")]
    [InlineData("12.5.2024 klo 14.07", "2024-05-12T14:07")]
    [InlineData("Thứ tư, 22/10/2025, 19:25 (GMT+7)", "2025-10-22T19:25+07:00")]
    [InlineData("2024年5月12日 午後8時30分", "2024-05-12T20:30")]
    [InlineData("2024-05-12T08:10+02:00", "2024-05-12")]
    [InlineData("Published 14:30 BST on 12 May 2024", "2024-05-12T14:30+01:00")]
    public void The_time_beside_a_date_is_part_of_it(string text, string expected) =>
        Assert.StartsWith(expected, Assert.Single(WrittenDates(text)), StringComparison.Ordinal);

    [Fact]
    public void The_first_number_is_the_month_only_where_that_is_usual()
    {
        Assert.Equal("2024-06-05", WrittenDates("5/6/2024")[0]);
        Assert.Equal("2024-05-06", WrittenDates("5/6/2024", isMonthFirst: true)[0]);
        Assert.Equal("2024-06-25", WrittenDates("25/6/2024", isMonthFirst: true)[0]);
        Assert.Equal("2024-05-26", WrittenDates("5/26/2024")[0]);
    }

    [Theory]
    [InlineData("May 2024", "2024-05")]
    [InlineData("mai 2024", "2024-05")]
    [InlineData("2024年5月", "2024-05")]
    public void A_month_without_a_day_is_a_month(string text, string expected) => Assert.Equal(expected, Assert.Single(WrittenDates(text)));

    [Theory]
    [InlineData("")]
    [InlineData("In 2024 the council may meet 12 times")]
    [InlineData("version 1.2.2024.5 of the tool")]
    [InlineData("12 May 0000")]
    [InlineData("31.04.2024")]
    [InlineData("12 May 9999")]
    [InlineData("00.00.0000")]
    [InlineData("192.168.10.2024")]
    [InlineData("call +12-05-2024")]
    [InlineData("1234567890123456789012345678901234567890")]
    [InlineData("five of 12 in May")]
    public void What_is_no_date_is_none(string text) => Assert.Empty(WrittenDates(text));

    [Fact]
    public void Several_dates_come_in_their_order() =>
        Assert.Equal(["2024-05-12", "2024-05-13T10:00"], WrittenDates("Published 12 May 2024, updated 13 May 2024 at 10:00"));

    [Theory]
    [InlineData("2024-05-06", "2024-05-06")]
    [InlineData("2024-05-06T07:08:09.123Z", "2024-05-06T07:08:09Z")]
    [InlineData("2024-05-06T07:08:09+0200", "2024-05-06T07:08:09+02:00")]
    [InlineData("20240506", "2024-05-06")]
    [InlineData("20240506T070809Z", "2024-05-06T07:08:09Z")]
    [InlineData("2024-05", "2024-05")]
    [InlineData("Mon, 06 May 2024 07:08:09 GMT", "2024-05-06T07:08:09Z")]
    [InlineData("Fri Apr 28 19:20:36 CEST 2023", "2023-04-28T19:20:36+02:00")]
    [InlineData("4/24/2000 12:00:00 AM", "2000-04-24T00:00:00")]
    [InlineData("1714979289", "2024-05-06T07:08:09Z")]
    [InlineData("1714979289000", "2024-05-06T07:08:09Z")]
    [InlineData("Nov 05, 2025", "2025-11-05")]
    public void Dates_of_machines_are_read(string text, string expected) => Assert.Equal(expected, Parsed(text));

    [Theory]
    [InlineData("0000-00-00")]
    [InlineData("0001-01-01T00:00:00Z")]
    [InlineData("9999-12-31")]
    [InlineData("1970-01-01T00:00:00Z")]
    [InlineData("2024-13-45")]
    [InlineData("2023-02-29")]
    [InlineData("yesterday")]
    [InlineData("0")]
    [InlineData("9999999999999")]
    public void Dates_that_cannot_be_meant_are_none(string text) => Assert.Empty(Parsed(text));

    [Fact]
    public void Each_form_of_a_month_is_found_whatever_its_case()
    {
        foreach ((string form, byte month) in MonthData.Forms)
        {
            Assert.Equal(month, MonthNames.Find(form));
            Assert.InRange(month, 1, 12);
        }
        Assert.Equal(5, MonthNames.Find("MAI"));
        Assert.Equal(0, MonthNames.Find("monday"));
    }
}
