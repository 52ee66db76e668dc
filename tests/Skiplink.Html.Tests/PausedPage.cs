using System.Buffers;
using System.Text;

namespace Skiplink.Html.Tests;

/// <summary>
/// A page whose bytes can be had only after <see cref="Release"/>, so that whoever reads it is held in the middle of its work.
/// </summary>
internal sealed class PausedPage(string text) : MemoryManager<byte>
{
    private readonly byte[] _bytes = Encoding.UTF8.GetBytes(text);
    private readonly ManualResetEventSlim _isAskedFor = new(), _isReleased = new();
    private volatile bool _fails;

    /// <summary>Waits until somebody reads the page.</summary>
    public void WaitForReader()
    {
        if (!_isAskedFor.Wait(TimeSpan.FromMinutes(1)))
            throw new TimeoutException("Nobody reads the page.");
    }

    /// <summary>Lets the reader have the bytes.</summary>
    public void Release() => _isReleased.Set();

    /// <summary>Gives the reader an exception instead of the bytes.</summary>
    public void Fail()
    {
        _fails = true;
        _isReleased.Set();
    }

    public override Memory<byte> Memory => CreateMemory(_bytes.Length);

    public override Span<byte> GetSpan()
    {
        _isAskedFor.Set();
        if (!_isReleased.Wait(TimeSpan.FromMinutes(1)))
            throw new TimeoutException("The page was not released.");
        return _fails ? throw new IOException("The bytes cannot be read.") : _bytes;
    }

    public override MemoryHandle Pin(int elementIndex = 0) => throw new NotSupportedException();

    public override void Unpin() => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        _isAskedFor.Dispose();
        _isReleased.Dispose();
    }
}
