package gdtrain.report;

import gdtrain.train.Epoch;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The lines of a loss log, without their ends. Numbers are as short as they can be read back
 * exactly.
 *
 * @param format not {@link LogFormat#NONE}, which has no lines
 * @param columns behind the epoch
 */
record LogText(LogFormat format, LogColumns columns) {
  /** The first line, in formats that have one. */
  Optional<String> header() {
    return switch (format) {
      case CSV, TSV -> Optional.of(line("epoch", columns.names()));
      case VNL -> Optional.of("# " + line("epoch", columns.names()));
      case JSONL, NONE -> Optional.empty();
    };
  }

  /** What every row of an epoch begins with. */
  String start(int number) {
    return format == LogFormat.JSONL
        ? "{\"event\":\"epoch\",\"epoch\":" + number + ","
        : number + separator();
  }

  /** The row of an epoch. */
  String row(Epoch epoch) {
    if (format == LogFormat.JSONL) {
      return json(epoch);
    }
    String missing = format == LogFormat.CSV ? "" : "NaN";
    StringBuilder row = new StringBuilder(80).append(epoch.number());
    for (OptionalDouble value : columns.values(epoch)) {
      row.append(separator());
      row.append(value.isPresent() ? Double.toString(value.getAsDouble()) : missing);
    }
    return row.toString();
  }

  private String line(String first, List<String> others) {
    return first + separator() + String.join(separator(), others);
  }

  private String separator() {
    return switch (format) {
      case CSV -> ",";
      case TSV -> "\t";
      default -> " ";
    };
  }

  private String json(Epoch epoch) {
    Map<String, Object> event = new LinkedHashMap<>();
    event.put("event", "epoch");
    event.put("epoch", epoch.number());
    List<String> names = columns.names();
    List<OptionalDouble> values = columns.values(epoch);
    for (int i = 0; i < names.size(); i++) {
      event.put(names.get(i), values.get(i).orElse(Double.NaN));
    }
    return JsonText.of(event);
  }
}
