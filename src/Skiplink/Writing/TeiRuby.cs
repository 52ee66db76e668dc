using Skiplink.Html.Arena;

namespace Skiplink.Writing;

/// <summary>
/// Ruby in TEI: each base and its annotation are a <c>ruby</c> of their own, and both stand in elements (<c>rb</c>, <c>rt</c>) that open
/// with the first text in them. Where a base cannot end, inside a mark or an annotation, and inside of code, an annotation stands in
/// parentheses.
/// </summary>
/// <param name="output">Where to write.</param>
internal sealed class TeiRuby(ByteBuffer output)
{
    // The ruby elements that are open, the innermost last.
    private readonly List<Ruby> _open = [];

    private enum State
    {
        Begun,
        InBase,
        InText,
        AfterText,

        /// <summary>Inside of code, which holds characters alone: no element is written.</summary>
        Flat,
    }

    private struct Ruby
    {
        public State State;

        /// <summary>How many marks are open in the base.</summary>
        public int Marks;

        /// <summary>How many annotations are open that stand in parentheses.</summary>
        public int Parentheses;
    }

    /// <summary>Starts a ruby.</summary>
    /// <param name="isInCode">Whether it is inside of code.</param>
    public void Start(bool isInCode)
    {
        BeginBase();
        if (!isInCode)
            output.Add("<ruby>"u8);
        _open.Add(new() { State = isInCode ? State.Flat : State.Begun });
    }

    public void End()
    {
        State state = _open[^1].State;
        _open.RemoveAt(_open.Count - 1);
        if (state != State.Flat)
            output.Add(state == State.InBase ? "</rb></ruby>"u8 : "</ruby>"u8);
    }

    public void StartText()
    {
        Ruby ruby = _open[^1];
        if (ruby.State is State.Flat or State.InText || ruby.Marks > 0)
        {
            ruby.Parentheses++;
            output.Add((byte)'(');
        }
        else
        {
            BeginBase();
            output.Add("</rb><rt>"u8);
            ruby.State = State.InText;
        }
        _open[^1] = ruby;
    }

    public void EndText()
    {
        Ruby ruby = _open[^1];
        if (ruby.Parentheses > 0)
        {
            ruby.Parentheses--;
            output.Add((byte)')');
        }
        else
        {
            output.Add("</rt>"u8);
            ruby.State = State.AfterText;
        }
        _open[^1] = ruby;
    }

    /// <summary>Counts a mark that starts.</summary>
    public void StartMark()
    {
        BeginBase();
        Count(1);
    }

    /// <summary>Counts a mark that ends.</summary>
    public void EndMark() => Count(-1);

    /// <summary>Opens the element of a base before something is written, where none is open.</summary>
    public void BeginBase()
    {
        if (_open.Count == 0)
            return;
        Ruby ruby = _open[^1];
        if (ruby.State is not (State.Begun or State.AfterText))
            return;
        output.Add(ruby.State == State.AfterText ? "</ruby><ruby><rb>"u8 : "<rb>"u8);
        _open[^1] = ruby with { State = State.InBase };
    }

    private void Count(int one)
    {
        if (_open.Count > 0 && _open[^1].State == State.InBase)
            _open[^1] = _open[^1] with { Marks = _open[^1].Marks + one };
    }
}
