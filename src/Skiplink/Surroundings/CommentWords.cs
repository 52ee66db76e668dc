using System.Collections.Frozen;

namespace Skiplink.Surroundings;

/// <summary>
/// Words that stand beside the name of a comment's author, and on the buttons under it. Where a page has several comments, the words that
/// they share are found without any list; this one is for pages with one or two.
/// </summary>
internal static class CommentWords
{
    private static readonly FrozenSet<string> BesideNames = new[]
    {
        "by", "said", "says", "wrote", "writes", "commented", "posted", "comment", "from", "on", "at", "replied", "reply",
        "von", "schrieb", "schreibt", "sagt", "sagte", "meint", "am", "um", "par", "dit", "écrit", "de", "le", "por",
        "dice", "dijo",
        "escribió", "el", "em", "disse", "escreveu", "da", "scrive", "scritto", "ha", "il", "van", "zegt", "schreef", "op",
        "av", "säger", "skriver", "sier", "siger", "przez", "napisał", "napisała", "napisał(a)", "mówi", "pisze", "dodano",
        "пишет", "написал", "написала", "говорит", "сказал", "от", "автор", "опубликовано", "каже", "пише",
        "ο", "η", "είπε", "έγραψε", "λέει", "στις", "dedi", "yazdı", "diyor ki", "说", "说道", "發表", "发表", "より",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> Buttons = new[]
    {
        "reply", "reply to this", "report", "report abuse", "flag", "like", "dislike", "quote", "permalink", "link",
        "share", "edit", "delete", "up", "down",
        "vote up", "vote down", "log in to reply", "reply to this comment", "antworten", "melden", "zitieren", "zitat",
        "répondre",
        "signaler", "citer", "j'aime", "responder", "denunciar", "citar", "me gusta", "rispondi", "segnala", "mi piace",
        "beantwoorden", "reageren", "reageer", "svara", "svar", "svar på", "anmäl", "odpowiedz", "zgłoś", "cytuj",
        "zgłoś do moderacji", "ответить",
        "пожаловаться", "цитировать", "ссылка", "нравится", "απάντηση", "αναφορά", "yanıtla", "şikayet et", "回复", "举报",
        "引用", "顶",
        "返信", "답글", "신고",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a word stands beside names: <c>by</c>, <c>says</c>.</summary>
    public static bool IsBesideNames(string word) => BesideNames.Contains(word.Trim(Signs));

    /// <summary>Whether a text is that of a button: <c>Reply</c>.</summary>
    public static bool IsButton(string text) => Buttons.Contains(text.Trim(Signs));

    private static readonly char[] Signs = [.. " \u00A0:;,.|()[]{}»«→←↑↓·•-–—/…!+#*"];
}
