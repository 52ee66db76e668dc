using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using Skiplink.Learning;

namespace Train;

/// <summary>
/// The part of LightGBM's C interface that training needs (Microsoft, MIT licence; https://lightgbm.readthedocs.io/en/stable/C-API.html).
/// </summary>
internal sealed unsafe partial class LightGbm : IDisposable
{
    private nint _booster;

    private LightGbm(nint booster) => _booster = booster;

    /// <summary>Trains trees on rows of features. The same rows and parameters give the same trees.</summary>
    /// <param name="parameters">As LightGBM's documentation writes them: <c>num_leaves=31 …</c>.</param>
    public static LightGbm Train(
        ReadOnlySpan<float> rows, int columns, ReadOnlySpan<float> labels, ReadOnlySpan<float> weights, int trees, string parameters)
    {
        nint data = Dataset(rows, columns, labels.Length, weights, parameters);
        LightGbm trained = Train(data, labels, trees, parameters);
        Check(LGBM_DatasetFree(data));
        return trained;
    }

    /// <summary>Trains an ensemble for each of several sets of labels of the same rows, which are prepared once.</summary>
    public static TreeEnsemble[] TrainEach(
        ReadOnlySpan<float> rows, int columns, IReadOnlyList<float[]> labelSets, ReadOnlySpan<float> weights, int trees, string parameters)
    {
        nint data = Dataset(rows, columns, labelSets[0].Length, weights, parameters);
        TreeEnsemble[] ensembles = new TreeEnsemble[labelSets.Count];
        for (int i = 0; i < ensembles.Length; i++)
        {
            using LightGbm trained = Train(data, labelSets[i], trees, parameters);
            ensembles[i] = trained.ToEnsemble();
        }
        Check(LGBM_DatasetFree(data));
        return ensembles;
    }

    private static nint Dataset(ReadOnlySpan<float> rows, int columns, int count, ReadOnlySpan<float> weights, string parameters)
    {
        nint data;
        fixed (float* values = rows)
            Check(LGBM_DatasetCreateFromMat(values, 0, count, columns, 1, parameters, 0, out data));
        if (!weights.IsEmpty)
        {
            fixed (float* values = weights)
                Check(LGBM_DatasetSetField(data, "weight", values, weights.Length, 0));
        }
        return data;
    }

    private static LightGbm Train(nint data, ReadOnlySpan<float> labels, int trees, string parameters)
    {
        fixed (float* values = labels)
            Check(LGBM_DatasetSetField(data, "label", values, labels.Length, 0));
        Check(LGBM_BoosterCreate(data, parameters, out nint booster));
        for (int i = 0; i < trees; i++)
            Check(LGBM_BoosterUpdateOneIter(booster, out _));
        LightGbm trained = new(booster);
        trained.Text = trained.Save();
        return trained;
    }

    /// <summary>The model as LightGBM writes it.</summary>
    public string Text { get; private set; } = "";

    /// <summary>LightGBM's own raw scores (log-odds) of rows, to compare with ours.</summary>
    public double[] Predict(ReadOnlySpan<float> rows, int columns)
    {
        int count = rows.Length / columns;
        double[] scores = new double[count];
        fixed (float* values = rows)
        fixed (double* to = scores)
            Check(LGBM_BoosterPredictForMat(_booster, values, 0, count, columns, 1, 1, 0, -1, "", out _, to));
        return scores;
    }

    /// <summary>Turns LightGBM's text into flat trees.</summary>
    public TreeEnsemble ToEnsemble()
    {
        List<int> roots = [];
        List<TreeEnsemble.Node> nodes = [];
        List<float> leaves = [];
        foreach (string tree in Text.Split("\nTree=").Skip(1))
        {
            Dictionary<string, string[]> fields = tree.Split('\n').Where(static l => l.Contains('=', StringComparison.Ordinal))
                .ToDictionary(
                    static l => l[..l.IndexOf('=', StringComparison.Ordinal)], static l =>
                    l[(l.IndexOf('=', StringComparison.Ordinal) + 1)..].Split(' '));
            int firstNode = nodes.Count, firstLeaf = leaves.Count;
            leaves.AddRange(fields["leaf_value"].Select(static v => float.Parse(v, CultureInfo.InvariantCulture)));
            if (fields["num_leaves"][0] == "1")
            {
                roots.Add(~firstLeaf);
                continue;
            }
            roots.Add(firstNode);
            for (int i = 0; i < fields["split_feature"].Length; i++)
            {
                int Child(string side) => int.Parse(fields[side][i], CultureInfo.InvariantCulture) is var c && c >= 0 ? firstNode + c
                    : ~(firstLeaf + ~c);
                nodes.Add(new(
                    int.Parse(fields["split_feature"][i], CultureInfo.InvariantCulture),
                    AtMost(double.Parse(fields["threshold"][i], CultureInfo.InvariantCulture)),
                    Child("left_child"),
                    Child("right_child"),
                    float.Parse(fields["internal_value"][i], CultureInfo.InvariantCulture)));
            }
        }
        return new([.. roots], [.. nodes], [.. leaves]);
    }

    /// <summary>The largest float that is not above a number: a float is at most the one exactly when it is at most the other.</summary>
    private static float AtMost(double threshold)
    {
        float near = (float)threshold;
        return near > threshold ? MathF.BitDecrement(near) : near;
    }

    public void Dispose()
    {
        if (_booster != 0)
            Check(LGBM_BoosterFree(_booster));
        _booster = 0;
    }

    private string Save()
    {
        byte[] buffer = new byte[1 << 16];
        while (true)
        {
            long length;
            fixed (byte* to = buffer)
                Check(LGBM_BoosterSaveModelToString(_booster, 0, -1, 0, buffer.Length, out length, to));
            if (length <= buffer.Length)
                return Encoding.UTF8.GetString(buffer, 0, (int)length - 1);
            buffer = new byte[length];
        }
    }

    private static void Check(int result)
    {
        if (result != 0)
            throw new InvalidOperationException("LightGBM: " + Marshal.PtrToStringUTF8(LGBM_GetLastError()));
    }

    private const string Library = "lib_lightgbm";

    [LibraryImport(Library)]
    private static partial nint LGBM_GetLastError();

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int LGBM_DatasetCreateFromMat(
        void* data, int type, int rows, int columns, int isRowMajor, string parameters, nint reference, out nint dataset);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int LGBM_DatasetSetField(nint dataset, string name, void* values, int count, int type);

    [LibraryImport(Library)]
    private static partial int LGBM_DatasetFree(nint dataset);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int LGBM_BoosterCreate(nint dataset, string parameters, out nint booster);

    [LibraryImport(Library)]
    private static partial int LGBM_BoosterUpdateOneIter(nint booster, out int isFinished);

    [LibraryImport(Library)]
    private static partial int LGBM_BoosterFree(nint booster);

    [LibraryImport(Library)]
    private static partial int LGBM_BoosterSaveModelToString(
        nint booster, int start, int count, int importance, long length, out long written, byte* text);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int LGBM_BoosterPredictForMat(
        nint booster, void* data, int type, int rows, int columns, int isRowMajor, int kind, int start, int count, string parameters,
        out long length, double* result);
}
