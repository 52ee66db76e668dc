using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Skiplink.Learning;

/// <summary>Growing scratch memory whose start is on a vector's boundary.</summary>
internal sealed class AlignedMemory
{
    private const int Boundary = 64;

    private byte[] _array = [];
    private int _start;

    /// <summary>Memory for so many values, which keep what was in them.</summary>
    public Span<T> Get<T>(int count)
        where T : unmanaged
    {
        int bytes = count * Unsafe.SizeOf<T>();
        if (_array.Length - _start < bytes || _array.Length == 0)
        {
            _array = GC.AllocateArray<byte>(Math.Max(bytes, 2 * _array.Length) + Boundary, pinned: true);
            _start = (int)(-Marshal.UnsafeAddrOfPinnedArrayElement(_array, 0) & (Boundary - 1));
        }
        return MemoryMarshal.Cast<byte, T>(_array.AsSpan(_start, bytes));
    }
}
