using System.Globalization;
using System.Text;

namespace Skiplink.Server.View;

/// <summary>The page's blocks, kept and skipped, with their reasons.</summary>
internal static class WhyView
{
    public static void Write(StringBuilder html, Explanation explanation)
    {
        int kept = explanation.Blocks.Count(static block => block.Kept);
        html.Append("<section id=\"sk-why\" class=\"view\" aria-labelledby=\"sk-why-title\">\n<h2 id=\"sk-why-title\">Why</h2>\n")
            .Append(CultureInfo.InvariantCulture, $"<p>{kept} of {explanation.Blocks.Count} blocks were kept. ")
            .Append(CultureInfo.InvariantCulture, $"{explanation.Article.Confidence * 100:0} % of the result is expected to be right. ")
            .Append(
                "Under each block: how probable it is that it is main text, what decided, and what spoke for (+) and against it (−).</p>\n")
            .Append("""
                <div class="filter row" hidden>
                <label>Show <select id="sk-show"><option value="">all</option><option>kept</option><option>skipped</option>
                <option>hidden</option></select></label>
                <label>Find <input id="sk-find" type="search"></label>
                <span id="sk-found" role="status"></span>
                </div>

                """)
            .Append(ExplanationPage.WriteBlocks(explanation)).Append("</section>\n");
    }
}
