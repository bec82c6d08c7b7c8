package gdtrain.cli;

import picocli.CommandLine.ArgGroup;

/** The options that decide the result of a run. */
final class FitOptions extends RunOptions {
  @ArgGroup(validate = false, order = 6, heading = "%nStopping:%n")
  private StoppingOptions stopping = new StoppingOptions();

  @Override
  StoppingOptions stopping() {
    return stopping;
  }
}
