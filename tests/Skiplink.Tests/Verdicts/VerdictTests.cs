using System.Text;
using System.Text.Json;
using Xunit;

namespace Skiplink.Tests;

/// <summary>Pages that are no pages to read, of several makes and languages, and pages to read that look a little like them.</summary>
public sealed class VerdictTests
{
    private const string Menu = "<header><nav><a href=/>Home</a> <a href=/news>News</a> <a href=/sport>Sport</a></nav></header>";
    private const string Foot = "<footer><p>© 2024 Example Ltd. <a href=/terms>Terms</a> <a href=/privacy>Privacy</a></p></footer>";

    private const string Story =
        "<p>The council decided on Tuesday to rebuild the old mill by the river, which has stood empty since the flood of 1998.</p>"
        + "<p>Work begins in May and will take two years; the town pays a third of the costs, and the county pays for what is left.</p>"
        + "<p>Anna Berg, who heads the building office, said that the wheel would turn again and that a small café would open beside "
        + "it.</p>"
        + "<p>Neighbours had asked for a bridge for people on foot instead, but the engineers found that the banks are too soft for "
        + "one.</p>"
        + "<p>The plans can be seen in the town hall until the end of the month, and letters about them will be answered by the "
        + "office.</p>";

    private const string Teasers =
        "<section><h2>Most read</h2><ul><li><a href=/1>Council votes on the new plan after a long debate about what it costs</a><li>"
        + "<a href=/2>Ferry to the islands stays in harbour for a third day of storm</a><li><a href=/3>School for four villages opens in "
        + "autumn with ninety pupils</a><li><a href=/4>Baker who found a Roman coin in the flour gives it to the town</a></ul></section>";

    private const string DeclaredPaywall =
        "<title>Mill to be rebuilt</title><script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"Mill\","
        + "\"isAccessibleForFree\":\"False\",\"wordCount\":980,\"hasPart\":{\"@type\":\"WebPageElement\",\"isAccessibleForFree\":false,"
        + "\"cssSelector\":\".rest\"}}</script><article><h1>Mill to be rebuilt</h1>" + Story + "</article>";

    public static TheoryData<string, string> ErrorPages => new()
    {
        { "en", $"<title>404 Not Found</title><center><h1>404 Not Found</h1></center><hr><center>nginx/1.18.0</center>" },
        { "en", $"<title>Page not found | Example</title>{Menu}<main><h1>Page not found</h1><p>Sorry, we can't find the page you are "
            + $"looking "
            + $"for. Try the search, or go back to the <a href=/>home page</a>.</p></main>{Foot}" },
        { "en", "<title>Error 503 Service Unavailable</title><h1>Service Unavailable</h1><p>HTTP Error 503. The service is "
            + "unavailable.</p>" },
        { "en", "<title>Access Denied</title><h1>Access Denied</h1><p>You don't have permission to access \"http://a.example/\" on this "
            + "server.<p>Reference #18.2f7d1702.1700000000.5b1c" },
        { "en", $"<title>Example News</title>{Menu}<div class=c><h2>Oops! 404</h2><p>The page you requested could not be "
            + $"found.</p></div>" },
        { "en", $"<title>Page Not Found - Example</title>{Menu}<h1>Sorry</h1><p>That page can’t be found.</p>{Teasers}{Foot}" },
        { "en", $"<title>Site Maintenance</title><h1>We’ll be back soon!</h1><p>We’re performing some maintenance at the moment.</p>" },
        { "en", $"<title>Example</title>{Menu}<h1>This article is no longer available</h1>{Foot}" },
        { "de", $"<title>Seite nicht gefunden – Beispiel</title>{Menu}<h1>Seite nicht gefunden</h1><p>Die von Ihnen gesuchte Seite gibt es "
            + $"nicht oder nicht mehr.</p>{Foot}" },
        { "fr", $"<title>Page introuvable - Exemple</title>{Menu}<h1>Erreur 404</h1><p>La page que vous recherchez n'existe "
            + $"plus.</p>{Foot}" },
        { "es", $"<title>Página no encontrada</title>{Menu}<h1>404</h1><p>Lo sentimos, la página que buscas no existe.</p>" },
        { "pl", $"<title>Nie znaleziono strony</title>{Menu}<h1>Błąd 404</h1><p>Strona, której szukasz, nie istnieje.</p>" },
        { "ru", $"<title>Страница не найдена</title>{Menu}<h1>Ошибка 404</h1><p>Запрашиваемая страница не существует.</p>" },
        { "el", $"<title>Η σελίδα δεν βρέθηκε</title>{Menu}<h1>404</h1><p>Η σελίδα που ζητήσατε δεν υπάρχει πια.</p>" },
        { "ja", "<title>ページが見つかりません</title><h1>ページが見つかりません</h1><p>お探しのページは移動または削除されました。</p>" },
        { "zh", "<title>404 - 页面不存在</title><div><h1>页面不存在</h1><p>您访问的页面不存在或已被删除。</p></div>" },
    };

    public static TheoryData<string, string> ConsentWalls => new()
    {
        { "en", "<title>Before you continue</title><div><h1>Before you continue</h1><p>We use cookies and data to deliver and maintain our "
            + "services, to measure how they are used, and to show personalised ads, depending on your settings.</p>"
            + "<form><button>Reject all</button><button>Accept all</button></form></div>" },
        { "de", "<title>Beispiel</title><div class=x><h2>Mit Werbung weiterlesen</h2><p>Besuchen Sie uns wie gewohnt mit Werbung und "
            + "Cookies. "
            + "Ihre Einwilligung können Sie jederzeit widerrufen; Einzelheiten stehen in der Datenschutzerklärung.</p><button>Zustimmen "
            + "und weiter</button><h2>… oder Abo abschließen</h2></div>" },
        { "fr", "<title>Exemple</title><section><p>Nous et nos partenaires utilisons des traceurs pour mesurer l'audience et afficher de "
            + "la "
            + "publicité personnalisée avec votre consentement.</p><button>Tout accepter</button><a href=#>Continuer sans accepter</a>"
            + "</section>" },
        { "en", "<title>Example</title><p>Our site uses cookies to show personalised ads. Your consent is needed before you can read it "
            + "here.</p><form><input type=submit value='I agree'></form>" },
        { "pl", "<title>Przykład</title><div><p>Szanujemy Twoją prywatność. My i nasi partnerzy używamy plików cookie, aby wyświetlać "
            + "reklamy "
            + "dopasowane do zainteresowań i mierzyć ich skuteczność.</p><button>Przejdź do serwisu</button></div>" },
    };

    public static TheoryData<string, string> LoginWalls => new()
    {
        { "en", $"<title>Log In - Example</title>{Menu}<h1>Log in</h1><form><label>E-mail</label><input name=m><label>Password</label>"
            + "<input type=password><button>Log in</button><a href=/f>Forgot password?</a></form>" },
        { "en", $"<title>Example Forum</title>{Menu}<div>You must be logged in to view this thread.</div>{Foot}" },
        { "de", $"<title>Anmelden</title>{Menu}<form><h2>Anmeldung</h2><input type=text><input "
            + $"type=password><button>Anmelden</button></form>" },
        { "ru", $"<title>Вход на сайт</title><form><h1>Вход</h1><input type=text><input type=PASSWORD><button>Войти</button></form>" },
        { "zh", "<title>用户登录</title><form><h1>登录</h1><input type=text><input type=password><button>登录</button></form>" },
    };

    public static TheoryData<string, string> Paywalls => new()
    {
        { "en", $"<title>Mill to be rebuilt</title>{Menu}<article><h1>Mill to be rebuilt</h1><p>The council decided on Tuesday to rebuild "
            + $"the "
            + "old mill by the river, which has stood empty since the flood of 1998, and the engineers have begun to measure it.</p>"
            + $"<div><p>Subscribe to continue reading</p><a href=/s>See the offers</a></div></article>{Foot}" },
        { "en", $"<title>Mill to be rebuilt</title>{Menu}<article><h1>Mill to be rebuilt</h1><p>The council decided on Tuesday to rebuild "
            + "the old mill by the river, which has stood empty since the flood of 1998.</p></article><div><h2>Subscribe to read the full "
            + $"article</h2><button>Start</button></div>{Teasers}{Foot}" },
        { "en", DeclaredPaywall },
        { "de", $"<title>Mühle wird aufgebaut</title>{Menu}<article><h1>Mühle wird aufgebaut</h1><p>Der Stadtrat hat am Dienstag "
            + $"beschlossen, "
            + "die alte Mühle am Fluss wieder aufzubauen, die seit dem Hochwasser von 1998 leer steht und langsam verfällt.</p>"
            + $"<section><h3>Weiterlesen mit Beispiel plus</h3><p>Monatlich kündbar</p></section></article>{Foot}" },
        { "fr", $"<title>Le moulin sera rebâti</title>{Menu}<article><h1>Le moulin sera rebâti</h1><p>Le conseil a décidé mardi de "
            + $"rebâtir le "
            + "vieux moulin au bord de la rivière, vide depuis la crue de 1998, et les ingénieurs ont commencé à le mesurer.</p>"
            + $"<p>Cet article est réservé aux abonnés. Il vous reste 85 % à lire.</p></article>{Foot}" },
        { "pl", $"<title>Młyn będzie odbudowany</title>{Menu}<article><h1>Młyn będzie odbudowany</h1><p>Rada miasta postanowiła we wtorek "
            + "odbudować stary młyn nad rzeką, który stoi pusty od powodzi w 1998 roku, a inżynierowie zaczęli go mierzyć.</p>"
            + $"<p>Dalsza część artykułu tylko dla prenumeratorów</p></article>{Foot}" },
    };

    public static TheoryData<string, string> ScriptShells => new()
    {
        { "en", "<title>App</title><noscript>You need to enable JavaScript to run this app.</noscript><div id=root></div><script src=a.js>"
            + "</script>" },
        { "en", "<title>Just a moment...</title><div><h1>a.example</h1><p>Checking your browser before accessing a.example.</p></div>" },
        { "xx", "<title>Shop</title><body><div id=app></div><script src=/main.js></script>" },
        { "xx", "<title>Forum</title><body><section id=splash><div class=preloader-image><div class=dots></div></div></section>" },
        { "xx", "<title>Shop</title><body><shop-root></shop-root><script src=/main.js></script>" },
        { "en", "<title>a.example</title><p>Please enable JS and disable any ad blocker</p><script src=x></script>" },
        { "en", "<title>App</title><header><a href=/>Logo</a></header><div id=root><div class=spinner>Loading...</div></div>" },
        { "de", "<title>Beispiel</title><noscript><p>Bitte aktivieren Sie JavaScript, um diese Seite zu sehen.</p></noscript><div "
            + "class=a></div>" },
        { "ru", "<title>Пример</title><noscript>Пожалуйста, включите JavaScript в браузере.</noscript><div "
            + "id=x></div><script>go()</script>" },
    };

    public static TheoryData<string, string> ParkedPages => new()
    {
        { "en", "<title>a.example</title><h1>a.example</h1><p>This domain is for sale.</p><a href=/buy>Buy this domain</a><ul><li><a "
            + "href=/1>"
            + "Insurance</a><li><a href=/2>Credit cards</a><li><a href=/3>Flights</a></ul>" },
        { "en", "<title>Welcome to nginx!</title><h1>Welcome to nginx!</h1><p>If you see this page, the nginx web server is successfully "
            + "installed and working. Further configuration is required.</p>" },
        { "en", "<title>Account Suspended</title><h1>Account Suspended</h1><p>This account has been suspended. Contact your "
            + "provider.</p>" },
        { "en", "<html><body><h1>It works!</h1></body></html>" },
        { "en", "<title>Coming Soon</title><h1>Coming Soon</h1><p>Our website is under construction.</p>" },
        { "de", "<title>a.example</title><p>Hier entsteht eine neue Internetpräsenz.</p><p>Diese Domain wurde registriert von …</p>" },
        { "ru", "<title>a.example</title><h1>Домен продаётся</h1><p>Вы можете купить этот домен.</p>" },
        { "zh", "<title>a.example</title><p>此域名正在出售</p><a href=/b>联系我们</a>" },
    };

    public static TheoryData<string> ToRead => new()
    {
        // A cookie banner, a login link, a login form in the menu, a box that advertises subscriptions.
        $"<title>Mill to be rebuilt</title>{Menu}<div class=cookie><p>We use cookies to show personalised ads with your "
            + $"consent.</p><button>"
            + $"Accept all</button></div><article><h1>Mill to be rebuilt</h1>{Story}</article>{Foot}",
        $"<title>Mill to be rebuilt</title>{Menu}<form><input type=password><button>Log in</button></form><article><h1>Mill to be "
            + $"rebuilt</h1>"
            + $"{Story}</article>{Foot}",
        $"<title>Mill to be rebuilt</title><article><h1>Mill to be "
            + $"rebuilt</h1>{Story}{Story.Replace("mill", "works", StringComparison.Ordinal)}"
            + $"{Story.Replace("river", "lake", StringComparison.Ordinal)}</article><p>Subscribe to keep reading stories like this "
            + $"one.</p>",
        // What pays for a text may be declared, and all of it be there.
        "<title>Mill to be rebuilt</title><script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"isAccessibleForFree\":false,"
            + $"\"wordCount\":115}}</script><article><h1>Mill to be rebuilt</h1>{Story}</article>",
        // A short text with a request to log in for those who want to write.
        "<title>Snow</title><article><h1>Snow</h1><p>It has snowed in the night, and the roads to the upper villages are closed until "
            + "noon, "
            + "says the county.</p></article><p>You must be logged in to post a comment.</p><p>You need to be logged in to reply.</p>",
        // Texts about errors, consent, domains and passwords.
        $"<title>How to mend a 404 Not Found error</title><article><h1>How to mend a 404 Not Found error</h1>{Story}</article>",
        $"<title>404 Not Found - HTTP | Reference</title><main><article><h1>404 Not Found</h1>{Long("status")}</article></main>",
        $"<title>Cookie policy</title><main><h1>Cookie policy</h1>{Long("cookie policy and consent")}<button>Accept all</button></main>",
        "<title>Gone</title><article><h1>Gone</h1><p>The heron that had stood by the weir each winter since the flood is gone, and nobody "
            + "in "
            + "the village has seen where it went. It came in the year in which the old mill was given up, and it stayed when the wheel "
            + "was "
            + "taken out and the pond was drained. Children fed it with roach, and the postman took its picture on each first of March. "
            + "Now "
            + "the stone on which it stood is empty, and the ducks have moved in under the bridge, where the water is still and deep, and "
            + "where the ice does not hold for longer than a day or two in the hardest of winters.</p></article>",
        $"<title>Fiat 500</title><article><h1>Fiat 500</h1>{Story}</article>",
        $"<title>Sign in with a key</title><article><h1>Sign in with a key</h1>{Story}</article><noscript>Enable JavaScript for "
            + $"comments.</noscript>",
        $"<title>Domains for sale: a history</title><article><h1>A history</h1>{Long("domain for sale")}</article>",
    };

    [Theory]
    [MemberData(nameof(ErrorPages))]
    public void An_error_page_is_told(string language, string page) => AssertVerdict(PageVerdict.ErrorPage, language, page);

    [Theory]
    [MemberData(nameof(ConsentWalls))]
    public void A_consent_wall_is_told(string language, string page) => AssertVerdict(PageVerdict.ConsentWall, language, page);

    [Theory]
    [MemberData(nameof(LoginWalls))]
    public void A_login_wall_is_told(string language, string page) => AssertVerdict(PageVerdict.LoginWall, language, page);

    [Theory]
    [MemberData(nameof(Paywalls))]
    public void A_paywall_is_told_with_how_much_is_shown(string language, string page)
    {
        Article article = AssertVerdict(PageVerdict.Paywall, language, page);
        Assert.InRange(article.Shown!.Value.Words, 15, 150);
    }

    [Theory]
    [MemberData(nameof(ScriptShells))]
    public void A_shell_that_scripts_fill_is_told(string language, string page) => AssertVerdict(PageVerdict.ScriptShell, language, page);

    [Theory]
    [MemberData(nameof(ParkedPages))]
    public void A_parked_domain_is_told(string language, string page) => AssertVerdict(PageVerdict.Parked, language, page);

    [Theory]
    [InlineData("")]
    [InlineData("<html><head><title>Nothing</title></head><body></body></html>")]
    [InlineData("<body><div><span> </span></div></body>")]
    public void A_page_without_text_is_empty(string page) => Assert.Equal(PageVerdict.Empty, Page.Read(page).Verdict);

    [Theory]
    [MemberData(nameof(ToRead))]
    public void A_page_with_a_text_has_no_verdict(string page)
    {
        Article article = Page.Read(page);
        Assert.Equal((PageVerdict.None, 0, null), (article.Verdict, article.Evidence.Count, article.Shown));
        Assert.DoesNotContain("\"verdict\"", article.ToJson(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_paywall_says_how_many_words_are_shown_of_how_many()
    {
        Article article = Page.Read(DeclaredPaywall);
        using JsonDocument json = JsonDocument.Parse(article.ToJson());
        Assert.Equal("paywall", json.RootElement.GetProperty("verdict").GetString());
        Assert.Equal(980, json.RootElement.GetProperty("shown").GetProperty("of").GetInt32());
        Assert.Equal(article.Shown!.Value.Words, json.RootElement.GetProperty("shown").GetProperty("words").GetInt32());
        Assert.Equal("isAccessibleForFree=false", json.RootElement.GetProperty("evidence")[0].GetProperty("markup").GetString());
    }

    [Fact]
    public void Evidence_names_the_block_that_says_it()
    {
        byte[] page = Encoding.UTF8.GetBytes($"<title>Example Forum</title>{Menu}<div>You must be logged in to view this thread.</div>");
        Explanation explanation = Page.Explain(page);
        VerdictEvidence evidence = Assert.Single(explanation.Article.Evidence);
        Assert.StartsWith("You must be logged in", explanation.Blocks[evidence.Block!.Value].Text, StringComparison.Ordinal);
        Assert.Equal("you must be logged in to view", evidence.Phrase);
        string html = ExplanationPage.Write(explanation, "forum.html");
        Assert.Contains("<b>login-wall</b>, by “you must be logged in to view”", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Front_matter_has_the_verdict() =>
        Assert.Contains(
            "\nverdict: error-page\n", FrontMatter.Write(Page.Read("<title>404 Not Found</title><h1>404 Not Found</h1>"), null, null),
            StringComparison.Ordinal);

    [Fact]
    public void Saved_text_has_no_verdict() =>
        Assert.Equal(PageVerdict.None, new PageReader().ReadSavedText(Encoding.UTF8.GetBytes("404 Not Found\n")).Verdict);

    private static Article AssertVerdict(PageVerdict verdict, string language, string page)
    {
        Article article = Page.Read(page);
        Assert.Equal((language, verdict), (language, article.Verdict));
        Assert.NotEmpty(article.Evidence);
        Assert.All(article.Evidence, static e => Assert.True(e.Phrase is not null || e.Markup is not null));
        using JsonDocument json = JsonDocument.Parse(article.ToJson());
        Assert.Equal(VerdictName.Of(verdict), json.RootElement.GetProperty("verdict").GetString());
        return article;
    }

    private static string Long(string about) =>
        string.Concat(Enumerable.Range(1, 25).Select(i =>
            $"<p>Chapter {i} of this text is about the {about} as it was understood in the year {1990 + i}, when servers and browsers were "
            + $"made by others than today, and it tells {i} stories of people who had to find out what it means in practice.</p>"));
}
