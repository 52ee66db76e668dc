using Xunit;

namespace Skiplink.Tests.Surroundings;

/// <summary>Comments in the markup of many makes and languages: name, date, depth, address and text of each.</summary>
public class CommentMarkupTests
{
    [Fact]
    public void A_list_of_comments_with_a_name_a_date_and_a_button_each() => Is(
        """
        <ol id=all class=commentlist>
        <li class="comment even depth-1" id=comment-11><div class="comment-author vcard">
        <cite class=fn>Ann</cite> <span class=says>says:</span></div>
        <div class=comment-meta><a href="#comment-11">March 4, 2011 at 9:59 am</a></div><p>The bridge was never safe.</p>
        <p>I told them twice.</p>
        <div class=reply><a href="?reply=11#respond">Reply</a></div></li>
        <li class="comment odd depth-1" id=comment-12><div class="comment-author vcard">
        <cite class=fn>Tom Hill</cite> <span class=says>says:</span></div>
        <div class=comment-meta><a href="#comment-12">March 5, 2011 at 7:00 pm</a></div><p>So close it.</p>
        <div class=reply><a href="?reply=12#respond">Reply</a></div></li>
        <li class="comment even depth-1" id=comment-13><div class="comment-author vcard">
        <cite class=fn>gull</cite> <span class=says>says:</span></div>
        <div class=comment-meta><a href="#comment-13">March 6, 2011 at 8:00 am</a></div><p>At last.</p>
        <div class=reply><a href="?reply=13#respond">Reply</a></div></li></ol>
        """,
        "Ann | 2011-03-04T09:59 | 0 | #comment-11 | The bridge was never safe.//I told them twice.",
        "Tom Hill | 2011-03-05T19:00 | 0 | #comment-12 | So close it.",
        "gull | 2011-03-06T08:00 | 0 | #comment-13 | At last.");

    [Fact]
    public void Answers_nested_in_what_they_answer_are_deeper() => Is(
        """
        <ul id=all><li class=c id=c1><b class=author>Ann</b> <time datetime=2020-01-02T10:00:00Z>yesterday</time><p>First of all, no.</p>
        <ul><li class=c id=c2><b class=author>Bo</b> <time datetime=2020-01-02T11:00:00Z>today</time><p>Why not then?</p>
        <ul><li class=c id=c3><b class=author>Ann</b> <time datetime=2020-01-02T12:00:00Z>today</time><p>Because of the ice.</p></ul></ul>
        <li class=c id=c4><b class=author>Cy</b> <time datetime=2020-01-03T10:00:00Z>today</time><p>The ice is gone.</p></ul>
        """,
        "Ann | 2020-01-02T10:00:00Z | 0 | #c1 | First of all, no.",
        "Bo | 2020-01-02T11:00:00Z | 1 | #c2 | Why not then?",
        "Ann | 2020-01-02T12:00:00Z | 2 | #c3 | Because of the ice.",
        "Cy | 2020-01-03T10:00:00Z | 0 | #c4 | The ice is gone.");

    [Fact]
    public void Terms_and_definitions_in_turns_are_comments() => Is(
        """
        <dl id=all>
        <dt id=c501><a href=/u/1>Ann</a> said...</dt><dd><p>What a fine bridge that was.</p></dd><dd class=foot>
        <a href="#c501">4 March 2011 09:59</a></dd>
        <dt id=c502><a href=/u/2>Tom</a> said...</dt><dd><p>It was, and it is no more.</p></dd><dd class=foot>
        <a href="#c502">5 March 2011 10:00</a></dd>
        <dt id=c503><a href=/u/3>Eve</a> said...</dt><dd><p>We will build it again.</p></dd><dd class=foot>
        <a href="#c503">6 March 2011 11:00</a></dd>
        </dl>
        """,
        "Ann | 2011-03-04T09:59 | 0 | #c501 | What a fine bridge that was.",
        "Tom | 2011-03-05T10:00 | 0 | #c502 | It was, and it is no more.",
        "Eve | 2011-03-06T11:00 | 0 | #c503 | We will build it again.");

    [Fact]
    public void A_footer_line_behind_each_text_belongs_to_it() => Is(
        """
        <div id=all><p>What a fine bridge that was, and how long it stood.</p><p class=posted>Posted by: Ann | March 4, 2011 at 09:59</p>
        <p>It was. It is no more, and I miss it.</p><p>So does my dog.</p><p class=posted>Posted by: Tom | March 5, 2011 at 10:00</p>
        <p>We will build it again before the winter.</p><p class=posted>Posted by: Eve | March 6, 2011 at 11:00</p></div>
        """,
        "Ann | 2011-03-04T09:59 | 0 |  | What a fine bridge that was, and how long it stood.",
        "Tom | 2011-03-05T10:00 | 0 |  | It was. It is no more, and I miss it.//So does my dog.",
        "Eve | 2011-03-06T11:00 | 0 |  | We will build it again before the winter.");

    [Fact]
    public void Rows_of_an_old_table_are_comments() => Is(
        """
        <table id=all><tr><td><b>Ann</b><br>04.03.2011 09:59</td><td>Die Brücke war nie sicher.</td></tr>
        <tr><td><b>Jörg</b><br>05.03.2011 10:00</td><td>Dann sperrt sie doch endlich.</td></tr>
        <tr><td><b>Uwe</b><br>06.03.2011 11:00</td><td>Und wo fahren wir dann?</td></tr></table>
        """,
        "Ann | 2011-03-04T09:59 | 0 |  | Die Brücke war nie sicher.",
        "Jörg | 2011-03-05T10:00 | 0 |  | Dann sperrt sie doch endlich.",
        "Uwe | 2011-03-06T11:00 | 0 |  | Und wo fahren wir dann?");

    [Fact]
    public void A_row_with_the_name_and_one_with_the_text_are_one_comment() => Is(
        """
        <table id=all><tr class=head><td>Ann, 4 March 2011 09:59</td></tr><tr><td>The bridge was never safe.</td></tr>
        <tr class=head><td>Tom, 5 March 2011 10:00</td></tr><tr><td>Then close it, all of you.</td></tr>
        <tr class=head><td>Eve, 6 March 2011 11:00</td></tr><tr><td>And how do we get home?</td></tr></table>
        """,
        "Ann | 2011-03-04T09:59 | 0 |  | The bridge was never safe.",
        "Tom | 2011-03-05T10:00 | 0 |  | Then close it, all of you.",
        "Eve | 2011-03-06T11:00 | 0 |  | And how do we get home?");

    [Fact]
    public void Russian_comments_with_buttons_that_repeat() => Is(
        """
        <div id=all><div class=item><span class=nick>Анна</span> <span>4 марта 2011, 09:59</span>
        <div>Мост никогда не был безопасным.</div><a href=#>Ответить</a></div>
        <div class=item><span class=nick>Олег</span> <span>5 марта 2011, 10:00</span><div>Так закройте его наконец.</div>
        <a href=#>Ответить</a></div>
        <div class=item><span class=nick>Ева</span> <span>6 марта 2011, 11:00</span><div>А как мы попадём домой?</div>
        <a href=#>Ответить</a></div></div>
        """,
        "Анна | 2011-03-04T09:59 | 0 |  | Мост никогда не был безопасным.",
        "Олег | 2011-03-05T10:00 | 0 |  | Так закройте его наконец.",
        "Ева | 2011-03-06T11:00 | 0 |  | А как мы попадём домой?");

    [Fact]
    public void Chinese_comments() => Is(
        """
        <ul id=all><li><cite>小明</cite><em>2011年3月4日 09:59</em><p>这座桥从来都不安全。</p></li>
        <li><cite>王芳</cite><em>2011年3月5日 10:00</em><p>那就赶快把它关闭吧。</p></li>
        <li><cite>李雷</cite><em>2011年3月6日 11:00</em><p>我们怎么回家呢？</p></li></ul>
        """,
        "小明 | 2011-03-04T09:59 | 0 |  | 这座桥从来都不安全。",
        "王芳 | 2011-03-05T10:00 | 0 |  | 那就赶快把它关闭吧。",
        "李雷 | 2011-03-06T11:00 | 0 |  | 我们怎么回家呢？");

    [Fact]
    public void Polish_comments_under_a_line_with_name_and_date() => Is(
        """
        <div id=all><div class=kom><p>~Anna, 4 marca 2011 09:59</p><p>Ten most nigdy nie był bezpieczny.</p><a>zgłoś do moderacji</a></div>
        <div class=kom><p>~Jan, 5 marca 2011 10:00</p><p>To go wreszcie zamknijcie.</p><a>zgłoś do moderacji</a></div>
        <div class=kom><p>~Ewa, 6 marca 2011 11:00</p><p>A jak wrócimy do domu?</p><a>zgłoś do moderacji</a></div></div>
        """,
        "Anna | 2011-03-04T09:59 | 0 |  | Ten most nigdy nie był bezpieczny.",
        "Jan | 2011-03-05T10:00 | 0 |  | To go wreszcie zamknijcie.",
        "Ewa | 2011-03-06T11:00 | 0 |  | A jak wrócimy do domu?");

    [Fact]
    public void Greek_comments() => Is(
        """
        <ol id=all><li id=k-1><strong>Άννα</strong><small>4 Μαρτίου 2011 09:59</small><p>Η γέφυρα δεν ήταν ποτέ ασφαλής.</p></li>
        <li id=k-2><strong>Νίκος</strong><small>5 Μαρτίου 2011 10:00</small><p>Κλείστε την επιτέλους.</p></li>
        <li id=k-3><strong>Εύα</strong><small>6 Μαρτίου 2011 11:00</small><p>Και πώς θα γυρίσουμε;</p></li></ol>
        """,
        "Άννα | 2011-03-04T09:59 | 0 | #k-1 | Η γέφυρα δεν ήταν ποτέ ασφαλής.",
        "Νίκος | 2011-03-05T10:00 | 0 | #k-2 | Κλείστε την επιτέλους.",
        "Εύα | 2011-03-06T11:00 | 0 | #k-3 | Και πώς θα γυρίσουμε;");

    [Fact]
    public void Words_that_all_names_share_are_none_of_the_name_in_any_language() => Is(
        """
        <div id=all><div class=x><p><b>Ann</b> zei qrst 4 March 2011</p><p>The bridge was never safe.</p></div>
        <div class=x><p><b>Tom</b> zei qrst 5 March 2011</p><p>Then close it, all of you.</p></div>
        <div class=x><p><b>Eve</b> zei qrst 6 March 2011</p><p>And how do we get home?</p></div></div>
        """,
        "Ann | 2011-03-04 | 0 |  | The bridge was never safe.",
        "Tom | 2011-03-05 | 0 |  | Then close it, all of you.",
        "Eve | 2011-03-06 | 0 |  | And how do we get home?");

    [Fact]
    public void Lines_between_line_breaks_are_told_apart() => Is(
        """
        <div id=all><div class=c><b>Ann</b><br>4 March 2011 09:59<br>The bridge was never safe.<br>I told them.</div>
        <div class=c><b>Tom</b><br>5 March 2011 10:00<br>Then close it, all of you.</div></div>
        """,
        "Ann | 2011-03-04T09:59 | 0 |  | The bridge was never safe./I told them.",
        "Tom | 2011-03-05T10:00 | 0 |  | Then close it, all of you.");

    [Fact]
    public void Text_without_elements_is_cut_at_its_date_lines() => Is(
        """
        <div id=all>Ann, 4 March 2011 09:59<br>The bridge was never safe, and they knew.<br>
        <br>Tom, 5 March 2011 10:00<br>Then close it, all of you.<br><br>
        Eve, 6 March 2011 11:00<br>And how do we get home?</div>
        """,
        "Ann | 2011-03-04T09:59 | 0 |  | The bridge was never safe, and they knew.",
        "Tom | 2011-03-05T10:00 | 0 |  | Then close it, all of you.",
        "Eve | 2011-03-06T11:00 | 0 |  | And how do we get home?");

    [Fact]
    public void Depth_stands_in_an_indent() => Is(
        """
        <div id=all><div class=m style="margin-left: 0px"><b>Ann</b> <i>4 March 2011</i><p>The bridge was never safe.</p></div>
        <div class=m style="margin-left: 25px"><b>Tom</b> <i>5 March 2011</i><p>Then close it, all of you.</p></div>
        <div class=m style="margin-left: 50px"><b>Ann</b> <i>6 March 2011</i><p>Nobody listens to me here.</p></div>
        <div class=m style="margin-left: 0px"><b>Eve</b> <i>7 March 2011</i><p>And how do we get home?</p></div></div>
        """,
        "Ann | 2011-03-04 | 0 |  | The bridge was never safe.",
        "Tom | 2011-03-05 | 1 |  | Then close it, all of you.",
        "Ann | 2011-03-06 | 2 |  | Nobody listens to me here.",
        "Eve | 2011-03-07 | 0 |  | And how do we get home?");

    [Fact]
    public void Depth_stands_in_a_class() => Is(
        """
        <div id=all><div class="post level-1"><span class=user>Ann</span><p>The bridge was never safe.</p></div>
        <div class="post level-2"><span class=user>Tom</span><p>Then close it, all of you.</p></div>
        <div class="post level-1"><span class=user>Eve</span><p>And how do we get home?</p></div></div>
        """,
        "Ann |  | 0 |  | The bridge was never safe.",
        "Tom |  | 1 |  | Then close it, all of you.",
        "Eve |  | 0 |  | And how do we get home?");

    [Fact]
    public void A_lone_comment_has_its_parts_too() => Is(
        "<div id=all><h3>1 comment</h3><div class=comment id=comment-7><cite>Ann Lee</cite> says:<br>"
            + "<small>March 4, 2011 at 9:59 am</small><p>The bridge was never safe.</p></div></div>",
        "Ann Lee | 2011-03-04T09:59 | 0 | #comment-7 | The bridge was never safe.");

    [Fact]
    public void A_day_within_the_text_stays_there() => Is(
        """
        <ul id=all><li><cite>Ann</cite> <time datetime=2012-01-01>a day ago</time><p>On 4 March 2011 I stood on that bridge.</p></li>
        <li><cite>Tom</cite> <time datetime=2012-01-02>today</time><p>I did so on 5 March 2011, and it shook.</p></li></ul>
        """,
        "Ann | 2012-01-01 | 0 |  | On 4 March 2011 I stood on that bridge.",
        "Tom | 2012-01-02 | 0 |  | I did so on 5 March 2011, and it shook.");

    [Fact]
    public void Short_comments_are_comments_and_buttons_are_not() => Is(
        """
        <ul id=all><li id=c-1><cite>Ann</cite><p>Thanks!</p><a>Like</a> <a>Reply</a></li>
        <li id=c-2><cite>Tom</cite><p>Nice one</p><a>Like</a> <a>Reply</a></li><li id=c-3><cite>Eve</cite><p>No.</p>
        <a>Like</a> <a>Reply</a></li></ul>
        """,
        "Ann |  | 0 | #c-1 | Thanks!",
        "Tom |  | 0 | #c-2 | Nice one",
        "Eve |  | 0 | #c-3 | No.");

    [Fact]
    public void A_link_to_the_comment_is_its_address() => Is(
        """
        <div id=all><article><cite>Ann</cite> <a href="/story/page-2#n77">4 March 2011</a><p>The bridge was never safe.</p></article>
        <article><cite>Tom</cite> <a href="/story/page-2#n78">5 March 2011</a><p>Then close it, all of you.</p></article></div>
        """,
        "Ann | 2011-03-04 | 0 | /page-2#n77 | The bridge was never safe.",
        "Tom | 2011-03-05 | 0 | /page-2#n78 | Then close it, all of you.");

    [Fact]
    public void An_address_that_is_not_safe_is_none()
    {
        ReaderComment comment = Assert.Single(CommentPages.Read(
            "<div id=all><article><cite>Ann</cite> <a href=\"javascript:go('#n77')\">4 March 2011</a>"
            + "<p>The bridge was never safe.</p></article></div>"));
        Assert.Null(comment.Address);
    }

    [Fact]
    public void Days_are_read_in_the_order_of_the_language()
    {
        const string Page = "<div id=all><div class=c><b>Ann</b> <i>04/03/2011</i><p>The bridge was never safe.</p></div></div>";
        Assert.Equal("2011-04-03", Assert.Single(CommentPages.Read(Page, isMonthFirst: true)).Date);
        Assert.Equal("2011-03-04", Assert.Single(CommentPages.Read(Page, isMonthFirst: false)).Date);
    }

    [Fact]
    public void Comments_of_two_makes_on_one_page_stay_in_its_order() => Is(
        """
        <div id=all><ul><li id=fb-1><cite>Ann</cite> <time datetime=2012-01-01>x</time><p>The bridge was never safe.</p></li>
        <li id=fb-2><cite>Tom</cite> <time datetime=2012-01-02>x</time><p>Then close it, all of you.</p></li></ul>
        <table><tr id=row-1><td><cite>Eve</cite> 3 January 2012</td><td>And how do we get home?</td></tr>
        <tr id=row-2><td><cite>Uma</cite> 4 January 2012</td><td>By the ferry, of course.</td></tr></table></div>
        """,
        "Ann | 2012-01-01 | 0 | #fb-1 | The bridge was never safe.",
        "Tom | 2012-01-02 | 0 | #fb-2 | Then close it, all of you.",
        "Eve | 2012-01-03 | 0 | #row-1 | And how do we get home?",
        "Uma | 2012-01-04 | 0 | #row-2 | By the ferry, of course.");

    [Fact]
    public void Comments_in_json_ld_are_read_where_the_page_shows_none() => Is(
        """
        <script type="application/ld+json">{"@type":"NewsArticle","headline":"Bridge","comment":[
        {"@type":"Comment","author":{"@type":"Person","name":"Ann"},"dateCreated":"2020-01-02T10:00:00Z",
        "text":"The bridge\nwas never safe.","url":"#c1"},
        {"@type":"Comment","author":"Tom","datePublished":"2020-01-03","text":"Then close it."}]}</script><p>Text.</p>
        """,
        "Ann | 2020-01-02T10:00:00Z | 0 | #c1 | The bridge//was never safe.",
        "Tom | 2020-01-03 | 0 |  | Then close it.");

    [Fact]
    public void No_comments_are_no_comments()
    {
        Assert.Empty(CommentPages.Read("<p>The bridge was closed.</p>"));
        Assert.Empty(CommentPages.Read("<div id=all></div>"));
        Assert.Empty(CommentPages.Read("<div id=all><a>Reply</a></div>"));
    }

    private static void Is(string page, params string[] expected) => Assert.Equal(expected, CommentPages.Lines(page, isMonthFirst: true));
}
