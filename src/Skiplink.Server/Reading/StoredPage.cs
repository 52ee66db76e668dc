using System.Buffers.Binary;
using System.Text.Json;

namespace Skiplink.Server.Reading;

/// <summary>A fetched page as bytes for the cache: the length of its facts, its facts in JSON, the page.</summary>
internal static class StoredPage
{
    private sealed record Facts(string? Url, string? Encoding, bool IsSavedText, int? Status, string? ContentType,
        DateTimeOffset FetchedAt);

    public static byte[] Write(PageInput page, DateTimeOffset fetchedAt)
    {
        byte[] facts = JsonSerializer.SerializeToUtf8Bytes(
            new Facts(page.Url?.ToString(), page.Encoding, page.IsSavedText, page.Status, page.ContentType, fetchedAt));
        byte[] stored = new byte[sizeof(int) + facts.Length + page.Bytes.Length];
        BinaryPrimitives.WriteInt32LittleEndian(stored, facts.Length);
        facts.CopyTo(stored, sizeof(int));
        page.Bytes.CopyTo(stored.AsMemory(sizeof(int) + facts.Length));
        return stored;
    }

    public static (PageInput Page, DateTimeOffset FetchedAt) Read(byte[] stored)
    {
        int length = BinaryPrimitives.ReadInt32LittleEndian(stored);
        Facts facts = JsonSerializer.Deserialize<Facts>(stored.AsSpan(sizeof(int), length))!;
        PageInput page = new(
            stored.AsMemory(sizeof(int) + length), facts.IsSavedText, facts.Encoding, facts.Url is null ? null : new Uri(facts.Url))
        {
            Status = facts.Status,
            ContentType = facts.ContentType,
        };
        return (page, facts.FetchedAt);
    }
}
