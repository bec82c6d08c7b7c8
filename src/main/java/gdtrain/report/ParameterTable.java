package gdtrain.report;

import static java.util.Comparator.comparingDouble;

import gdtrain.model.Parameter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The final parameters, as a table for people and as CSV for programs. */
public final class ParameterTable {
  /** The most outputs side by side on a terminal. */
  private static final int MOST_COLUMNS = 8;

  private final List<Parameter> parameters;
  private final Optional<InferenceTable> inference;

  /** The parameters, output after output. */
  public ParameterTable(List<Parameter> parameters) {
    this(parameters, Optional.empty());
  }

  /** The parameters, and how sure they are, if that was asked for. */
  public ParameterTable(List<Parameter> parameters, Optional<InferenceTable> inference) {
    this.parameters = List.copyOf(parameters);
    this.inference = inference;
  }

  /** Which values are left empty, if there are some. */
  public Optional<String> warning() {
    List<Parameter> lost = parameters.stream().filter(p -> Double.isNaN(p.value())).toList();
    return lost.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "the value for '%s'%s in original units is beyond what a number can hold, and left empty; give the column or the target another unit"
                .formatted(
                    lost.get(0).input(),
                    lost.size() > 1 ? " and %,d more".formatted(lost.size() - 1) : ""));
  }

  /** A header and one record for every parameter. */
  public String csv() {
    List<String> records = new ArrayList<>();
    List<String> header =
        new ArrayList<>(List.of("layer", "output", "input", "value", "scaled_value"));
    inference.ifPresent(table -> header.addAll(table.columns()));
    records.add(CsvText.record(header.toArray()));
    parameters.forEach(p -> records.add(CsvText.record(allFields(p))));
    return String.join("\n", records) + "\n";
  }

  /** The fields of the event {@code params} of a log: a list with an object for each parameter. */
  public Map<String, Object> event() {
    return Map.of("parameters", parameters.stream().map(ParameterTable::fields).toList());
  }

  private Map<String, Object> allFields(Parameter p) {
    Map<String, Object> fields = fields(p);
    inference.ifPresent(table -> fields.putAll(table.fields(p.output(), p.input())));
    return fields;
  }

  private static Map<String, Object> fields(Parameter p) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("layer", p.layer());
    fields.put("output", p.output());
    fields.put("input", p.input());
    fields.put("value", p.value());
    fields.put("scaled_value", p.scaledValue());
    return fields;
  }

  /** Lines for people, layer by layer: a row for every input, a column for every output. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    Map<Integer, List<Parameter>> layers = byLayer();
    layers.forEach(
        (layer, own) -> {
          if (layers.size() > 1) {
            lines.add("layer %d:".formatted(layer));
          }
          List<String> outputs = own.stream().map(Parameter::output).distinct().toList();
          for (int from = 0; from < outputs.size(); from += MOST_COLUMNS) {
            int to = Math.min(from + MOST_COLUMNS, outputs.size());
            Set<String> shown = Set.copyOf(outputs.subList(from, to));
            lines.addAll(matrix(own.stream().filter(p -> shown.contains(p.output())).toList()));
          }
        });
    return lines;
  }

  /** A line for every layer: how many parameters it has, how large they are, and the largest. */
  public List<String> summary() {
    List<String> lines = new ArrayList<>();
    byLayer()
        .forEach(
            (layer, own) -> {
              double squares =
                  own.stream().mapToDouble(p -> p.scaledValue() * p.scaledValue()).sum();
              Parameter largest =
                  Collections.max(own, comparingDouble(p -> Math.abs(p.scaledValue())));
              lines.add(
                  "  layer %d: %,d parameters, norm %s; largest %s, '%s' for '%s' (scaled values)"
                      .formatted(
                          layer,
                          own.size(),
                          NumberText.text(Math.sqrt(squares)),
                          NumberText.text(largest.scaledValue()),
                          largest.input(),
                          largest.output()));
            });
    return lines;
  }

  private Map<Integer, List<Parameter>> byLayer() {
    return parameters.stream()
        .collect(Collectors.groupingBy(Parameter::layer, TreeMap::new, Collectors.toList()));
  }

  private static List<String> matrix(List<Parameter> parameters) {
    Map<String, List<Parameter>> byInput = new LinkedHashMap<>();
    parameters.forEach(p -> byInput.computeIfAbsent(p.input(), i -> new ArrayList<>()).add(p));
    List<Parameter> first = byInput.values().iterator().next();
    boolean one = first.size() == 1;
    TextTable table = new TextTable();
    List<String> header = new ArrayList<>(List.of("input"));
    header.addAll(
        one ? List.of("value", "scaled value") : first.stream().map(Parameter::output).toList());
    table.add(header);
    byInput.forEach((input, row) -> table.add(cells(input, row, one)));
    return table.lines();
  }

  private static List<String> cells(String input, List<Parameter> row, boolean one) {
    List<String> cells = new ArrayList<>(List.of(input));
    row.forEach(p -> cells.add(Double.isNaN(p.value()) ? "-" : NumberText.text(p.value())));
    if (one) {
      cells.add(NumberText.text(row.get(0).scaledValue()));
    }
    return cells;
  }
}
