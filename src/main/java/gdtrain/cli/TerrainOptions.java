package gdtrain.cli;

import gdtrain.table.Selection;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Which part of the landscape is shown, and how finely. */
final class TerrainOptions {
  @Option(
      names = "--params",
      paramLabel = "NAMES",
      description =
          "Two parameters to look along, all others as they are kept: input, output/input or"
              + " layer/output/input as in the table of parameters, as much as is needed. Default:"
              + " the two principal directions of the path.")
  String parameters;

  @Option(
      names = "--grid",
      paramLabel = "N",
      description = "N x N points of the surface, or N of the slice; at most 1000. Default: 41.")
  Integer grid;

  @Option(
      names = "--margin",
      paramLabel = "SHARE",
      description = "Room on each side of the path, over the path's width. Default: 0.25.")
  Double margin;

  @Option(
      names = "--slice",
      description =
          "The loss along the negative gradient instead: x is the length of the step, a learning"
              + " rate.")
  boolean slice;

  private static final int MOST = 1000;

  int grid() {
    return grid == null ? 41 : grid;
  }

  double margin() {
    return margin == null ? 0.25 : margin;
  }

  /** The two parameters, as they were named, if they were. */
  Optional<List<String>> names() {
    return Optional.ofNullable(parameters).map(text -> Selection.parse(text).references());
  }

  /** Refuses what cannot be, or has no effect. */
  void check(PointOptions point, StoppingOptions stopping) {
    if (grid() < 2 || grid() > MOST) {
      throw new IllegalArgumentException(
          "--grid must be from 2 to %d, not %d".formatted(MOST, grid));
    }
    if (!(margin() >= 0) || Double.isInfinite(margin())) {
      throw new IllegalArgumentException("--margin must be a number of 0 or more, not " + margin);
    }
    names().ifPresent(TerrainOptions::checkTwo);
    if (slice) {
      refuse("--params", parameters, "with --slice, which has the direction of the gradient");
      refuse("--margin", margin, "with --slice, which begins at the point itself");
      refuseStopping(point, stopping);
    } else {
      refuse("--at", point.at, "without --slice; the path has every epoch");
      refuse("--model", point.model, "without --slice; --warm-start goes on from it");
    }
  }

  private static void refuseStopping(PointOptions point, StoppingOptions stopping) {
    if (!point.atEnd()) {
      String why = "with --slice but --at end: the run goes as far as --at says";
      refuse("--tolerance", stopping.tolerance, why);
      refuse("--time-limit", stopping.seconds, why);
      refuse("--patience", stopping.patience, why);
    }
  }

  private static void checkTwo(List<String> names) {
    if (names.size() != 2) {
      throw new IllegalArgumentException(
          "--params takes two names, separated by a comma, not %d".formatted(names.size()));
    }
  }

  private static void refuse(String option, Object value, String why) {
    if (value != null) {
      throw new IllegalArgumentException("%s has no effect %s".formatted(option, why));
    }
  }
}
