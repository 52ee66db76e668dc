using System.Runtime.InteropServices;

namespace Skiplink.Native;

/// <summary>The functions of <c>skiplink.h</c>. No exception leaves them.</summary>
internal static unsafe class Exports
{
    private static readonly byte* VersionText = Copy(
        System.Text.Encoding.UTF8.GetBytes(typeof(Page).Assembly.GetName().Version?.ToString(3) ?? "0.0.0"));

    [UnmanagedCallersOnly(EntryPoint = "skiplink_read")]
    public static byte* Read(byte* bytes, nuint length, byte* optionsJson)
    {
        ReadOnlySpan<byte> options = optionsJson is null ? default : MemoryMarshal.CreateReadOnlySpanFromNullTerminated(optionsJson);
        return Copy(Calls.Read(bytes, length, options));
    }

    [UnmanagedCallersOnly(EntryPoint = "skiplink_free")]
    public static void Free(byte* json) => NativeMemory.Free(json);

    [UnmanagedCallersOnly(EntryPoint = "skiplink_version")]
    public static byte* Version() => VersionText;

    /// <summary>Native memory with the bytes and a NUL; null when there is none left.</summary>
    private static byte* Copy(ReadOnlySpan<byte> json)
    {
        try
        {
            byte* copy = (byte*)NativeMemory.Alloc((nuint)json.Length + 1);
            json.CopyTo(new Span<byte>(copy, json.Length));
            copy[json.Length] = 0;
            return copy;
        }
        catch (OutOfMemoryException)
        {
            return null;
        }
    }
}
