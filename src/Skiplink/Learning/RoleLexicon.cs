using System.Diagnostics;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Skiplink.Learning;

/// <summary>
/// Learned words of roles: for the hash of a word in a class, an id, a text or a heading, the log-odds that a block beside it has each of
/// eight roles. A hash table with open addressing, half full at most.
/// </summary>
internal sealed class RoleLexicon
{
    /// <summary>How many roles have words, the lanes of a vector.</summary>
    public const int Lanes = 8;

    /// <summary>A weight of 127 in the file is this much log-odds.</summary>
    public const float Scale = 6f / 127;

    private readonly uint[] _hashes;
    private readonly ulong[] _weights;
    private readonly int _shift;

    private RoleLexicon(int count)
    {
        int size = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, 2 * count));
        (_hashes, _weights, _shift) = (new uint[size], new ulong[size], 32 - BitOperations.Log2((uint)size));
        Count = count;
    }

    /// <param name="words">Hashes, none of which is 0, with eight signed bytes of weight each.</param>
    public RoleLexicon(IReadOnlyCollection<KeyValuePair<uint, ulong>> words)
        : this(words.Count)
    {
        foreach ((uint hash, ulong weights) in words)
            Add(hash, weights);
    }

    /// <summary>The roles that have words, in the order of the lanes.</summary>
    public static IReadOnlyList<BlockRole> Roles { get; } =
    [
        BlockRole.Comment, BlockRole.Related, BlockRole.Promotion, BlockRole.Caption, BlockRole.Byline, BlockRole.Standfirst,
        BlockRole.Notice, BlockRole.Author,
    ];

    /// <summary>A lexicon without words.</summary>
    public static RoleLexicon Empty { get; } = new([]);

    /// <summary>How many words it knows.</summary>
    public int Count { get; }

    /// <summary>The log-odds of a word, a lane for each of <see cref="Roles"/>; 0 for unknown words.</summary>
    public Vector256<float> this[uint hash]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            for (int slot = SlotOf(hash); _hashes[slot] != 0; slot = (slot + 1) & (_hashes.Length - 1))
            {
                if (_hashes[slot] == hash)
                    return FloatsOf(_weights[slot]);
            }
            return Vector256<float>.Zero;
        }
    }

    /// <summary>The sum over some words, whose hashes are mixed with a seed.</summary>
    public Vector256<float> Sum(ReadOnlySpan<uint> words, uint seed)
    {
        Vector256<float> sum = Vector256<float>.Zero;
        foreach (uint word in words)
            sum += this[word ^ seed];
        return sum;
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static RoleLexicon Read(BinaryReader reader)
    {
        RoleLexicon lexicon = new(reader.ReadInt32());
        for (int i = 0; i < lexicon.Count; i++)
            lexicon.Add(reader.ReadUInt32(), reader.ReadUInt64());
        return lexicon;
    }

    /// <summary>Writes the words in the order of their hashes.</summary>
    public void Write(BinaryWriter writer)
    {
        writer.Write(Count);
        foreach (int slot in Enumerable.Range(0, _hashes.Length).Where(s => _hashes[s] != 0).OrderBy(s => _hashes[s]))
        {
            writer.Write(_hashes[slot]);
            writer.Write(_weights[slot]);
        }
    }

    /// <summary>The weights of a word as the file holds them.</summary>
    public static ulong Pack(ReadOnlySpan<double> logOdds)
    {
        ulong packed = 0;
        for (int i = 0; i < Lanes; i++)
            packed |= (ulong)(byte)(sbyte)Math.Clamp(Math.Round(logOdds[i] / Scale), -127, 127) << (8 * i);
        return packed;
    }

    private static Vector256<float> FloatsOf(ulong weights)
    {
        Vector128<short> shorts = Vector128.WidenLower(Vector128.CreateScalar(weights).AsSByte());
        return Vector256.ConvertToSingle(Vector256.Create(Vector128.WidenLower(shorts), Vector128.WidenUpper(shorts))) * Scale;
    }

    private void Add(uint hash, ulong weights)
    {
        Debug.Assert(hash != 0);
        int slot = SlotOf(hash);
        while (_hashes[slot] != 0)
            slot = (slot + 1) & (_hashes.Length - 1);
        (_hashes[slot], _weights[slot]) = (hash, weights);
    }

    private int SlotOf(uint hash) => (int)(hash * 0x9E3779B1 >> _shift);
}
