package gdtrain.report;

import gdtrain.insight.GradientCheck.CheckedLayer;
import gdtrain.insight.GradientCheck.CheckedLayer.Worst;
import gdtrain.model.Parameter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How well backpropagation agrees with differences, layer by layer. */
public final class CheckTable {
  private final List<CheckedLayer> layers;
  private final List<Parameter> parameters;
  private final double unit;

  /**
   * A table.
   *
   * @param parameters all of them, in the order of the flat vector
   * @param unit factor that converts slopes to the unit of the target
   */
  public CheckTable(List<CheckedLayer> layers, List<Parameter> parameters, double unit) {
    this.layers = List.copyOf(layers);
    this.parameters = List.copyOf(parameters);
    this.unit = unit;
  }

  /** The table in a format, with the end of its last line. */
  public String text(TableFormat format, double tolerance) {
    return switch (format) {
      case TABLE -> table();
      case CSV -> csv();
      case JSON -> json(tolerance);
    };
  }

  /** The largest error of all layers. */
  public double worst() {
    return layers.stream().mapToDouble(layer -> layer.worst().error()).max().orElse(0);
  }

  /** What was not checked, line by line. */
  public List<String> notes() {
    List<String> notes = new ArrayList<>();
    for (CheckedLayer layer : layers) {
      if (layer.checked() < layer.parameters()) {
        notes.add(
            "layer %d: %,d of %,d parameters are checked, drawn by ⟦seed⟧; ⟦all⟧ checks every one"
                .formatted(layer.layer() + 1, layer.checked(), layer.parameters()));
      }
      if (layer.excused() > 0) {
        notes.add(
            "layer %d: differences cannot tell the slopes of %,d of %,d parameters, at kinks or for rounding"
                .formatted(layer.layer() + 1, layer.excused(), layer.checked()));
      }
    }
    return notes;
  }

  /**
   * A sentence on the last layer whose gradient is wrong, since layers before it get their slopes
   * through it; else on the first layer with too few reliable differences.
   *
   * @param names of what each layer ends with: its activation, or the loss
   */
  public Optional<String> fault(double tolerance, List<String> names) {
    return layers.stream()
        .filter(layer -> !layer.right(tolerance))
        .reduce((first, second) -> second)
        .map(layer -> wrong(layer, names.get(layer.layer())))
        .or(() -> layers.stream().filter(CheckedLayer::undecided).findFirst().map(this::undecided));
  }

  private String wrong(CheckedLayer layer, String name) {
    Worst worst = layer.worst();
    return "backpropagation is wrong in layer %d (%s): the slope along %s is %s by backpropagation, but %s by differences"
        .formatted(
            layer.layer() + 1,
            name,
            name(worst),
            NumberText.text(unit * worst.backpropagated()),
            NumberText.text(unit * worst.differences()));
  }

  private String undecided(CheckedLayer layer) {
    return "layer %d cannot be checked here, since differences tell the slopes of only %,d of %,d parameters; ⟦at⟧ EPOCH looks elsewhere, a larger ⟦tolerance⟧ less closely"
        .formatted(layer.layer() + 1, layer.checked() - layer.excused(), layer.checked());
  }

  private String table() {
    TextTable text = new TextTable();
    text.add(List.of("layer", "checked", "error", "backpropagated", "differences", "parameter"));
    for (CheckedLayer layer : layers) {
      Worst worst = layer.worst();
      text.add(
          List.of(
              Integer.toString(layer.layer() + 1),
              "%,d of %,d".formatted(layer.checked(), layer.parameters()),
              NumberText.text(worst.error()),
              NumberText.text(unit * worst.backpropagated()),
              NumberText.text(unit * worst.differences()),
              name(worst)));
    }
    return text.lines().stream().map(line -> line + "\n").collect(Collectors.joining());
  }

  /** The input and the output of the parameter. */
  private String name(Worst worst) {
    if (worst.index() < 0) {
      return "-";
    }
    Parameter parameter = parameters.get(worst.index());
    return "'%s' for '%s'".formatted(parameter.input(), parameter.output());
  }

  private String csv() {
    List<String> names = new ArrayList<>(fields(layers.get(0)).keySet());
    return Stream.concat(
            Stream.of(names), layers.stream().map(layer -> List.copyOf(fields(layer).values())))
        .map(record -> CsvText.record(record.toArray()) + "\n")
        .collect(Collectors.joining());
  }

  private String json(double tolerance) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("tolerance", tolerance);
    fields.put("error", worst());
    fields.put("layers", layers.stream().map(this::fields).toList());
    return JsonText.indented(fields);
  }

  private Map<String, Object> fields(CheckedLayer layer) {
    Worst worst = layer.worst();
    boolean named = worst.index() >= 0;
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("layer", layer.layer() + 1);
    fields.put("parameters", layer.parameters());
    fields.put("checked", layer.checked());
    fields.put("excused", layer.excused());
    fields.put("error", worst.error());
    fields.put("output", named ? parameters.get(worst.index()).output() : "");
    fields.put("input", named ? parameters.get(worst.index()).input() : "");
    fields.put("backpropagated", unit * worst.backpropagated());
    fields.put("differences", unit * worst.differences());
    return fields;
  }
}
