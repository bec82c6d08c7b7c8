package gdtrain.cli;

import gdtrain.metric.Requirement;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What must hold of the figures a command measures, and the file that tells it to programs. */
final class RequirementOptions {
  @Option(
      names = "--require",
      paramLabel = "EXPR",
      description =
          "Status 5, after everything is written, unless EXPR holds: a figure's name, one of <= >= <"
              + " > ==, and a number, such as 'r2>=0.9', or the word converged. A figure that is not"
              + " defined meets nothing. May be given again.")
  List<String> requirements = List.of();

  @Option(
      names = "--metrics",
      paramLabel = "FILE",
      description = "Write all figures, and which requirements are met, to FILE as JSON.")
  String metrics;

  /** The gate, as far as it can be checked before there is data. */
  Gate gate(boolean force) {
    return new Gate(
        requirements.stream().map(RequirementOptions::parsed).toList(),
        Optional.ofNullable(metrics).map(name -> OutputFile.of(name, "--metrics", force)));
  }

  /** The gate of a command in which {@code --force} is about the file of figures alone. */
  Gate gateOfMetrics(boolean force) {
    if (force && metrics == null) {
      throw new IllegalArgumentException("--force has no effect without --metrics");
    }
    return gate(force);
  }

  private static Requirement parsed(String written) {
    try {
      return Requirement.parse(written);
    } catch (IllegalArgumentException e) {
      throw Gate.refusal(e);
    }
  }
}
