using System.Runtime.Intrinsics;
using Skiplink.Html;
using Skiplink.PageModel;
using Skiplink.Text;

namespace Skiplink.Features;

/// <summary>Features of the block itself: its text, what it stands in, and what the learnt words say of both.</summary>
internal sealed partial class FeatureBuilder
{
    private void Text(int index, FeatureRow row)
    {
        ref readonly BlockRow block = ref _blocks[index];
        ref readonly TextShape shape = ref block.Shape;
        float bytes = Math.Max(1, shape.Bytes), perWord = 1f / Math.Max(1, block.Words), perByte = 1 / bytes;
        row[Feature.LogWords] = FeatureRow.Log(block.Words);
        row[Feature.LogBytes] = FeatureRow.Log(shape.Bytes);
        row[Feature.WordLength] = bytes * perWord;
        row[Feature.LinkDensity] = block.LinkWords * perWord;
        row[Feature.LogLinks] = FeatureRow.Log(block.Links);
        row[Feature.CommaRate] = shape.Commas * perWord;
        row[Feature.StopRate] = shape.Stops * perWord;
        row[Feature.LogStops] = FeatureRow.Log(shape.Stops);
        row[Feature.SymbolRate] = shape.Symbols * perWord;
        row[Feature.DigitRate] = shape.Digits * perByte;
        row[Feature.UpperRate] = shape.Upper * perByte;
        row[Feature.CapitalizedRate] = shape.Capitalized * perWord;
        row[Feature.WideRate] = shape.Wide * perByte;
        row[Feature.EndsWithStop] = shape.Last is (byte)'.' or (byte)'!' or (byte)'?' or (byte)'"' ? 1 : 0;
        row[Feature.EndsWithColon] = shape.Last == ':' ? 1 : 0;
        row[Feature.StartsUpper] = shape.First is >= (byte)'A' and <= (byte)'Z' ? 1 : 0;
        row[Feature.StartsWithDigit] = shape.First is >= (byte)'0' and <= (byte)'9' ? 1 : 0;
        row[Feature.StartsWithSymbol] = shape.First < 128 && !char.IsAsciiLetterOrDigit((char)shape.First) ? 1 : 0;
        row[Feature.Currencies] = shape.Currencies;
        row[Feature.Years] = shape.Years;
        row[Feature.Copyright] = shape.Copyrights;
        row[Feature.JointRate] = shape.Joints * perWord;
    }

    private void Place(int index, FeatureRow row)
    {
        ref readonly BlockRow block = ref _blocks[index];
        ref readonly ElementRow container = ref _blocks.Elements[block.Container];
        ref readonly ElementRow inner = ref _blocks.Elements[block.Inner];
        Vector512<int> all = Vector512.Create((int)inner.Context);
        row.Set(Feature.InNav, OneWhere(all & FirstFlags));
        row.Set(Feature.InNav + Vector512<float>.Count, OneWhere(all & LastFlags));
        row[Feature.IsListItem] = container.Name == HtmlNames.Li ? 1 : 0;
        row[Feature.IsCell] = container.Name is HtmlNames.Td or HtmlNames.Th ? 1 : 0;
        row[Feature.HeadingLevel] = _blocks.HeadingLevelOf(index);
        row[Feature.Depth] = container.Depth;
        row[Feature.InlineDepth] = inner.Depth - container.Depth;
    }

    private static Vector512<float> OneWhere(Vector512<int> flags) =>
        Vector512.AndNot(Vector512<float>.One, Vector512.Equals(flags, Vector512<int>.Zero).AsSingle());

    /// <summary>What each feature from <see cref="Feature.InNav"/> to <see cref="Feature.InParagraph"/> tells, sixteen at a time.</summary>
    private static readonly Vector512<int> FirstFlags = Flags(
        ContextFlags.Nav, ContextFlags.Header, ContextFlags.Footer, ContextFlags.Aside, ContextFlags.Main, ContextFlags.Article,
        ContextFlags.Form, ContextFlags.Figure, ContextFlags.Table, ContextFlags.List, ContextFlags.Preformatted, ContextFlags.Heading,
        ContextFlags.Dialog, ContextFlags.Hidden, ContextFlags.NoScript, ContextFlags.Label);

    private static readonly Vector512<int> LastFlags = Flags(ContextFlags.Caption, ContextFlags.Section, ContextFlags.Paragraph);

    private static Vector512<int> Flags(params ReadOnlySpan<ContextFlags> flags)
    {
        Vector512<int> vector = default;
        for (int i = 0; i < flags.Length; i++)
            vector = vector.WithElement(i, (int)flags[i]);
        return vector;
    }

    private void Words(int index, FeatureRow row)
    {
        ref readonly BlockRow block = ref _blocks[index];
        ref readonly ElementWords.Row inner = ref _words[block.Inner];
        ref readonly ElementWords.Row container = ref _words[block.Container];
        row[Feature.ClassOwn] = inner.Own;
        row[Feature.ClassParent] = _words[_blocks.Elements[block.Container].Parent].Own;
        row[Feature.ClassPath] = inner.Path;
        row[Feature.ClassPathFar] = inner.PathFar;
        row[Feature.ClassLeast] = inner.Least;
        row[Feature.ClassMost] = inner.Most;
        row[Feature.TagOwn] = container.Tag;
        row[Feature.TagPath] = container.TagPath;
        ref readonly TextWords.Row text = ref _texts[index];
        row[Feature.TextSum] = text.Sum;
        row[Feature.TextMean] = text.Mean;
        row[Feature.TextLeast] = text.Least;
        row[Feature.TextMost] = text.Most;
        if (block.Heading >= 0)
        {
            ref readonly TextWords.Heading heading = ref _texts[block.Heading].Heading;
            row[Feature.HeadingMean] = heading.Mean;
            row[Feature.HeadingLeast] = heading.Least;
            row[Feature.HeadingChain] = heading.Chain;
        }
    }
}
