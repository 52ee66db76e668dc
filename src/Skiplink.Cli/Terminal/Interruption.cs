using System.Runtime.InteropServices;

namespace Skiplink.Cli.Terminal;

/// <summary>
/// Runs a command until it ends or a signal ends it: Ctrl-C, SIGTERM or the closing of the terminal. The command is told by its
/// cancellation token and has a moment to remove what is half written; one that still waits for something is abandoned. A second signal
/// ends the process at once.
/// </summary>
internal sealed class Interruption : IDisposable
{
    private static readonly TimeSpan CleanUpTime = TimeSpan.FromSeconds(2);

    private readonly CancellationTokenSource _cancel = new();
    private readonly PosixSignalRegistration[] _registrations;
    private int _exitCode;

    public Interruption() => _registrations =
    [
        PosixSignalRegistration.Create(PosixSignal.SIGINT, c => OnSignal(c, Cli.ExitCode.Interrupted)),
        PosixSignalRegistration.Create(PosixSignal.SIGTERM, c => OnSignal(c, Cli.ExitCode.Terminated)),
        PosixSignalRegistration.Create(PosixSignal.SIGHUP, c => OnSignal(c, Cli.ExitCode.HungUp)),
    ];

    /// <summary>The exit code that the signal asks for; 0 when there was none.</summary>
    public int ExitCode => Volatile.Read(ref _exitCode);

    /// <returns>The command's exit code.</returns>
    /// <exception cref="OperationCanceledException">A signal ended it; <see cref="ExitCode"/> says which.</exception>
    public async Task<int> RunAsync(Func<CancellationToken, Task<int>> command)
    {
        Task<int> run = Task.Run(() => command(_cancel.Token));
        Task signal = Task.Delay(Timeout.Infinite, _cancel.Token);
        if (await Task.WhenAny(run, signal) == signal)
            await Task.WhenAny(run, Task.Delay(CleanUpTime, CancellationToken.None));
        return run.IsCompleted ? await run : throw new OperationCanceledException(_cancel.Token);
    }

    public void Dispose()
    {
        foreach (PosixSignalRegistration registration in _registrations)
            registration.Dispose();
        _cancel.Dispose();
    }

    private void OnSignal(PosixSignalContext context, int exitCode)
    {
        if (Interlocked.CompareExchange(ref _exitCode, exitCode, 0) != 0)
            return;
        context.Cancel = true;
        _cancel.Cancel();
    }
}
