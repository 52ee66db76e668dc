using Train;

// Labelled pages → the model and its report: dotnet run --project tools/Train -c Release -- [CORPUS] [OPTION=VALUE …]
Options options = Options.Parse(args);
Experiment experiment = new(options);
experiment.Prepare();
if (options.Folds > 1)
    experiment.CrossValidate();
if (options.Out is not null)
    experiment.Ship(options.Out);
