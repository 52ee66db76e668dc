using Xunit;

namespace Skiplink.Tests;

[Trait("Category", "HotPath")]
public sealed class LanguageTests
{
    [Theory]
    [InlineData(
        "en",
        "The council of the town voted on the plan for the harbour after a debate that lasted until the small hours, and nobody was "
        + "content with it.")]
    [InlineData(
        "de",
        "Der Rat der Stadt stimmte nach einer Debatte, die bis in die Nacht dauerte, über den Plan für den Hafen ab, und niemand war "
        + "damit zufrieden.")]
    [InlineData(
        "fr",
        "Le conseil de la ville a voté le plan pour le port après un débat qui a duré jusque dans la nuit, et personne n'en est content.")]
    [InlineData(
        "es",
        "El consejo de la ciudad votó el plan para el puerto después de un debate que duró hasta la madrugada, y nadie está contento con "
        + "el resultado.")]
    [InlineData(
        "it",
        "Il consiglio della città ha votato il piano per il porto dopo un dibattito che è durato fino alla notte, e nessuno "
        + "ne è contento.")]
    [InlineData(
        "pt",
        "O conselho da cidade votou o plano para o porto depois de um debate que durou até de madrugada, e ninguém ficou "
        + "contente com isso.")]
    [InlineData(
        "nl",
        "De raad van de stad stemde na een debat dat tot in de nacht duurde over het plan voor de haven, en niemand was er tevreden mee.")]
    [InlineData(
        "pl",
        "Rada miasta przyjęła plan dla portu po debacie, która trwała do późna w nocy, i nikt nie był z tego zadowolony, ale "
        + "tak już jest.")]
    [InlineData(
        "ru", "Совет города проголосовал за план для порта после спора, который шёл до ночи, и никто не был им доволен, но так и было.")]
    [InlineData(
        "uk",
        "Рада міста проголосувала за план для порту після суперечки, яка тривала до ночі, і ніхто не був ним задоволений, але це так.")]
    [InlineData(
        "tr",
        "Kent meclisi gece yarısına kadar süren bir tartışmadan sonra liman için hazırlanan planı oyladı ve kimse bu kadar memnun değil "
        + "gibi ama yine de bir karar var.")]
    [InlineData(
        "sv",
        "Stadens råd röstade om planen för hamnen efter en debatt som varade till natten, och ingen var nöjd med det som hade blivit av.")]
    [InlineData(
        "fi",
        "Kaupungin valtuusto äänesti sataman suunnitelmasta yöhön jatkuneen väittelyn jälkeen, eikä kukaan ollut siihen tyytyväinen, "
        + "mutta se on nyt niin kuin se on ja hän oli myös sitä mieltä.")]
    [InlineData(
        "cs",
        "Rada města hlasovala o plánu pro přístav po debatě, která se táhla do noci, a nikdo s ním nebyl spokojen, ale je to "
        + "tak, jak to je.")]
    [InlineData("ja", "市議会は深夜まで続いた議論の末に港の計画を採決したが、満足した者は一人もいなかった。")]
    [InlineData("zh", "市议会在持续到深夜的辩论之后就港口计划进行了表决，没有人对此感到满意。")]
    [InlineData("ko", "시의회는 밤늦게까지 이어진 토론 끝에 항구 계획을 표결했지만 만족한 사람은 아무도 없었다.")]
    [InlineData(
        "ar",
        "صوت مجلس المدينة على خطة الميناء بعد نقاش استمر حتى ساعات الليل ولم يكن أحد راضيا عن هذا القرار الذي كان من المنتظر أن يصدر في "
        + "وقت سابق إلى جانب قرارات أخرى")]
    [InlineData("hi", "नगर परिषद ने देर रात तक चली बहस के बाद बंदरगाह की योजना पर मतदान किया और इससे कोई भी खुश नहीं था।")]
    [InlineData("el", "Το συμβούλιο της πόλης ψήφισε το σχέδιο για το λιμάνι μετά από συζήτηση που κράτησε ως τη νύχτα.")]
    [InlineData("he", "מועצת העיר הצביעה על התוכנית לנמל אחרי דיון שנמשך עד הלילה, ואיש לא היה מרוצה ממנה.")]
    public void The_text_tells_its_language(string language, string text)
    {
        Assert.Equal(language, Read("", text)?.Value);
        Assert.Equal(MetadataSource.Text, Read("", text)?.Source);
        Assert.Equal((language, MetadataSource.Html), (Read($" lang={language}", text)!.Value, Read($" lang={language}", text)!.Source));
        // A page whose template says otherwise.
        Assert.Equal(language, Read(language == "en" ? " lang=ru" : " lang=en", text)?.Value.Split('-')[0]);
    }

    [Fact]
    public void A_declared_neighbour_is_believed()
    {
        const string Text =
            "Byens råd stemte over planen for havnen etter en debatt som varte til natten, og ingen var fornøyd med det som hadde "
            + "blitt av den.";
        Assert.Equal("nb-NO", Read(" lang=nb-NO", Text)?.Value);
        Assert.Equal("da", Read(" lang=da", Text)?.Value);
    }

    [Theory]
    [InlineData("<html lang=EN_gb>", "en-GB")]
    [InlineData("<meta http-equiv=content-language content='de-at'>", "de-AT")]
    [InlineData("<meta property=og:locale content=fr_CA>", "fr-CA")]
    [InlineData("<html lang='zh-hans-cn'>", "zh-Hans-CN")]
    [InlineData("<html lang=und>", null)]
    [InlineData("<html lang='{{ locale }}'>", null)]
    public void Declared_tags_are_tidied(string html, string? expected) =>
        Assert.Equal(expected, MetadataPage.Read(html + "<p>7</p>").Language?.Value);

    private static MetadataValue? Read(string attribute, string text) =>
        MetadataPage.Read(
            $"<html{attribute}><body><article><h1>7</h1><p>{text}</p><p>{text} 2</p><p>{text} 3</p></article></body></html>").Language;
}
