using System.Text.Json;
using Parquet;
using Parquet.Schema;

namespace Skiplink.Cli.Output.Parquet;

/// <summary>
/// The values of one leaf of the schema in one row group, with the levels by which Parquet knows which are absent and where lists begin.
/// </summary>
internal abstract class LeafColumn
{
    private readonly List<int> _definitionLevels = [];
    private readonly List<int> _repetitionLevels = [];

    /// <summary>Makes a column for values of a kind.</summary>
    public static LeafColumn Create(LeafKind kind) => kind switch
    {
        LeafKind.Text => new Typed<ReadOnlyMemory<char>>(
            static v => (v.ValueKind == JsonValueKind.String ? v.GetString() : v.GetRawText()).AsMemory()),
        LeafKind.Int32 => new Typed<int>(static v => v.GetInt32()),
        LeafKind.Int64 => new Typed<long>(static v => v.GetInt64()),
        LeafKind.Double => new Typed<double>(static v => v.GetDouble()),
        _ => new Typed<bool>(static v => v.GetBoolean()),
    };

    public static DataField CreateField(string name, LeafKind kind) => kind switch
    {
        LeafKind.Text => new DataField<string>(name, true),
        LeafKind.Int32 => new DataField<int>(name, true),
        LeafKind.Int64 => new DataField<long>(name, true),
        LeafKind.Double => new DataField<double>(name, true),
        _ => new DataField<bool>(name, true),
    };

    /// <summary>Adds a value, or the place where there is none.</summary>
    public void Add(JsonElement? value, int repetition, int definition)
    {
        _repetitionLevels.Add(repetition);
        _definitionLevels.Add(definition);
        if (value is { } present)
            AddValue(present);
    }

    /// <summary>Writes the values to a row group, and forgets them.</summary>
    public async Task WriteAsync(ParquetRowGroupWriter group, DataField field)
    {
        ReadOnlyMemory<int>? repetition = field.MaxRepetitionLevel > 0 ? _repetitionLevels.ToArray() : null;
        await WriteAsync(group, field, _definitionLevels.ToArray(), repetition);
        _definitionLevels.Clear();
        _repetitionLevels.Clear();
    }

    protected abstract void AddValue(JsonElement value);

    protected abstract Task WriteAsync(
        ParquetRowGroupWriter group, DataField field, ReadOnlyMemory<int> definition, ReadOnlyMemory<int>? repetition);

    private sealed class Typed<T>(Func<JsonElement, T> read) : LeafColumn
        where T : struct
    {
        private readonly List<T> _values = [];

        protected override void AddValue(JsonElement value) => _values.Add(read(value));

        protected override async Task WriteAsync(
            ParquetRowGroupWriter group, DataField field, ReadOnlyMemory<int> definition, ReadOnlyMemory<int>? repetition)
        {
            await group.WriteAllPartsAsync<T>(field, _values.ToArray(), definition, repetition, CancellationToken.None);
            _values.Clear();
        }
    }
}
