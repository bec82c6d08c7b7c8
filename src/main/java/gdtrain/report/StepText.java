package gdtrain.report;

import gdtrain.insight.Forecast;
import gdtrain.insight.Part;
import gdtrain.train.Epoch;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * The gradient, parameter by parameter, and what the next step does, for people.
 *
 * @param scene what is explained
 * @param forecast of the step
 * @param paper to write on
 */
public record StepText(Scene scene, Forecast forecast, Paper paper) {
  private static final int MOST_PARAMETERS = 30;
  private static final int DIGITS = 4;

  /** A shorter name would tell nothing. */
  private static final int SHORTEST_NAME = 12;

  /** Columns of second order come where names still have so much room. */
  private static final int ROOM_WITH_BENDS = 24;

  /** The lines. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>(scene.title(forecast.here().epoch()));
    lines.add("");
    lines.addAll(table());
    int more = forecast.parts().size() - MOST_PARAMETERS;
    if (more > 0) {
      lines.add("  and %,d more: --format csv has all".formatted(more));
    }
    lines.add("");
    if (forecast.next().isEmpty()) {
      lines.add("no step of the run leads on from here");
    } else {
      lines.addAll(totals());
      climbers(lines);
    }
    return lines;
  }

  private List<String> table() {
    List<Part> parts = forecast.byImportance().stream().limit(MOST_PARAMETERS).toList();
    boolean bends = forecast.bend().isPresent() && room(parts, true) >= ROOM_WITH_BENDS;
    List<String> lines = table(parts, bends, Math.max(room(parts, bends), SHORTEST_NAME)).lines();
    List<String> painted = new ArrayList<>(lines.subList(0, 1));
    for (int i = 0; i < parts.size(); i++) {
      painted.add(paper.painted(lines.get(i + 1), parts.get(i).direction()));
    }
    return painted;
  }

  /** What the other columns leave to the names. */
  private int room(List<Part> parts, boolean bends) {
    return paper.width() - table(parts, bends, 0).lines().get(0).length();
  }

  private TextTable table(List<Part> parts, boolean bends, int room) {
    TextTable table = new TextTable();
    List<String> header = new ArrayList<>();
    header.add(room == 0 ? "" : "parameter");
    header.addAll(List.of("value", "gradient", "says", "step", "next", "change"));
    if (bends) {
      header.add("bend");
    }
    header.add("share");
    table.add(header);
    parts.forEach(part -> table.add(cells(part, bends, room)));
    return table;
  }

  private List<String> cells(Part part, boolean bends, int room) {
    List<String> cells = new ArrayList<>();
    cells.add(room == 0 ? "" : scene.name(part.index(), room));
    cells.add(Figures.text(part.value(), DIGITS));
    cells.add(Figures.text(part.gradient(), DIGITS));
    cells.add(Paper.word(part.direction()));
    cells.add(figure(part.step()));
    cells.add(figure(part.next()));
    cells.add(figure(part.change()));
    if (bends) {
      cells.add(figure(part.bend()));
    }
    OptionalDouble share = forecast.share(part);
    cells.add(share.isEmpty() ? "" : percent(share.getAsDouble()));
    return cells;
  }

  private static String figure(OptionalDouble number) {
    return number.isEmpty() ? "" : Figures.text(number.getAsDouble(), DIGITS);
  }

  /** A share for people. */
  static String percent(double share) {
    return "%.1f %%".formatted(100 * share);
  }

  private List<String> totals() {
    Epoch here = forecast.here().epoch();
    Epoch next = forecast.next().orElseThrow().epoch();
    double predicted = forecast.predicted().getAsDouble();
    double measured = forecast.measured().getAsDouble();
    TextTable table = new TextTable();
    table.add(row("slope: sum of gradient x step", forecast.slopeChange().getAsDouble()));
    if (forecast.bend().isPresent()) {
      table.add(row("bend: half of step x curvature x step", forecast.bend().getAsDouble()));
      table.add(row("predicted change of the " + scene.height(), predicted));
    }
    String ways =
        "measured, epoch %,d: %s -> %s"
            .formatted(
                next.number(), Figures.text(here.objective()), Figures.text(next.objective()));
    table.add(row(ways, measured));
    if (forecast.bend().isEmpty()) {
      table.add(row("what the slope does not see: the bend", measured - predicted));
    }
    List<String> lines = new ArrayList<>(table.lines());
    next.learningRate().ifPresent(rate -> lines.add("learning rate " + Figures.text(rate)));
    return lines;
  }

  private static List<String> row(String name, double value) {
    return List.of(name, Figures.text(value));
  }

  private void climbers(List<String> lines) {
    long climbers = forecast.parts().stream().filter(Part::climbs).count();
    if (climbers > 0) {
      lines.add(
          "%,d of %,d parameters step against what the gradient of all rows says: momentum or batches lead them"
              .formatted(climbers, forecast.parts().size()));
    }
    if (scene.network().drops()) {
      lines.add("gradient and heights are with all units; the steps leave some out (dropout)");
    }
  }
}
