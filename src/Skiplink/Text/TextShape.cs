namespace Skiplink.Text;

/// <summary>Counts of characters in a block, white space left out.</summary>
internal struct TextShape
{
    /// <summary>Bytes of UTF-8.</summary>
    public int Bytes;

    /// <summary>Upper-case ASCII letters.</summary>
    public int Upper;

    /// <summary>ASCII digits.</summary>
    public int Digits;

    /// <summary>Commas, also those of other scripts.</summary>
    public int Commas;

    /// <summary>Full stops, question and exclamation marks, also those of other scripts.</summary>
    public int Stops;

    /// <summary>Other ASCII punctuation and symbols.</summary>
    public int Symbols;

    /// <summary>ASCII punctuation with a word character on both sides: what addresses, identifiers and file names are full of.</summary>
    public int Joints;

    /// <summary>Characters beyond ASCII.</summary>
    public int Wide;

    /// <summary>Currency signs.</summary>
    public int Currencies;

    /// <summary>Years 1900 to 2099, written with four digits.</summary>
    public int Years;

    /// <summary>Copyright signs.</summary>
    public int Copyrights;

    /// <summary>Words that begin with an upper-case ASCII letter.</summary>
    public int Capitalized;

    /// <summary>The first and the last character that is no white space, when it is ASCII; 128 otherwise.</summary>
    public byte First;
    public byte Last;
}
