package gdtrain.cli;

import gdtrain.report.TableFormat;
import picocli.CommandLine.Option;

/** What is checked, and what is asked of it. */
final class CheckOptions {
  @Option(
      names = "--tolerance",
      paramLabel = "N",
      defaultValue = "1e-6",
      description =
          "The largest error that passes, as a share of the largest slope of the layer. Default:"
              + " ${DEFAULT-VALUE}.")
  double tolerance;

  @Option(
      names = "--all",
      description =
          "Check every parameter, however long it takes; else those that take some seconds.")
  boolean all;

  @Option(
      names = "--format",
      paramLabel = "table|csv|json",
      defaultValue = "table",
      description =
          "How stdout is written; csv and json have all digits. Default: ${DEFAULT-VALUE}.")
  String format = "table";

  /** The format, when all is found to be right. */
  TableFormat checked() {
    if (!(tolerance > 0) || Double.isInfinite(tolerance)) {
      throw new IllegalArgumentException("--tolerance must be a number above 0, not " + tolerance);
    }
    return Words.constant(TableFormat.class, "--format", format);
  }
}
