package gdtrain.report.explanation;

import gdtrain.dataset.encoding.Schema;
import gdtrain.dataset.encoding.Unit;
import gdtrain.insight.StepForecast.Component.Direction;
import gdtrain.loss.Loss;
import gdtrain.loss.Scaled;
import gdtrain.model.Parameter;
import gdtrain.network.Network;
import gdtrain.report.NumberText;
import gdtrain.report.TextWidth;
import gdtrain.report.language.Phrases;
import gdtrain.run.TrainingRun;
import gdtrain.train.Epoch;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What an explanation needs to name parameters and units.
 *
 * @param schema of the rows
 * @param network that is trained
 * @param loss in the unit of the target's column
 * @param penalised whether the objective is more than the loss
 * @param rows that are learned from
 * @param place of the point in words, such as {@code after epoch 20}
 * @param parameters at the point, in the order of the flat vector
 * @param phrases the words for people
 */
public record ExplanationContext(
    Schema schema,
    Network network,
    Loss loss,
    boolean penalised,
    int rows,
    String place,
    List<Parameter> parameters,
    Phrases phrases) {
  /** Copies the parameters. */
  public ExplanationContext {
    parameters = List.copyOf(parameters);
  }

  /**
   * What there is to say of a run.
   *
   * @param place of the point in words
   */
  public static ExplanationContext of(
      TrainingRun run, String place, List<Parameter> parameters, Phrases phrases) {
    return new ExplanationContext(
        run.schema(),
        run.network(),
        run.loss(),
        run.regularisation().active(),
        run.weighedRows().rows(),
        place,
        parameters,
        phrases);
  }

  String text(String key, Object... arguments) {
    return phrases.text(key, arguments);
  }

  /** The word for a direction. */
  String word(Direction direction) {
    return text("direction." + direction.word());
  }

  /** A line of a table with the direction in it coloured. */
  String coloured(String line, Direction direction, TextStyle style) {
    return style.coloured(line, direction, word(direction));
  }

  boolean classes() {
    return !schema.target().classes().isEmpty();
  }

  /** What is learned, by name: with a transformed target that of what it becomes. */
  String target() {
    return schema.target().learned();
  }

  /** What is minimised. */
  String minimised() {
    return text(penalised ? "objective" : "loss");
  }

  /** What is explained, with loss and objective at the point. */
  List<String> title(Epoch epoch) {
    String penalty =
        penalised
            ? text(
                "title.penalty",
                NumberText.text(epoch.objective() - epoch.loss()),
                NumberText.text(epoch.objective()))
            : "";
    List<String> lines = new ArrayList<>();
    lines.add(text("title", target(), loss.name(), rows, place));
    lines.add(
        text(
            "title.heights",
            NumberText.text(epoch.loss()),
            penalty,
            NumberText.text(epoch.gradientNorm())));
    lines.addAll(units());
    return lines;
  }

  /** The units of the numbers. */
  List<String> units() {
    boolean scaled = schema.features().stream().anyMatch(f -> f.unit().isScaled());
    List<String> lines = new ArrayList<>();
    lines.add(
        text("unit", text("unit." + lossUnit()), text(scaled ? "inputs.scaled" : "inputs.plain")));
    if (schema.target().unit().isScaled()) {
      double factor = factor();
      lines.add(
          text(
              factor < 1 ? "target.larger" : "target.smaller",
              NumberText.text(Math.max(factor, 1 / factor))));
    }
    return lines;
  }

  /** What the loss is times that of the target as it is learned. */
  double factor() {
    Unit unit = schema.target().unit();
    return unit.isScaled() ? loss.scaled(unit.scale()).orElseThrow().factor() : 1;
  }

  private String lossUnit() {
    double factor = loss.scaled(2).map(Scaled::factor).orElse(1.0);
    if (factor > 1) {
      return factor == 2 ? "target" : "square";
    }
    return classes() && !loss.probabilities() ? "none" : "nats";
  }

  /** The name of a parameter for people; without the output if there is only one. */
  String name(int index) {
    Parameter parameter = parameters.get(index);
    boolean one = network.layers() == 1 && network.outputs() == 1;
    return one ? parameter.input() : parameter.input() + TextWidth.ARROW + parameter.output();
  }

  /** The names of the outputs of a layer, counted from 0. */
  List<String> outputs(int layer) {
    return IntStream.range(0, network.out(layer))
        .mapToObj(unit -> parameters.get(network.index(layer, 0, unit)).output())
        .toList();
  }

  /** The names of the inputs of a layer, counted from 0. */
  List<String> inputs(int layer) {
    return IntStream.range(0, network.in(layer))
        .mapToObj(input -> parameters.get(network.index(layer, input, 0)).input())
        .toList();
  }
}
