using System.Text.Json;
using Parquet;
using Parquet.Schema;

namespace Skiplink.Cli.Output.Parquet;

/// <summary>Takes objects of JSON apart into the columns of a Parquet file, nested ones too (record shredding, as in Dremel).</summary>
internal sealed class ColumnShredder
{
    private readonly Node[] _nodes;
    private readonly List<LeafColumn> _leaves = [];
    private readonly DataField[] _fields;

    public ColumnShredder(IReadOnlyList<Column> columns)
    {
        _nodes = [.. columns.Select(column => MakeNode(column.Name, column.Type, 0))];
        Schema = new([.. _nodes.Select(static node => node.Field)]);
        _fields = Schema.GetDataFields();
    }

    public ParquetSchema Schema { get; }

    /// <summary>Adds a row; fields that are no column are left out.</summary>
    public void Add(JsonElement row)
    {
        foreach (Node node in _nodes)
            Shred(node, Property(row, node.Name), 0, 0);
    }

    /// <summary>Writes the rows that were added to a row group, and forgets them.</summary>
    public async Task WriteAsync(ParquetRowGroupWriter group)
    {
        for (int i = 0; i < _fields.Length; i++)
            await _leaves[i].WriteAsync(group, _fields[i]);
    }

    private static JsonElement? Property(JsonElement parent, string name) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out JsonElement value)
            && value.ValueKind != JsonValueKind.Null
            ? value : null;

    /// <param name="node">Where in the schema.</param>
    /// <param name="value">What stands there; null for nothing.</param>
    /// <param name="repetition">The level of the list of which a new item begins; 0 for a new row.</param>
    /// <param name="definition">How many levels down to here are present.</param>
    private static void Shred(Node node, JsonElement? value, int repetition, int definition)
    {
        if (node.Leaf is { } leaf)
        {
            leaf.Add(value, repetition, value is null ? definition : definition + 1);
        }
        else if (node.Children is { } children)
        {
            foreach (Node child in children)
                Shred(child, value is { } parent ? Property(parent, child.Name) : null, repetition, definition + (value is null ? 0 : 1));
        }
        else if (value is not { ValueKind: JsonValueKind.Array } list)
        {
            Shred(node.Element!, null, repetition, definition);
        }
        else if (list.GetArrayLength() == 0)
        {
            Shred(node.Element!, null, repetition, definition + 1);
        }
        else
        {
            int level = repetition;
            foreach (JsonElement item in list.EnumerateArray())
            {
                Shred(node.Element!, item, level, definition + 2);
                level = node.RepetitionLevel;
            }
        }
    }

    private Node MakeNode(string name, ColumnType type, int repetition)
    {
        switch (type)
        {
            case ColumnType.Leaf leaf:
                LeafColumn column = LeafColumn.Create(leaf.Kind);
                _leaves.Add(column);
                return new(name, LeafColumn.CreateField(name, leaf.Kind), repetition) { Leaf = column };
            case ColumnType.List list:
                Node element = MakeNode("element", list.Element, repetition + 1);
                return new(name, new ListField(name, element.Field), repetition + 1) { Element = element };
            default:
                Node[] children = [.. ((ColumnType.Struct)type).Fields.Select(field => MakeNode(field.Name, field.Type, repetition))];
                return new(name, new StructField(name, [.. children.Select(static c => c.Field)]), repetition) { Children = children };
        }
    }

    private sealed record Node(string Name, Field Field, int RepetitionLevel)
    {
        public LeafColumn? Leaf { get; init; }

        public Node? Element { get; init; }

        public Node[]? Children { get; init; }
    }
}
