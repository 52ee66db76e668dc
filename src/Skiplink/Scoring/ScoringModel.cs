using System.Reflection;

namespace Skiplink.Scoring;

/// <summary>
/// What was learnt from labelled pages: the learnt words and the trees. The file begins with the letters SKIP, its version, and the names of the features that the
/// trees were trained on, so that a model and a program that do not fit together are told apart.
/// </summary>
internal sealed class ScoringModel(Lexicon lexicon, TreeEnsemble trees, TreeEnsemble textTrees)
{
    private const uint Magic = 0x50494B53;
    private const int Version = 1;

    public Lexicon Lexicon { get; } = lexicon;

    /// <summary>For pages of HTML.</summary>
    public TreeEnsemble Trees { get; } = trees;

    /// <summary>For saved text, which has neither tags nor links.</summary>
    public TreeEnsemble TextTrees { get; } = textTrees;

    /// <summary>The model that is part of the library.</summary>
    public static ScoringModel Default => Embedded.Value;

    private static readonly Lazy<ScoringModel> Embedded = new(static () =>
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("model.bin")
            ?? throw new InvalidDataException("The library was built without its model, src/Skiplink/Scoring/model.bin.");
        using BinaryReader reader = new(stream);
        return Read(reader);
    });

    /// <summary>The probability of each block of a page, from its features.</summary>
    public static void Score(TreeEnsemble trees, ReadOnlySpan<float> features, Span<float> probabilities)
    {
        for (int i = 0; i < probabilities.Length; i++)
            probabilities[i] = (float)(1 / (1 + Math.Exp(-trees.Score(features.Slice(i * FeatureRow.Count, FeatureRow.Count)))));
    }

    public void Write(BinaryWriter writer)
    {
        writer.Write(Magic);
        writer.Write(Version);
        writer.Write(FeatureRow.Count);
        for (int i = 0; i < FeatureRow.Count; i++)
            writer.Write(((Feature)i).ToString());
        byte[] words = Lexicon.Write();
        writer.Write(words.Length);
        writer.Write(words);
        Trees.Write(writer);
        TextTrees.Write(writer);
    }

    /// <exception cref="InvalidDataException">The file is no model, is of another version, or was trained on features that this program does not have.</exception>
    public static ScoringModel Read(BinaryReader reader)
    {
        if (reader.ReadUInt32() != Magic)
            throw new InvalidDataException("This is not a Skiplink model.");
        if (reader.ReadInt32() is var version && version != Version)
            throw new InvalidDataException($"The model has version {version}; this program reads version {Version}.");
        int[] featureOf = new int[reader.ReadInt32()];
        for (int i = 0; i < featureOf.Length; i++)
        {
            string name = reader.ReadString();
            featureOf[i] = Enum.TryParse(name, out Feature feature) ? (int)feature : throw new InvalidDataException($"The model wants the feature {name}, which this program does not have.");
        }
        Lexicon lexicon = Lexicon.Read(reader.ReadBytes(reader.ReadInt32()));
        return new(lexicon, TreeEnsemble.Read(reader, featureOf), TreeEnsemble.Read(reader, featureOf));
    }
}
