using Xunit;

namespace Skiplink.Conformance;

public sealed class Html5LibTestsTests
{
    [Fact]
    public void The_suite_is_found_in_the_repository_before_beside_it()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("skiplink");
        try
        {
            string root = folder.CreateSubdirectory("repository").FullName;
            Assert.Null(Html5LibTests.Find(root, "tokenizer"));
            string beside = folder.CreateSubdirectory("shared/data/html5lib-tests/tokenizer").FullName;
            Assert.Equal(beside, Html5LibTests.Find(root, "tokenizer"));
            string inside = folder.CreateSubdirectory("repository/tests/html5lib-tests/tokenizer").FullName;
            Assert.Equal(inside, Html5LibTests.Find(root, "tokenizer"));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
