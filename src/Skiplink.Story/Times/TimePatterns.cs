using System.Collections.Concurrent;
using System.Diagnostics;
using Skiplink.Stories.Lexicon;
using Skiplink.Stories.Text;

namespace Skiplink.Stories.Times;

/// <summary>What a pattern means.</summary>
/// <param name="Action">The name of its meaning; also the name of the rule.</param>
/// <param name="Argument">What it is to do it with: <c>+1</c>, <c>last</c>.</param>
internal sealed record TimeMeaning(string Action, string Argument);

/// <summary>A pattern found in the text.</summary>
internal readonly record struct TimePatternMatch(int Length, TimeMeaning Meaning, TimeSlots Slots);

/// <summary>
/// How a language tells times: a trie over words and places. A line of <c>times.txt</c> is <c>meaning argument : pattern</c>; in a pattern
/// <c>{month}</c> is a place,
/// <c>word?</c> may be absent, <c>(a|b)</c> is either. The longest pattern is taken.
/// </summary>
internal sealed class TimePatterns
{
    private sealed class Node
    {
        public Dictionary<int, Node>? Words;
        public List<(TimeSlotKind Kind, Node Next)>? Slots;
        public TimeMeaning? Meaning;
    }

    private static readonly ConcurrentDictionary<string, TimePatterns> Loaded = new(StringComparer.Ordinal);

    private readonly Node _root = new();

    private TimePatterns(LanguageLexicon language, string content)
    {
        foreach (string raw in content.Split('\n'))
        {
            string line = WordListFile.WithoutRemark(raw).Trim();
            int colon = line.IndexOf(" : ", StringComparison.Ordinal);
            if (colon < 0)
                continue;
            string[] head = line[..colon].Split(' ', 2, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            Add(_root, line[(colon + 3)..].Split(' ', StringSplitOptions.RemoveEmptyEntries), 0,
                new(head[0], head.Length > 1 ? head[1] : ""), language);
        }
    }

    /// <summary>The patterns of a language.</summary>
    public static TimePatterns Of(LanguageLexicon language) =>
        Loaded.GetOrAdd(language.Tag, static (tag, l) => new(l, LanguageFiles.Read(tag, "times") ?? ""), language);

    /// <summary>The longest pattern that begins at a token.</summary>
    public bool TryMatch(StoryText text, int at, out TimePatternMatch match)
    {
        match = default;
        if ((uint)at >= (uint)text.Count)
            return false;
        if (!TimeSlot.CanBegin(text, at) && !(text[at].Word != 0 && _root.Words?.ContainsKey(text[at].Word) == true))
            return false;
        Match(text, at, at, _root, TimeSlots.Empty, ref match);
        return match.Meaning is not null;
    }

    /// <summary>No deeper than the longest pattern.</summary>
    private static void Match(StoryText text, int start, int at, Node node, TimeSlots slots, ref TimePatternMatch best)
    {
        if (node.Meaning is not null && at - start > best.Length)
            best = new(at - start, node.Meaning, slots);
        if (at >= text.Count || text[at].Kind == TokenKind.LineEnd)
            return;
        if (node.Words is not null && node.Words.TryGetValue(text[at].Word, out Node? next))
            Match(text, start, at + 1, next, slots, ref best);
        if (node.Slots is null)
            return;
        foreach ((TimeSlotKind kind, Node behind) in node.Slots)
        {
            TimeSlots filled = slots;
            int length = TimeSlot.Fill(text, at, kind, ref filled);
            if (length > 0)
                Match(text, start, at + length, behind, filled, ref best);
        }
    }

    private static void Add(Node node, string[] parts, int at, TimeMeaning meaning, LanguageLexicon language)
    {
        if (at == parts.Length)
        {
            node.Meaning ??= meaning;
            return;
        }
        string part = parts[at];
        if (part.EndsWith('?') && part.Length > 1)
        {
            Add(node, parts, at + 1, meaning, language);
            part = part[..^1];
        }
        if (part.StartsWith('(') && part.EndsWith(')'))
        {
            foreach (string choice in part[1..^1].Split('|'))
                Add(Follow(node, choice, language), parts, at + 1, meaning, language);
            return;
        }
        Add(Follow(node, part, language), parts, at + 1, meaning, language);
    }

    private static Node Follow(Node node, string part, LanguageLexicon language)
    {
        if (part.StartsWith('{'))
        {
            TimeSlotKind kind = TimeSlot.Named(part[1..^1]);
            node.Slots ??= [];
            int known = node.Slots.FindIndex(s => s.Kind == kind);
            if (known < 0)
            {
                known = node.Slots.Count;
                node.Slots.Add((kind, new()));
            }
            return node.Slots[known].Next;
        }
        // Words joined by _ stand for several tokens.
        foreach (string word in LanguageLexicon.WordsOf(part.Replace('_', ' ')))
        {
            int number = language.WordOf(word);
            Debug.Assert(number > 0, "the words of patterns have numbers since the lexicon was read");
            node.Words ??= [];
            if (!node.Words.TryGetValue(number, out Node? next))
                node.Words.Add(number, next = new());
            node = next;
        }
        return node;
    }
}
