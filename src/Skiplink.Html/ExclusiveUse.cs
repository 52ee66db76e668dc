namespace Skiplink.Html;

/// <summary>Ensures that an object is used by one thread at a time: a second one gets an exception instead of a wrong result.</summary>
internal struct ExclusiveUse
{
    private int _isTaken;

    /// <summary>Begins a use, which ends with <see cref="End"/> in a finally block.</summary>
    /// <param name="owner">The object that is used, for the message.</param>
    /// <exception cref="InvalidOperationException">The object is in use, by another thread or further up on this one.</exception>
    public void Begin(object owner)
    {
        if (Interlocked.Exchange(ref _isTaken, 1) != 0)
            Throw(owner);
    }

    public void End() => Volatile.Write(ref _isTaken, 0);

    private static void Throw(object owner)
    {
        string name = owner.GetType().Name;
        throw new InvalidOperationException(
            $"This {name} is reading another page. A {name} reads one page at a time: give each thread its own.");
    }
}
