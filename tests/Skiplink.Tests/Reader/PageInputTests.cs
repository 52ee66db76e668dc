using System.Text;
using Xunit;

namespace Skiplink.Tests;

public class PageInputTests
{
    private static readonly byte[] Story = File.ReadAllBytes(Repository.Sample("harbour-talks.html"));

    [Fact]
    public async Task Bytes_text_and_streams_give_the_same_article()
    {
        string wanted = Page.Read(Story).ToJson();
        Assert.Equal(wanted, Page.Read(Story.AsSpan()).ToJson());
        Assert.Equal(wanted, Page.Read((ReadOnlyMemory<byte>)Story).ToJson());
        Assert.Equal(wanted, Page.Read(Encoding.UTF8.GetString(Story)).ToJson());
        Assert.Equal(wanted, Page.Read(new MemoryStream(Story)).ToJson());
        Assert.Equal(wanted, Page.Read(new Trickle(Story, 7)).ToJson());
        Assert.Equal(
            wanted, (await Page.ReadAsync(new Trickle(Story, 1000), cancellation: TestContext.Current.CancellationToken)).ToJson());
    }

    [Fact]
    public async Task A_page_over_the_limit_is_an_error_that_names_the_limit()
    {
        ReadOptions options = new() { MaxBytes = Story.Length - 1 };
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        PageTooLargeException[] errors =
        [
            Assert.Throws<PageTooLargeException>(() => Page.Read(Story, options)),
            Assert.Throws<PageTooLargeException>(() => Page.Read(Story.AsSpan(), options)),
            Assert.Throws<PageTooLargeException>(() => Page.Read(Encoding.UTF8.GetString(Story), options)),
            Assert.Throws<PageTooLargeException>(() => Page.Read(new MemoryStream(Story), options)),
            Assert.Throws<PageTooLargeException>(() => Page.Read(new Trickle(Story, 100), options)),
            Assert.Throws<PageTooLargeException>(() => Page.ReadSavedText(Encoding.UTF8.GetString(Story), options)),
            Assert.Throws<PageTooLargeException>(() => new PageReader().Read(Story, options)),
            await Assert.ThrowsAsync<PageTooLargeException>(() => Page.ReadAsync(new Trickle(Story, 100), options, cancellation)),
        ];
        Assert.All(
            errors,
            e => Assert.Contains($"{Story.Length - 1} bytes, the limit of ReadOptions.MaxBytes", e.Message, StringComparison.Ordinal));
        Assert.Equal(Page.Read(Story).Text, Page.Read(new Trickle(Story, 100), options with { MaxBytes = Story.Length }).Text);
    }

    [Fact]
    public void An_endless_stream_ends_at_the_limit()
    {
        Trickle endless = new([.. "<p>more "u8], 8) { IsEndless = true };
        Assert.Throws<PageTooLargeException>(() => Page.Read(endless, new() { MaxBytes = 1 << 20 }));
        Assert.InRange(endless.Given, 1 << 20, (1 << 20) + 8);
    }

    [Fact]
    public async Task Cancelling_ends_the_reading_of_a_stream()
    {
        using CancellationTokenSource cancellation = new();
        Trickle endless = new([.. "<p>more "u8], 8) { IsEndless = true, After = given => { if (given > 1000) cancellation.Cancel(); } };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Page.ReadAsync(endless, cancellation: cancellation.Token));
        Assert.InRange(endless.Given, 1000, 1100);
    }

    [Fact]
    public void A_relative_address_is_an_error_that_names_it()
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => new ReadOptions { Url = new("/news/1", UriKind.Relative) });
        Assert.Contains("ReadOptions.Url", error.Message, StringComparison.Ordinal);
        Assert.Contains("/news/1", error.Message, StringComparison.Ordinal);
    }

    /// <summary>A stream that cannot seek and gives a few bytes at a time, as a network does.</summary>
    private sealed class Trickle(byte[] bytes, int most) : Stream
    {
        private int _at;

        public bool IsEndless { get; init; }

        public Action<int>? After { get; init; }

        public int Given { get; private set; }

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            if (IsEndless && _at == bytes.Length)
                _at = 0;
            int length = Math.Min(Math.Min(most, count), bytes.Length - _at);
            bytes.AsSpan(_at, length).CopyTo(buffer.AsSpan(offset));
            (_at, Given) = (_at + length, Given + length);
            After?.Invoke(Given);
            return length;
        }

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            cancellationToken.ThrowIfCancellationRequested();
            await Task.Yield();
            byte[] few = new byte[Math.Min(most, buffer.Length)];
            int length = Read(few, 0, few.Length);
            few.AsSpan(0, length).CopyTo(buffer.Span);
            return length;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
