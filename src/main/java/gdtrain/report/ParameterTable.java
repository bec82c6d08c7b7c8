package gdtrain.report;

import gdtrain.model.Parameter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;

/** The final parameters, as a table for people and as CSV for programs. */
public final class ParameterTable {
  private static final CSVFormat CSV = CSVFormat.DEFAULT.builder().setRecordSeparator('\n').get();

  private final List<Parameter> parameters;

  /** The parameters, output after output. */
  public ParameterTable(List<Parameter> parameters) {
    this.parameters = List.copyOf(parameters);
  }

  /** One record for every parameter, behind a header. */
  public String csv() {
    List<String> records = new ArrayList<>();
    records.add(CSV.format("layer", "output", "input", "value", "scaled_value"));
    parameters.forEach(p -> records.add(CSV.format(fields(p).values().toArray())));
    return String.join("\n", records) + "\n";
  }

  /** The fields of the event {@code params} of a log: a list with an object for each parameter. */
  public Map<String, Object> event() {
    return Map.of("parameters", parameters.stream().map(ParameterTable::fields).toList());
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

  /** Lines for people: a row for every input, a column for every output. */
  public List<String> lines() {
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
    row.forEach(p -> cells.add(Figures.text(p.value())));
    if (one) {
      cells.add(Figures.text(row.get(0).scaledValue()));
    }
    return cells;
  }
}
