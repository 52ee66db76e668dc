using System.Globalization;
using System.Text;

namespace Skiplink.Stories.Tests;

/// <summary>Stories of any length.</summary>
internal static class ManyStories
{
    /// <summary>A list of names of people, no two of them alike.</summary>
    public static string Names(int count)
    {
        StringBuilder text = new();
        for (int i = 0; i < count; i++)
            text.Append(CultureInfo.InvariantCulture, $"Maria {Letter('A', i)}{Letter('a', i / 26)}berg{Letter('a', i / 676)}, ");
        return text.ToString();

        static char Letter(char first, int number) => (char)(first + (number % 26));
    }
}
