package gdtrain.cli;

import gdtrain.report.TableFormat;
import java.util.OptionalInt;
import java.util.OptionalLong;
import picocli.CommandLine.Option;

/** What is explained, and in which form. */
final class ExplainOptions {
  @Option(
      names = "--format",
      paramLabel = "table|csv|json",
      defaultValue = "table",
      description =
          "table for people: the 30 most important parameters; csv and json: all, with all digits."
              + " Default: table.")
  String format;

  @Option(
      names = "--rows",
      paramLabel = "N",
      description =
          "Show the N rows that pull hardest at their prediction instead of the parameters.")
  Integer rows;

  @Option(
      names = "--row",
      paramLabel = "LINE",
      description =
          "Write out the chain rule for the row on this line of DATA, forward and back; not as csv.")
  Long row;

  TableFormat format() {
    return Words.constant(TableFormat.class, "--format", format);
  }

  OptionalInt rows() {
    return rows == null ? OptionalInt.empty() : OptionalInt.of(rows);
  }

  OptionalLong row() {
    return row == null ? OptionalLong.empty() : OptionalLong.of(row);
  }

  /** Refuses what no data can make right. */
  void check() {
    if (rows != null && rows < 1) {
      throw new IllegalArgumentException("--rows must be 1 or more, not " + rows);
    }
    if (rows != null && row != null) {
      throw new IllegalArgumentException(
          "--rows has no effect with --row, which explains one row; leave one of them out");
    }
    if (row != null && format() == TableFormat.CSV) {
      throw new IllegalArgumentException(
          "--format csv has no effect with --row, which is no list of records; json has all of it");
    }
  }
}
