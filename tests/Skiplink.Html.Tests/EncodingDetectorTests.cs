using System.Text;
using Skiplink.Html.Encodings;
using Xunit;

namespace Skiplink.Html.Tests;

public sealed class EncodingDetectorTests
{
    static EncodingDetectorTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    private const string Russian = "Рыбаки вернулись в гавань поздно вечером, когда ветер уже стих."
        + " Старый маяк опять светил, и весь посёлок вышел на берег.";
    private const string Japanese = "港の人たちは朝早くから集まり、新しい船を見ていた。風が強かったので、出発は次の日になった。";

    [Theory]
    [InlineData("windows-1251", 1251, Russian)]
    [InlineData("KOI8-R", 20866, Russian)]
    [InlineData("IBM866", 866, Russian)]
    [InlineData("ISO-8859-5", 28595, Russian)]
    [InlineData("Shift_JIS", 932, Japanese)]
    [InlineData("EUC-JP", 51932, Japanese)]
    [InlineData("ISO-2022-JP", 50220, Japanese)]
    [InlineData("GBK", 54936, "渔民们很晚才回到港口，那时风已经停了。旧灯塔又亮了起来，全村的人都走到海边去看。")]
    [InlineData("Big5", 950, "漁民們很晚才回到港口，那時風已經停了。舊燈塔又亮了起來，全村的人都走到海邊去看。")]
    [InlineData("EUC-KR", 949, "어부들은 바람이 그친 늦은 저녁에야 항구로 돌아왔다. 오래된 등대가 다시 켜지고 마을 사람들이 모두 바닷가로 나왔다.")]
    [InlineData("windows-1253", 1253,
        "Οι ψαράδες γύρισαν αργά το βράδυ στο λιμάνι, όταν ο άνεμος είχε πια πέσει. Άναψε πάλι ο παλιός"
        + " φάρος.")]
    [InlineData("windows-1255", 1255, "הדייגים חזרו אל הנמל מאוחר בערב, כשהרוח כבר נרגעה. המגדלור הישן האיר שוב וכל הכפר יצא אל החוף.")]
    [InlineData("windows-1256", 1256, "عاد الصيادون إلى الميناء في وقت متأخر من المساء بعد أن هدأت الريح، وأضاءت المنارة القديمة من جديد.")]
    [InlineData("windows-874", 874, "ชาวประมงกลับมาถึงท่าเรือในเวลาค่ำ เมื่อลมสงบลงแล้ว และประภาคารเก่าก็ส่องแสงอีกครั้ง")]
    [InlineData("windows-1250", 1250,
        "Rybacy wrócili do portu późnym wieczorem, gdy wiatr już ścichł. Stara latarnia znów świeciła, a"
        + " cała wieś wyszła na brzeg.")]
    [InlineData("ISO-8859-2", 28592,
        "Rybáři se vrátili pozdě večer, když už vítr utichl. Starý maják znovu svítil a celá vesnice vyšla"
        + " na břeh, těšila se.")]
    [InlineData("windows-1254", 1254,
        "Balıkçılar rüzgâr dindiğinde akşam geç saatte limana döndü. Eski fener yine ışık saçıyordu, bütün"
        + " köy kıyıya çıktı.")]
    [InlineData("windows-1257", 1257,
        "Žvejai grįžo į uostą vėlai vakare, kai vėjas jau buvo nurimęs. Senasis švyturys vėl švietė, visi"
        + " išėjo į krantą.")]
    [InlineData("windows-1252", 1252,
        "Les pêcheurs sont rentrés tard dans la soirée, quand le vent était déjà tombé. Le phare brillait à"
        + " nouveau.")]
    [InlineData("windows-1252", 1252, "“Nobody’s boat was lost,” she said – not even the old ones…")]
    public void The_bytes_tell_an_encoding_that_nothing_declares(string name, int codePage, string text)
    {
        byte[] page = Encoding.GetEncoding(codePage).GetBytes($"<!doctype html><title>{text}</title><p>{text}</p>");
        HtmlDocument document = HtmlDocument.Parse(page);
        Assert.Equal(name, document.EncodingName);
        Assert.Equal(text, document.Body.TextContent);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Utf_16_without_a_mark_is_read(bool bigEndian)
    {
        byte[] page = new UnicodeEncoding(bigEndian, false).GetBytes(
            "<html><head><title>Naïve</title></head><body><p>Смелый план</p></body></html>");
        Assert.Equal("Смелый план", HtmlDocument.Parse(page).Body.TextContent);
    }

    [Fact]
    public void Declared_utf_8_is_not_believed_where_no_byte_is_utf_8()
    {
        byte[] page = Encoding.GetEncoding(1250).GetBytes(
            "<meta charset=utf-8><p>Příliš žluťoučký kůň pěl ďábelské ódy, a všichni ho slyšeli.");
        Assert.Equal("Příliš žluťoučký kůň pěl ďábelské ódy, a všichni ho slyšeli.", Checked(page).Body.TextContent);
    }

    [Fact]
    public void A_cut_page_in_utf_8_stays_utf_8()
    {
        byte[] page = [.. "<p>Смелый план"u8, 0xD0];
        Assert.Equal("UTF-8", Checked(page).EncodingName);
        Assert.Equal("UTF-8", Checked((byte[])[.. "<meta charset=utf-8>"u8, .. page]).EncodingName);
    }

    [Fact]
    public void A_declared_legacy_encoding_is_not_believed_where_all_is_utf_8()
    {
        byte[] page = [.. "<meta charset=windows-1251><p>"u8, .. Encoding.UTF8.GetBytes(Russian)];
        Assert.Equal(Russian, Checked(page).Body.TextContent);
    }

    [Fact]
    public void The_label_that_servers_add_to_every_page_is_not_believed_against_a_page_of_another_script()
    {
        byte[] page = Encoding.GetEncoding(1251).GetBytes($"<p>{Russian}");
        Assert.Equal("windows-1251", Checked(page, "iso-8859-1").EncodingName);
    }

    [Theory]
    [InlineData("windows-1252", 1252, "Les pêcheurs sont rentrés tard dans la soirée, et le phare brillait déjà à nouveau.")]
    [InlineData("windows-1250", 1250, "A halászok késő este tértek vissza, amikor a szél már elült, és a régi torony újra fénylett.")]
    [InlineData("KOI8-R", 20866, Russian)]
    public void A_declaration_that_fits_is_kept(string label, int codePage, string text)
    {
        byte[] page = Encoding.GetEncoding(codePage).GetBytes($"<meta charset={label}><p>{string.Join(' ', Enumerable.Repeat(text, 20))}");
        Assert.Equal(label, Checked(page).EncodingName);
    }

    [Fact]
    public void A_parser_believes_declarations_as_browsers_do()
    {
        byte[] page = [.. "<meta charset=windows-1251><p>"u8, .. Encoding.UTF8.GetBytes(Russian)];
        Assert.Equal("windows-1251", HtmlDocument.Parse(page).EncodingName);
    }

    private static HtmlDocument Checked(byte[] page, string? transport = null) =>
        new HtmlParser(null, checksDeclarations: true).Parse(page, transport);

    [Fact]
    public void Scripts_styles_and_tags_are_no_text_of_the_sample()
    {
        byte[] page = Encoding.Latin1.GetBytes("<script>'é'</script><style>/*ü*/</style><!-- ö --><p title='ä'>abc ñ def");
        Assert.Equal("c ñ de", Encoding.Latin1.GetString(TextSample.Of(page, 100, out int high)).Trim());
        Assert.Equal(1, high);
    }
}
