using System.Text;
using Skiplink.Html.Names;
using Xunit;

namespace Skiplink.Html.Tests;

[Trait("Category", "HotPath")]
public sealed class NameTableTests
{
    private static byte[] Name(int i) => Encoding.UTF8.GetBytes(i % 3 == 0 ? $"a-name-that-is-longer-than-its-key-{i}" : $"x{i}");

    [Fact]
    public void Ids_are_given_in_turn_and_found_again_however_many_there_are()
    {
        NameTable names = new();
        for (int i = 0; i < 50_000; i++)
            Assert.Equal(HtmlNames.LastKnown + 1 + i, names.Intern(Name(i)));
        for (int i = 0; i < 50_000; i++)
        {
            Assert.Equal(HtmlNames.LastKnown + 1 + i, names.Find(Name(i)));
            Assert.Equal(HtmlNames.LastKnown + 1 + i, names.Intern(Name(i)));
            Assert.Equal(Name(i), names[HtmlNames.LastKnown + 1 + i]);
        }
        Assert.Equal(0, names.Find("x50001"u8));
        Assert.Equal(50_000, names.UnknownCount);
    }

    [Theory]
    [InlineData(50_000, 3)]
    [InlineData(3, 50_000)]
    [InlineData(20, 20)]
    public void What_one_page_had_is_forgotten_on_the_next(int first, int second)
    {
        NameTable names = new();
        for (int i = 0; i < first; i++)
            names.Intern(Name(i));
        for (int round = 0; round < 3; round++)
        {
            names.Clear();
            for (int i = 0; i < first; i += 7)
                Assert.Equal(0, names.Find(Name(i)));
            for (int i = 0; i < second; i++)
                Assert.Equal(HtmlNames.LastKnown + 1 + i, names.Intern(Name(second - i)));
        }
    }

    [Fact]
    public void Known_names_keep_their_ids()
    {
        NameTable names = new();
        for (int id = 1; id <= HtmlNames.LastKnown; id++)
        {
            byte[] name = names[id].ToArray();
            Assert.Equal(id, names.Find(name));
            Assert.Equal(id, names.Intern(name));
        }
        Assert.Equal(0, names.UnknownCount);
    }
}
