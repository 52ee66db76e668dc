namespace Skiplink.Content;

/// <summary>The footnote that is being recorded, with the state of the text that it interrupts. Footnotes do not nest.</summary>
internal struct NoteCapture
{
    private const int NoOwner = -1;

    /// <summary>The index of the open element with which the note ends.</summary>
    public int Owner { get; private init; }

    public int Number { get; private init; }

    /// <summary>Whether the start of the note stands on the tape.</summary>
    public bool IsEmitted { get; set; }

    /// <summary>Whether the label that the note begins with is still to be passed over.</summary>
    public bool IsAtLabel { get; set; }

    public TextRun InterruptedRun { get; private init; }

    public int InterruptedBase { get; private init; }

    public static NoteCapture None => new() { Owner = NoOwner };

    public readonly bool IsActive => Owner != NoOwner;

    public static NoteCapture Start(int number, int owner, TextRun run, int openBase) =>
        new() { Number = number, Owner = owner, IsAtLabel = true, InterruptedRun = run, InterruptedBase = openBase };
}
