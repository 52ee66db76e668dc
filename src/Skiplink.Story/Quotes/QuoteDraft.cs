namespace Skiplink.Stories.Quotes;

/// <summary>A quote in tokens, before it is told.</summary>
internal sealed class QuoteDraft
{
    public required QuoteKind Kind;

    /// <summary>The pieces of its content: first token, and the one behind the last.</summary>
    public required List<(int First, int End)> Pieces;

    public required string Rule;
    public double Confidence;
    public NounPhrase Speaker;
    public NounPhrase Addressee;
    public Cue? Cue;

    /// <summary>Where the words around its cue stand: what is dated there is when it was said.</summary>
    public List<(int First, int End)> Frame = [];

    /// <summary>Whom the speaker and the addressee are; -1 when it cannot be told.</summary>
    public int SpeakerEntity = -1;
    public int AddresseeEntity = -1;

    public int First => Pieces[0].First;

    public int End => Pieces[^1].End;
}
