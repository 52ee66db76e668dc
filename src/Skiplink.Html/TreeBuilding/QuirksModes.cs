using System.Text;
using Skiplink.Html.Arena;
using Skiplink.Html.Tokenizing;

namespace Skiplink.Html.TreeBuilding;

/// <summary>Which doctypes ask for quirks mode (https://html.spec.whatwg.org/#the-initial-insertion-mode).</summary>
internal static class QuirksModes
{
    /// <summary>Public identifiers, or their beginnings, that mean quirks mode; in lower case, one per line.</summary>
    private static ReadOnlySpan<byte> QuirksPrefixes =>
        """
        +//silmaril//dtd html pro v0r11 19970101//
        -//as//dtd html 3.0 aswedit + extensions//
        -//advasoft ltd//dtd html 3.0 aswedit + extensions//
        -//ietf//dtd html 2.0 level 1//
        -//ietf//dtd html 2.0 level 2//
        -//ietf//dtd html 2.0 strict level 1//
        -//ietf//dtd html 2.0 strict level 2//
        -//ietf//dtd html 2.0 strict//
        -//ietf//dtd html 2.0//
        -//ietf//dtd html 2.1e//
        -//ietf//dtd html 3.0//
        -//ietf//dtd html 3.2 final//
        -//ietf//dtd html 3.2//
        -//ietf//dtd html 3//
        -//ietf//dtd html level 0//
        -//ietf//dtd html level 1//
        -//ietf//dtd html level 2//
        -//ietf//dtd html level 3//
        -//ietf//dtd html strict level 0//
        -//ietf//dtd html strict level 1//
        -//ietf//dtd html strict level 2//
        -//ietf//dtd html strict level 3//
        -//ietf//dtd html strict//
        -//ietf//dtd html//
        -//metrius//dtd metrius presentational//
        -//microsoft//dtd internet explorer 2.0 html strict//
        -//microsoft//dtd internet explorer 2.0 html//
        -//microsoft//dtd internet explorer 2.0 tables//
        -//microsoft//dtd internet explorer 3.0 html strict//
        -//microsoft//dtd internet explorer 3.0 html//
        -//microsoft//dtd internet explorer 3.0 tables//
        -//netscape comm. corp.//dtd html//
        -//netscape comm. corp.//dtd strict html//
        -//o'reilly and associates//dtd html 2.0//
        -//o'reilly and associates//dtd html extended 1.0//
        -//o'reilly and associates//dtd html extended relaxed 1.0//
        -//sq//dtd html 2.0 hotmetal + extensions//
        -//softquad software//dtd hotmetal pro 6.0::19990601::extensions to html 4.0//
        -//softquad//dtd hotmetal pro 4.0::19971010::extensions to html 4.0//
        -//spyglass//dtd html 2.0 extended//
        -//sun microsystems corp.//dtd hotjava html//
        -//sun microsystems corp.//dtd hotjava strict html//
        -//w3c//dtd html 3 1995-03-24//
        -//w3c//dtd html 3.2 draft//
        -//w3c//dtd html 3.2 final//
        -//w3c//dtd html 3.2//
        -//w3c//dtd html 3.2s draft//
        -//w3c//dtd html 4.0 frameset//
        -//w3c//dtd html 4.0 transitional//
        -//w3c//dtd html experimental 19960712//
        -//w3c//dtd html experimental 970421//
        -//w3c//dtd w3 html//
        -//w3o//dtd w3 html 3.0//
        -//webtechs//dtd mozilla html 2.0//
        -//webtechs//dtd mozilla html//
        """u8;

    public static HtmlQuirksMode Of(Utf8Storage text, in DoctypeToken doctype)
    {
        ReadOnlySpan<byte> publicId = text.BytesOf(doctype.PublicId), systemId = text.BytesOf(doctype.SystemId);
        bool isHtml = doctype.HasName && text.BytesOf(doctype.Name).SequenceEqual("html"u8);
        if (doctype.ForceQuirks || !isHtml || MeansQuirks(publicId)
            || Ascii.EqualsIgnoreCase(systemId, "http://www.ibm.com/data/dtd/v11/ibmxhtml1-transitional.dtd"u8))
            return HtmlQuirksMode.Quirks;
        bool html4 = StartsWith(publicId, "-//w3c//dtd html 4.01 frameset//"u8)
            || StartsWith(publicId, "-//w3c//dtd html 4.01 transitional//"u8);
        if (html4)
            return doctype.HasSystemId ? HtmlQuirksMode.LimitedQuirks : HtmlQuirksMode.Quirks;
        return StartsWith(publicId, "-//w3c//dtd xhtml 1.0 frameset//"u8) || StartsWith(publicId, "-//w3c//dtd xhtml 1.0 transitional//"u8)
            ? HtmlQuirksMode.LimitedQuirks
            : HtmlQuirksMode.NoQuirks;
    }

    private static bool MeansQuirks(ReadOnlySpan<byte> publicId)
    {
        if (publicId.IsEmpty)
            return false;
        if (Ascii.EqualsIgnoreCase(publicId, "-//w3o//dtd w3 html strict 3.0//en//"u8)
            || Ascii.EqualsIgnoreCase(publicId, "-/w3c/dtd html 4.0 transitional/en"u8)
            || Ascii.EqualsIgnoreCase(publicId, "html"u8))
            return true;
        ReadOnlySpan<byte> prefixes = QuirksPrefixes;
        foreach (Range range in prefixes.Split((byte)'\n'))
        {
            if (StartsWith(publicId, prefixes[range]))
                return true;
        }
        return false;
    }

    private static bool StartsWith(ReadOnlySpan<byte> text, ReadOnlySpan<byte> prefix) =>
        text.Length >= prefix.Length && Ascii.EqualsIgnoreCase(text[..prefix.Length], prefix);
}
