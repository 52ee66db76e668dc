using System.Buffers;
using System.Buffers.Text;
using System.Text;
using Skiplink.Text;

namespace Skiplink.PageModel;

/// <summary>
/// What an inline style says about whether text is seen. It reads declarations as CSS does (names and keywords in any case, the last
/// declaration of a property wins, <c>!important</c> first), and knows those properties alone that can hide text.
/// </summary>
internal struct InlineStyle
{
    /// <summary>A style is read as far as this.</summary>
    private const int MaxBytes = 4096;

    /// <summary>What is this many pixels away, or more, is off the page.</summary>
    private const double FarPixels = 500;

    /// <summary>An em in pixels, as sizes are compared; any usual size does.</summary>
    private const double Em = 16;

    /// <summary>The side of a large screen in pixels, of which viewport units and percentages are parts.</summary>
    private const double Screen = 600;

    /// <summary>Text of this many pixels, or less, cannot be read.</summary>
    private const double UnreadablePixels = 2;

    /// <summary>A box of this many pixels shows nothing.</summary>
    private const double NoPixels = 1;

    private static readonly SearchValues<byte> NumberSigns = SearchValues.Create("0123456789."u8);
    private static readonly SearchValues<byte> Digits = SearchValues.Create("123456789"u8);

    private Marks _marks;

    /// <summary>The colour of the text, where the style gives it.</summary>
    public CssColor Color;

    /// <summary>The colour of the ground, where the style gives it.</summary>
    public CssColor Ground;

    [Flags]
    private enum Marks : uint
    {
        None = 0,
        DisplayNone = 1 << 0,
        Invisible = 1 << 1,
        Visible = 1 << 2,
        Transparent = 1 << 3,
        NoWidth = 1 << 4,
        NoHeight = 1 << 5,
        OverflowHidden = 1 << 6,
        ClippedBox = 1 << 7,
        ClippedPath = 1 << 8,
        Positioned = 1 << 9,
        FarPosition = 1 << 10,
        FarIndent = 1 << 11,
        FarTransform = 1 << 12,
        TinyFont = 1 << 13,
        FontSize = 1 << 14,
        Moving = 1 << 15,
        Image = 1 << 16,
        FarMargin = 1 << 17,
        SetsGround = 1 << 18,
    }

    /// <summary>Whether the style sets the size of the font to one that can be read.</summary>
    public readonly bool SetsReadableFont => (_marks & (Marks.FontSize | Marks.TinyFont)) == Marks.FontSize;

    /// <summary>Whether the style makes text visible within what is <c>visibility: hidden</c>.</summary>
    public readonly bool IsVisible => Has(Marks.Visible);

    /// <summary>Whether the font is too small to be read.</summary>
    public readonly bool HasTinyFont => Has(Marks.TinyFont);

    /// <summary>Whether the style says <c>visibility: hidden</c>.</summary>
    public readonly bool IsInvisible => Has(Marks.Invisible);

    /// <summary>Whether the ground is an image or a gradient, whose colours are not known.</summary>
    public readonly bool HasImage => Has(Marks.Image);

    /// <summary>Whether a transparent box is the start of a movement that will show it.</summary>
    public readonly bool IsMoving => Has(Marks.Moving);

    /// <summary>
    /// Why nothing in the element is seen, whatever the styles in it say. Text that is moved away from a ground of its own is replaced by
    /// the image or the colour that the ground shows, and says the same.
    /// </summary>
    public readonly HiddenReason HidesSubtree =>
        Has(Marks.DisplayNone) ? HiddenReason.Display
        : Has(Marks.ClippedPath) || (Has(Marks.ClippedBox) && Has(Marks.Positioned)) ? HiddenReason.Clipped
        : Has(Marks.FarTransform) || Has(Marks.FarMargin) || (Has(Marks.FarPosition) && Has(Marks.Positioned))
            || (Has(Marks.FarIndent) && !Has(Marks.SetsGround)) ? HiddenReason.OffPage
        : Has(Marks.OverflowHidden) && Has(Marks.NoWidth) && Has(Marks.NoHeight) ? HiddenReason.Clipped
        : Has(Marks.OverflowHidden) && (Has(Marks.NoWidth) || Has(Marks.NoHeight)) ? HiddenReason.Collapsed
        : Has(Marks.Transparent) ? HiddenReason.Opacity
        : HiddenReason.None;

    /// <summary>Reads the value of a <c>style</c> attribute.</summary>
    public static InlineStyle Read(ReadOnlySpan<byte> style)
    {
        InlineStyle read = default;
        Marks important = Marks.None;
        style = style.Length > MaxBytes ? style[..MaxBytes] : style;
        while (!style.IsEmpty)
        {
            int end = style.IndexOf((byte)';');
            ReadOnlySpan<byte> declaration = end < 0 ? style : style[..end];
            style = end < 0 ? default : style[(end + 1)..];
            int colon = declaration.IndexOf((byte)':');
            if (colon <= 0)
                continue;
            ReadOnlySpan<byte> name = WithoutComment(declaration[..colon].TrimWhiteSpace());
            ReadOnlySpan<byte> value = WithoutComment(declaration[(colon + 1)..].TrimWhiteSpace());
            bool isImportant = value.IndexOf((byte)'!') is >= 0 and int mark && Ascii.EqualsIgnoreCase(
                value[(mark + 1)..].TrimWhiteSpace(), "important"u8);
            if (isImportant)
                value = value[..value.IndexOf((byte)'!')].TrimWhiteSpace();
            read.Set(name, value, isImportant, ref important);
        }
        return read;
    }

    private readonly bool Has(Marks mark) => (_marks & mark) != 0;

    private void Set(ReadOnlySpan<byte> name, ReadOnlySpan<byte> value, bool isImportant, ref Marks important)
    {
        if (name.Length >= 10 && Is(name[..10], "background"u8))
            _marks |= Marks.SetsGround;
        if (name.Length is < 3 or > 16 || value.IsEmpty)
            return;
        switch (name[0] | 0x20)
        {
            case 'd' when Is(name, "display"u8):
                Put(Marks.DisplayNone, Is(value, "none"u8), isImportant, ref important);
                break;
            case 'v' when Is(name, "visibility"u8):
                Put(Marks.Invisible, Is(value, "hidden"u8) || Is(value, "collapse"u8), isImportant, ref important);
                Put(Marks.Visible, Is(value, "visible"u8), isImportant, ref important);
                break;
            case 'o' when Is(name, "opacity"u8):
                Put(Marks.Transparent, NumberOf(value, out _) is >= 0 and < 0.02, isImportant, ref important);
                break;
            case 'o' when Is(name, "overflow"u8) || Is(name, "overflow-x"u8) || Is(name, "overflow-y"u8):
                Put(Marks.OverflowHidden, Is(value, "hidden"u8) || Is(value, "clip"u8), isImportant, ref important);
                break;
            case 'w' when Is(name, "width"u8):
                Put(Marks.NoWidth, IsNothing(value), isImportant, ref important);
                break;
            case 'h' when Is(name, "height"u8):
                Put(Marks.NoHeight, IsNothing(value), isImportant, ref important);
                break;
            case 'm' when Is(name, "max-width"u8) && IsNothing(value):
                _marks |= Marks.NoWidth;
                break;
            case 'm' when Is(name, "max-height"u8) && IsNothing(value):
                _marks |= Marks.NoHeight;
                break;
            case 'm' when Is(name, "margin-left"u8) || Is(name, "margin-top"u8):
                Put(Marks.FarMargin, Pixels(value) is <= -FarPixels * 2, isImportant, ref important);
                break;
            case 'c' when Is(name, "clip"u8):
                Put(Marks.ClippedBox, IsEmptyRectangle(value), isImportant, ref important);
                break;
            case 'c' when Is(name, "clip-path"u8):
                Put(Marks.ClippedPath, IsEmptyPath(value), isImportant, ref important);
                break;
            case 'p' when Is(name, "position"u8):
                Put(Marks.Positioned, Is(value, "absolute"u8) || Is(value, "fixed"u8), isImportant, ref important);
                break;
            case 'l' when Is(name, "left"u8):
            case 'r' when Is(name, "right"u8):
            case 't' when Is(name, "top"u8):
            case 'b' when Is(name, "bottom"u8):
                if (Pixels(value) is <= -FarPixels || (name.Length < 5 && Pixels(value) is >= FarPixels * 10))
                    _marks |= Marks.FarPosition;
                break;
            case 'i' when Is(name, "inset"u8) && Pixels(value) is <= -FarPixels:
                _marks |= Marks.FarPosition;
                break;
            case 't' when Is(name, "text-indent"u8):
                Put(Marks.FarIndent, Pixels(value) is <= -FarPixels or >= FarPixels * 4, isImportant, ref important);
                break;
            case 't' when Is(name, "transform"u8):
                Put(Marks.FarTransform, IsFarTransform(value), isImportant, ref important);
                _marks |= Is(value, "none"u8) ? Marks.None : Marks.Moving;
                break;
            case 't' when Is(name, "transition"u8):
            case 'w' when Is(name, "will-change"u8):
            case 'a' when Is(name, "animation"u8) || Is(name, "animation-name"u8):
                _marks |= Marks.Moving;
                break;
            case 'f' when Is(name, "font-size"u8):
                SetFont(value, isImportant, ref important);
                break;
            case 'c' when Is(name, "color"u8):
                if (CssColor.TryParse(value, out CssColor color))
                    Color = color;
                break;
            case 'b' when Is(name, "background-color"u8) || Is(name, "background"u8):
                SetGround(value);
                break;
            case 'b' when Is(name, "background-image"u8) && !Is(value, "none"u8):
                _marks |= Marks.Image;
                break;
            default:
                break;
        }
    }

    private void Put(Marks mark, bool isSet, bool isImportant, ref Marks important)
    {
        if (!isImportant && (important & mark) != 0)
            return;
        important |= isImportant ? mark : Marks.None;
        _marks = isSet ? _marks | mark : _marks & ~mark;
    }

    private void SetFont(ReadOnlySpan<byte> value, bool isImportant, ref Marks important)
    {
        if (Is(value, "inherit"u8) || Is(value, "smaller"u8) || Is(value, "larger"u8))
            return;
        double size = NumberOf(value, out ReadOnlySpan<byte> unit);
        bool isRelative = Is(unit, "em"u8) || Is(unit, "%"u8);
        bool isTiny = !double.IsNaN(size)
            && (isRelative ? size * (Is(unit, "%"u8) ? 0.01 : 1) * Em : Pixels(value) ?? Em) is >= 0 and <= UnreadablePixels;
        // A part of nothing is nothing: only other sizes make text large again that stands in text without size.
        Put(Marks.FontSize, isTiny || !isRelative, isImportant, ref important);
        Put(Marks.TinyFont, isTiny, isImportant, ref important);
    }

    private void SetGround(ReadOnlySpan<byte> value)
    {
        if (CssColor.TryParse(value, out CssColor color))
        {
            Ground = color;
            return;
        }
        // The shorthand: one of its parts may be a colour, another an image.
        _marks |= value.IndexOf((byte)'(') >= 0 && !value.StartsWith("rgb"u8) ? Marks.Image : Marks.None;
        int space = value.IndexOf((byte)' ');
        if (space > 0 && CssColor.TryParse(value[..space], out color))
            Ground = color;
        else
            _marks |= Marks.Image;
    }

    private static bool Is(ReadOnlySpan<byte> text, ReadOnlySpan<byte> keyword) => Ascii.EqualsIgnoreCase(text, keyword);

    private static ReadOnlySpan<byte> WithoutComment(ReadOnlySpan<byte> text)
    {
        if (text.StartsWith("/*"u8) && text.IndexOf("*/"u8) is > 0 and int end)
            return text[(end + 2)..].TrimWhiteSpace();
        return text.IndexOf("/*"u8) is > 0 and int start ? text[..start].TrimWhiteSpace() : text;
    }

    private static bool IsNothing(ReadOnlySpan<byte> value) => Pixels(value) is >= 0 and <= NoPixels;

    /// <summary>The number that a value begins with, and the unit behind it; not a number where there is none.</summary>
    private static double NumberOf(ReadOnlySpan<byte> value, out ReadOnlySpan<byte> unit)
    {
        unit = default;
        bool isSigned = value is [(byte)'-' or (byte)'+', ..];
        int length = value[(isSigned ? 1 : 0)..].IndexOfAnyExcept(NumberSigns);
        ReadOnlySpan<byte> digits = length < 0 ? value : value[..(length + (isSigned ? 1 : 0))];
        if (digits.Length > 30 || !Utf8Parser.TryParse(digits, out double number, out int used) || used != digits.Length)
            return double.NaN;
        unit = value[digits.Length..];
        return number;
    }

    /// <summary>About how many pixels a length has; null when it is no single length.</summary>
    private static double? Pixels(ReadOnlySpan<byte> value)
    {
        double number = NumberOf(value, out ReadOnlySpan<byte> unit);
        double scale = unit.IsEmpty || Is(unit, "px"u8) ? 1
            : Is(unit, "em"u8) || Is(unit, "rem"u8) ? Em
            : Is(unit, "pt"u8) ? 4 / 3d
            : Is(unit, "%"u8) || Is(unit, "vw"u8) || Is(unit, "vh"u8) ? Screen / 100
            : Is(unit, "ex"u8) || Is(unit, "ch"u8) ? Em / 2
            : Is(unit, "cm"u8) ? 37.8 : Is(unit, "mm"u8) ? 3.78 : Is(unit, "in"u8) ? 96 : double.NaN;
        double pixels = number * scale;
        return double.IsNaN(pixels) ? null : pixels;
    }

    /// <summary>Whether <c>rect(top, right, bottom, left)</c> has no height or no width, or a pixel of each.</summary>
    private static bool IsEmptyRectangle(ReadOnlySpan<byte> value)
    {
        Span<double> sides = stackalloc double[4];
        if (!value.StartsWith("rect("u8) || value[^1] != ')' || Lengths(value[5..^1], sides) != 4)
            return false;
        return Math.Abs(sides[2] - sides[0]) <= NoPixels || Math.Abs(sides[1] - sides[3]) <= NoPixels;
    }

    /// <summary>Whether <c>inset()</c> takes off a half or more, or <c>circle()</c> has no radius.</summary>
    private static bool IsEmptyPath(ReadOnlySpan<byte> value)
    {
        if (value.StartsWith("circle(0"u8) || value.StartsWith("ellipse(0"u8))
            return value.IndexOfAny(Digits) < 0 || value.IndexOf(" at "u8) > 0;
        if (!value.StartsWith("inset("u8) || value[^1] != ')')
            return false;
        ReadOnlySpan<byte> inside = value[6..^1];
        double first = NumberOf(inside, out ReadOnlySpan<byte> unit);
        return Is(unit, "%"u8) && first >= 50;
    }

    private static bool IsFarTransform(ReadOnlySpan<byte> value)
    {
        if (value.StartsWith("scale(0)"u8) || value.StartsWith("scale(0,"u8) || value.StartsWith("scaleX(0)"u8)
            || value.StartsWith("scaleY(0)"u8))
            return true;
        if (!value.StartsWith("translate"u8) || value.IndexOf((byte)'(') is not (> 0 and var open))
            return false;
        Span<double> by = stackalloc double[4];
        int end = value.IndexOf((byte)')');
        int count = end < open ? 0 : Lengths(value[(open + 1)..end], by);
        // Percentages are of the element itself, so a hundred of them is a slide and nothing far.
        return count > 0 && value[..end].IndexOf((byte)'%') < 0 && by[..count].IndexOfAnyInRange(-1e9, -FarPixels * 2) >= 0;
    }

    /// <summary>Reads lengths in pixels with commas or spaces between; returns how many there are.</summary>
    private static int Lengths(ReadOnlySpan<byte> text, Span<double> lengths)
    {
        int count = 0;
        while (count < lengths.Length && !(text = text.TrimStart(" ,\t\n"u8)).IsEmpty)
        {
            int end = text.IndexOfAny(" ,\t\n"u8);
            lengths[count++] = Pixels(end < 0 ? text : text[..end]) ?? double.NaN;
            text = end < 0 ? default : text[end..];
        }
        return count;
    }
}
