package gdtrain.cli;

import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Which runs a sweep has, and what it leaves behind. */
final class SweepOptions {
  @Option(
      names = "--samples",
      paramLabel = "N",
      description =
          "Instead of the whole grid, N runs with values drawn at random. 1e-4..1 is then a range,"
              + " uniform in the logarithm if both ends are above 0; 2..64, digits alone, draws whole"
              + " numbers. Default: the whole grid.")
  Integer samples;

  @Option(
      names = "--sample-seed",
      paramLabel = "N",
      description = "Seed of what --samples draws. Default: 42.")
  Long sampleSeed;

  @Option(
      names = "--best-output",
      paramLabel = "MODEL",
      description = "Save the model of the best run as JSON, the same bytes as fit -o saves.")
  String bestOutput;

  @Option(names = "--force", description = "Overwrite the file of --best-output if it exists.")
  boolean force;

  @Option(
      names = "--log-every",
      paramLabel = "N",
      description = "Log the first, every N-th and the last epoch of a run. Default: 1.")
  Integer logEvery;

  /** The model file, if wanted. */
  Optional<OutputFile> modelFile() {
    if (force && bestOutput == null) {
      throw new IllegalArgumentException("--force has no effect without --best-output");
    }
    return Optional.ofNullable(bestOutput).map(n -> OutputFile.of(n, "--best-output", force));
  }

  /** The runs, checked as far as it goes before there is data. */
  List<Trial> trials(Trials all) {
    if (samples == null && sampleSeed != null) {
      throw new IllegalArgumentException("--sample-seed has no effect without --samples");
    }
    checkCount("--samples", samples);
    checkCount("--log-every", logEvery);
    return samples == null
        ? all.grid()
        : all.samples(samples, sampleSeed == null ? 42 : sampleSeed);
  }

  int every() {
    return logEvery == null ? 1 : logEvery;
  }

  private static void checkCount(String option, Integer count) {
    if (count != null && count < 1) {
      throw new IllegalArgumentException(option + " must be 1 or more, not " + count);
    }
  }
}
