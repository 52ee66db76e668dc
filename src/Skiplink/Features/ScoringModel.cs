using System.Globalization;
using System.Reflection;
using Skiplink.Learning;

namespace Skiplink.Features;

/// <summary>
/// What was learned from labelled pages: the learned words, the trees and the network. The file begins with the letters SKIP, its version,
/// and the names of the features that the trees were trained on, so that a model of other features is refused.
/// </summary>
internal sealed class ScoringModel(Lexicon lexicon, ScoringModel.Part html, ScoringModel.Part text, KindModel kinds, RoleModel roles)
{
    private const uint Magic = 0x50494B53;
    private const int Version = 5;

    public Lexicon Lexicon { get; } = lexicon;

    /// <summary>The models for the blocks of one sort of input.</summary>
    /// <param name="Trees">From a block's features to its log-odds.</param>
    /// <param name="Net">The same by a network, for blocks that the trees leave in doubt.</param>
    /// <param name="Calibration">From the expected F1 of a page to the F1 that such pages reached.</param>
    /// <param name="HasStructure">Whether the input has elements, by whose paths blocks form groups.</param>
    public sealed record Part(TreeEnsemble Trees, BlockNet Net, Calibration Calibration, bool HasStructure);

    /// <summary>For pages of HTML.</summary>
    public Part Html { get; } = html;

    /// <summary>For saved text, which has neither tags nor links.</summary>
    public Part Text { get; } = text;

    /// <summary>What kind of page it is.</summary>
    public KindModel Kinds { get; } = kinds;

    /// <summary>What roles the blocks of HTML pages have.</summary>
    public RoleModel Roles { get; } = roles;

    /// <summary>The model that is part of the library.</summary>
    public static ScoringModel Default => Embedded.Value;

    private static readonly Lazy<ScoringModel> Embedded = new(static () =>
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("model.bin")
            ?? throw new InvalidDataException("The library was built without its model, src/Skiplink/Learning/model.bin.");
        using BinaryReader reader = new(stream);
        return Read(reader);
    });

    public void Write(BinaryWriter writer)
    {
        writer.Write(Magic);
        writer.Write(Version);
        WriteNames<Feature>(writer);
        byte[] words = Lexicon.Write();
        writer.Write(words.Length);
        writer.Write(words);
        Lexicon.Roles.Write(writer);
        foreach (Part part in (Part[])[Html, Text])
        {
            part.Trees.Write(writer);
            part.Net.Write(writer);
            part.Calibration.Write(writer);
        }
        WriteNames<KindFeature>(writer);
        writer.Write(Kinds.Kinds.Length);
        foreach (TreeEnsemble kind in Kinds.Kinds)
            kind.Write(writer);
        writer.Write(Roles.Roles.Length);
        foreach (TreeEnsemble role in Roles.Roles)
            role.Write(writer);
    }

    /// <exception cref="InvalidDataException">The file is no model, is of another version, or was trained on features that this program
    /// does not have.</exception>
    public static ScoringModel Read(BinaryReader reader)
    {
        if (reader.ReadUInt32() != Magic)
            throw new InvalidDataException("This is not a Skiplink model.");
        if (reader.ReadInt32() is var version && version != Version)
            throw new InvalidDataException($"The model has version {version}; this program reads version {Version}.");
        int[] featureOf = ReadNames<Feature>(reader);
        byte[] words = reader.ReadBytes(reader.ReadInt32());
        Lexicon lexicon = Lexicon.Read(words, RoleLexicon.Read(reader));
        Part html = ReadPart(reader, featureOf, hasStructure: true), text = ReadPart(reader, featureOf, hasStructure: false);
        int[] kindFeatureOf = ReadNames<KindFeature>(reader);
        TreeEnsemble[] kinds = new TreeEnsemble[reader.ReadInt32()];
        for (int i = 0; i < kinds.Length; i++)
            kinds[i] = TreeEnsemble.Read(reader, kindFeatureOf);
        TreeEnsemble[] roles = new TreeEnsemble[reader.ReadInt32()];
        for (int i = 0; i < roles.Length; i++)
            roles[i] = TreeEnsemble.Read(reader, featureOf);
        return new(lexicon, html, text, new(kinds), new(roles));
    }

    private static Part ReadPart(BinaryReader reader, int[] featureOf, bool hasStructure) => new(
        TreeEnsemble.Read(reader, featureOf), BlockNet.Read(reader, featureOf, FeatureRow.Count), Calibration.Read(reader), hasStructure);

    private static void WriteNames<TFeature>(BinaryWriter writer)
        where TFeature : struct, Enum
    {
        string[] names = Enum.GetNames<TFeature>();
        writer.Write(names.Length);
        foreach (string name in names)
            writer.Write(name);
    }

    /// <summary>For each of the file's features its number in this program.</summary>
    private static int[] ReadNames<TFeature>(BinaryReader reader)
        where TFeature : struct, Enum
    {
        int[] featureOf = new int[reader.ReadInt32()];
        for (int i = 0; i < featureOf.Length; i++)
        {
            string name = reader.ReadString();
            featureOf[i] = Enum.TryParse(name, out TFeature feature) ? Convert.ToInt32(feature, CultureInfo.InvariantCulture)
                : throw new InvalidDataException($"The model wants the feature {name}, which this program does not have.");
        }
        return featureOf;
    }
}
