namespace Skiplink.Cli.Output.Parquet;

/// <summary>The type of a column, or of a part of a nested one. Every value may be absent.</summary>
internal abstract record ColumnType
{
    public static readonly ColumnType TextType = new Leaf(LeafKind.Text);
    public static readonly ColumnType IntType = new Leaf(LeafKind.Int32);
    public static readonly ColumnType LongType = new Leaf(LeafKind.Int64);
    public static readonly ColumnType RealType = new Leaf(LeafKind.Double);
    public static readonly ColumnType BoolType = new Leaf(LeafKind.Boolean);
    public static readonly ColumnType TextListType = new List(TextType);

    public static ColumnType ListOf(params Column[] fields) => new List(new Struct(fields));

    internal sealed record Leaf(LeafKind Kind) : ColumnType;

    internal sealed record List(ColumnType Element) : ColumnType;

    internal sealed record Struct(Column[] Fields) : ColumnType;
}

/// <summary>A column, or a field of a nested one.</summary>
/// <param name="Name">The name that it also has in JSON.</param>
/// <param name="Type">Its type.</param>
internal sealed record Column(string Name, ColumnType Type);

/// <summary>The types of single values.</summary>
internal enum LeafKind
{
    Text,
    Int32,
    Int64,
    Double,
    Boolean,
}
