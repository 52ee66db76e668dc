using System.Globalization;

namespace Train;

/// <summary>What the command line says.</summary>
internal sealed record Options
{
    public string Corpus { get; init; } = "../shared/data/wcxb-dev";

    /// <summary>
    /// Folders of more pages, with commas between: those with labels in <see cref="Labels"/> teach, all are read out of fold.
    /// </summary>
    public string Also { get; init; } = "";

    /// <summary>The folder of role labels: CORPUS.jsonl by hand, CORPUS.agreed.jsonl made by agreement of readers; none if empty.</summary>
    public string Labels { get; init; } = "tools/Train/labels";

    /// <summary>
    /// How much a page labelled by hand counts, and one labelled by agreement, where one of <see cref="Corpus"/> counts 1.
    /// </summary>
    public float HandWeight { get; init; } = 1;
    public float AgreedWeight { get; init; } = 0.5f;
    public string? Out { get; init; }
    public string? FoldModels { get; init; }
    public string? Rows { get; init; }

    /// <summary>Where the drawing of confidence against what was reached goes, as SVG; null for none.</summary>
    public string? Plot { get; init; }

    /// <summary>Whether the trees for saved text are trained too; without them an experiment takes half the time.</summary>
    public bool Text { get; init; } = true;

    /// <summary>Whether the roles of blocks are trained too.</summary>
    public bool Roles { get; init; } = true;

    /// <summary>Whether the models of <see cref="FoldModels"/> are read instead of trained: to try what comes behind the model.</summary>
    public bool Reuse { get; init; }

    /// <summary>Whether to say what each feature is worth.</summary>
    public bool Importance { get; init; }
    public int Folds { get; init; } = 5;
    public int Trees { get; init; } = 110;
    public int Leaves { get; init; } = 31;
    public double Rate { get; init; } = 0.1;
    public int LeastRows { get; init; } = 40;
    public double ColumnShare { get; init; } = 0.5;
    public double L2 { get; init; } = 1;
    public int Seed { get; init; } = 1;

    /// <summary>How many ensembles of different seeds are averaged.</summary>
    public int Bags { get; init; } = 1;

    /// <summary>A word is learnt that occurs on so many sites and weighs this much log-odds at the least.</summary>
    public int LeastSites { get; init; } = 3;
    public double LeastWeight { get; init; } = 0.3;
    public string Without { get; init; } = "";
    public string Extra { get; init; } = "";

    /// <summary>
    /// The network: how many units, times that all pages are seen, greatest step, decay of weights in a step, share of features left out of
    /// a page, weight of its F1.
    /// </summary>
    public int NetWidth { get; init; } = 32;
    public int NetEpochs { get; init; } = 12;
    public double NetRate { get; init; } = 0.003;
    public double NetDecay { get; init; } = 0.02;
    public double NetDropout { get; init; } = 0.3;
    public double NetF1 { get; init; } = 2;

    public static Options Parse(string[] args)
    {
        Options options = new();
        foreach (string arg in args)
        {
            int at = arg.IndexOf('=', StringComparison.Ordinal);
            string name = at < 0 ? "corpus" : arg[..at], value = at < 0 ? arg : arg[(at + 1)..];
            options = name switch
            {
                "corpus" => options with { Corpus = value },
                "also" => options with { Also = value },
                "labels" => options with { Labels = value },
                "hand-weight" => options with { HandWeight = float.Parse(value, CultureInfo.InvariantCulture) },
                "agreed-weight" => options with { AgreedWeight = float.Parse(value, CultureInfo.InvariantCulture) },
                "out" => options with { Out = value },
                "fold-models" => options with { FoldModels = value },
                "text" => options with { Text = bool.Parse(value) },
                "roles" => options with { Roles = bool.Parse(value) },
                "reuse" => options with { Reuse = bool.Parse(value) },
                "importance" => options with { Importance = bool.Parse(value) },
                "plot" => options with { Plot = value },
                "rows" => options with { Rows = value },
                "folds" => options with { Folds = int.Parse(value, CultureInfo.InvariantCulture) },
                "trees" => options with { Trees = int.Parse(value, CultureInfo.InvariantCulture) },
                "leaves" => options with { Leaves = int.Parse(value, CultureInfo.InvariantCulture) },
                "rate" => options with { Rate = double.Parse(value, CultureInfo.InvariantCulture) },
                "least-rows" => options with { LeastRows = int.Parse(value, CultureInfo.InvariantCulture) },
                "column-share" => options with { ColumnShare = double.Parse(value, CultureInfo.InvariantCulture) },
                "l2" => options with { L2 = double.Parse(value, CultureInfo.InvariantCulture) },
                "bags" => options with { Bags = int.Parse(value, CultureInfo.InvariantCulture) },
                "least-sites" => options with { LeastSites = int.Parse(value, CultureInfo.InvariantCulture) },
                "least-weight" => options with { LeastWeight = double.Parse(value, CultureInfo.InvariantCulture) },
                "seed" => options with { Seed = int.Parse(value, CultureInfo.InvariantCulture) },
                "without" => options with { Without = value },
                "net-width" => options with { NetWidth = int.Parse(value, CultureInfo.InvariantCulture) },
                "net-epochs" => options with { NetEpochs = int.Parse(value, CultureInfo.InvariantCulture) },
                "net-rate" => options with { NetRate = double.Parse(value, CultureInfo.InvariantCulture) },
                "net-decay" => options with { NetDecay = double.Parse(value, CultureInfo.InvariantCulture) },
                "net-dropout" => options with { NetDropout = double.Parse(value, CultureInfo.InvariantCulture) },
                "net-f1" => options with { NetF1 = double.Parse(value, CultureInfo.InvariantCulture) },
                "extra" => options with { Extra = value },
                _ => throw new ArgumentException($"There is no option {name}."),
            };
        }
        return options.Folds == 2
            ? throw new ArgumentException(
                "folds=2 leaves no page to learn from: of a page that the network learns from, trees must say something that have seen "
                + "neither it nor the fold held out. Take three folds or more, or folds=1 for no cross-validation.")
            : options;
    }

    /// <summary>What the small ensembles are trained with that tell kinds of pages apart.</summary>
    public const int KindTrees = 80;
    public const string KindParameters =
        "objective=binary num_leaves=8 learning_rate=0.07 min_data_in_leaf=8 feature_fraction=0.5 lambda_l2=3 seed=1 deterministic=true "
        + "force_row_wise=true num_threads=2 verbosity=-1";

    /// <summary>What the small ensembles are trained with that tell the roles of blocks.</summary>
    public const int RoleTrees = 24;
    public const string RoleParameters =
        "objective=binary num_leaves=16 learning_rate=0.2 min_data_in_leaf=40 feature_fraction=0.5 lambda_l2=3 seed=1 deterministic=true "
        + "force_row_wise=true num_threads=2 verbosity=-1";

    public string BoosterParameters(int seed) => string.Create(CultureInfo.InvariantCulture,
        $"objective=binary num_leaves={Leaves} learning_rate={Rate} min_data_in_leaf={LeastRows} feature_fraction={ColumnShare} "
            + $"bagging_fraction=0.7 bagging_freq=1 lambda_l2={L2} max_bin=255 seed={seed} deterministic=true force_row_wise=true "
            + $"num_threads=2 verbosity=-1 {Extra}");
}
