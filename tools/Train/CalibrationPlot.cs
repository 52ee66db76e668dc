using System.Globalization;
using System.Text;

namespace Train;

/// <summary>Draws confidence against what was reached, a point for each tenth of the pages, as SVG.</summary>
internal static class CalibrationPlot
{
    private const int Size = 420, Margin = 50;

    /// <summary>Writes the drawing.</summary>
    /// <param name="path">The file.</param>
    /// <param name="tenths">For each tenth of the pages what was told and what they reached, 0 to 1.</param>
    public static void Write(string path, IReadOnlyList<(double Told, double Was)> tenths)
    {
        StringBuilder svg = new();
        svg.Append(
            CultureInfo.InvariantCulture,
            $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {Size} {Size}\" "
            + $"font-family=\"sans-serif\" font-size=\"12\" fill=\"#333\">\n");
        svg.Append(
            CultureInfo.InvariantCulture,
            $"<rect width=\"{Size}\" height=\"{Size}\" fill=\"#fff\"/>"
            + $"<path d=\"M{At(0):F1} {Down(0):F1}L{At(1):F1} {Down(1):F1}\" stroke=\"#bbb\" stroke-dasharray=\"4\"/>\n");
        for (int i = 0; i <= 10; i += 2)
        {
            double value = i / 10.0;
            svg.Append(
                CultureInfo.InvariantCulture,
                $"<text x=\"{At(value):F1}\" y=\"{Down(0) + 18:F1}\" "
                + $"text-anchor=\"middle\">{value:F1}</text><text x=\"{At(0) - 8:F1}\" y=\"{Down(value) + 4:F1}\" "
                + $"text-anchor=\"end\">{value:F1}</text>\n");
        }
        svg.Append(
            CultureInfo.InvariantCulture,
            $"<path d=\"M{At(0):F1} {Down(1):F1}V{Down(0):F1}H{At(1):F1}\" fill=\"none\" stroke=\"#333\"/>\n"
            + $"<polyline fill=\"none\" stroke=\"#0a62a9\" points=\"");
        foreach ((double told, double was) in tenths)
            svg.Append(CultureInfo.InvariantCulture, $"{At(told):F1},{Down(was):F1} ");
        svg.Append("\"/>\n");
        foreach ((double told, double was) in tenths)
            svg.Append(
                CultureInfo.InvariantCulture,
                $"<circle cx=\"{At(told):F1}\" cy=\"{Down(was):F1}\" r=\"4\" fill=\"#0a62a9\"><title>told {told:F3}, "
                + $"was {was:F3}</title></circle>\n");
        svg.Append(
            CultureInfo.InvariantCulture,
            $"<text x=\"{Size / 2}\" y=\"{Size - 10}\" text-anchor=\"middle\">confidence told</text>"
            + $"<text transform=\"translate(14 {Size / 2}) rotate(-90)\" text-anchor=\"middle\">F1 reached, out of fold</text>\n</svg>\n");
        File.WriteAllText(path, svg.ToString());
    }

    private static double At(double value) => Margin + (value * (Size - (2 * Margin)));

    private static double Down(double value) => Size - Margin - (value * (Size - (2 * Margin)));
}
