package gdtrain.report.explanation;

import static java.util.Comparator.reverseOrder;

import gdtrain.insight.StepForecast;
import gdtrain.insight.StepForecast.Component;
import gdtrain.report.NumberText;
import gdtrain.report.TextTable;
import gdtrain.train.Epoch;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * The gradient, parameter by parameter, and what the next step does, for people.
 *
 * @param context of the explanation
 * @param forecast of the step
 * @param style of the text
 */
public record StepText(ExplanationContext context, StepForecast forecast, TextStyle style) {
  private static final int MOST_PARAMETERS = 30;

  /** Relative changes of the objective below this are partly rounding. */
  private static final double SMALL = 1e-9;

  private static final String NEXT = "next";
  private static final String BEND = "bend";

  /** The lines. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>(context.title(forecast.here().epoch()));
    lines.add("");
    lines.addAll(table(MOST_PARAMETERS));
    int more = forecast.parts().size() - MOST_PARAMETERS;
    if (more > 0) {
      lines.add(context.text("more.csv", more));
    }
    lines.add("");
    if (forecast.next().isEmpty()) {
      lines.add(context.text("no-step"));
    } else {
      lines.addAll(totals());
      climbers(lines);
    }
    return lines;
  }

  /**
   * The table with as many columns as fit without cutting names.
   *
   * @param most parameters that it has
   */
  public List<String> table(int most) {
    List<Component> parts = forecast.byImportance().stream().limit(most).toList();
    TextTable table = table(parts, List.of(NEXT, BEND));
    if (forecast.bend().isEmpty() || table.width() > style.width()) {
      table = table(parts, List.of(NEXT));
    }
    if (table.width() > style.width()) {
      table = table(parts, List.of());
    }
    List<String> lines = new ArrayList<>(table.lines(style.width()));
    for (int i = 0; i < parts.size(); i++) {
      lines.set(i + 1, context.coloured(lines.get(i + 1), parts.get(i).direction(), style));
    }
    return lines;
  }

  private TextTable table(List<Component> parts, List<String> extras) {
    TextTable table = new TextTable();
    List<String> header =
        List.of("parameter", "value", "gradient", "says", "step", NEXT, "change", BEND, "share");
    List<String> missing = new ArrayList<>(List.of(NEXT, BEND));
    missing.removeAll(extras);
    table.add(
        header.stream()
            .filter(name -> !missing.contains(name))
            .map(name -> context.text("column." + name))
            .toList());
    for (Component part : parts) {
      List<String> cells = new ArrayList<>(cells(part));
      missing.stream()
          .map(header::indexOf)
          .sorted(reverseOrder())
          .forEach(i -> cells.remove((int) i));
      table.add(cells);
    }
    return table;
  }

  private List<String> cells(Component part) {
    return List.of(
        context.name(part.index()),
        NumberText.brief(part.value()),
        NumberText.brief(part.gradient()),
        context.word(part.direction()),
        text(part.step()),
        text(part.next()),
        text(part.change()),
        text(part.bend()),
        part.share().isEmpty() ? "" : NumberText.percent(part.share().getAsDouble()));
  }

  private static String text(OptionalDouble number) {
    return number.isEmpty() ? "" : NumberText.brief(number.getAsDouble());
  }

  /** What the step does to the objective; there must be one. */
  public List<String> totals() {
    Epoch here = forecast.here().epoch();
    Epoch next = forecast.next().orElseThrow().epoch();
    double predicted = forecast.predicted().getAsDouble();
    double measured = forecast.measured().getAsDouble();
    TextTable table = new TextTable();
    table.add(row(context.text("total.slope"), forecast.slopeChange().getAsDouble()));
    if (forecast.bend().isPresent()) {
      table.add(row(context.text("total.bend"), forecast.bend().getAsDouble()));
      table.add(row(context.text("total.predicted", context.minimised()), predicted));
    }
    table.add(
        row(
            context.text(
                "total.measured",
                NumberText.text(here.objective()),
                NumberText.text(next.objective())),
            measured));
    if (forecast.bend().isEmpty()) {
      table.add(row(context.text("total.unseen"), measured - predicted));
    }
    List<String> lines = new ArrayList<>();
    String rate =
        next.learningRate().isEmpty()
            ? ""
            : context.text("total.rate", NumberText.text(next.learningRate().getAsDouble()));
    lines.add(context.text("total", next.number(), rate));
    lines.addAll(table.lines());
    if (Math.abs(measured) < SMALL * Math.abs(here.objective())) {
      lines.add("  " + context.text("total.rounding"));
    }
    return lines;
  }

  private static List<String> row(String name, double value) {
    return List.of(name, NumberText.text(value));
  }

  private void climbers(List<String> lines) {
    long climbers = forecast.parts().stream().filter(Component::climbs).count();
    if (climbers > 0) {
      lines.add(context.text("climbers", climbers, forecast.parts().size()));
    }
    if (context.network().drops()) {
      lines.add(context.text("dropout"));
    }
  }
}
