package gdtrain.report;

import gdtrain.choice.InvalidSetting;
import gdtrain.train.Epoch;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * How a loss log looks, and its lines, without their ends. Numbers have as few digits as can be
 * read back exactly.
 *
 * @param format of its lines
 * @param columns of its rows
 * @param every the first and the last epoch have a row, and of the others one in this many
 */
public record LogLayout(LogFormat format, LogColumns columns, int every) {
  /** Checks the number. */
  public LogLayout {
    if (every < 1) {
      throw new InvalidSetting("⟦log-every⟧ must be 1 or more, not " + every);
    }
  }

  /** What a loss log can have more. */
  public enum LogMetric {
    /** The norm of the gradient of each layer. */
    LAYERS
  }

  /** The format of a loss log. */
  public enum LogFormat {
    /** Comma-separated with a header; an empty cell was not measured. */
    CSV(","),
    /**
     * Tab-separated with a header; NaN was not measured, since programs that split at blanks lose
     * empty cells.
     */
    TSV("\t"),
    /** One JSON object a line, {@code "event":"epoch"|"params"|"summary"}; null: not measured. */
    JSONL(" "),
    /**
     * Blank-separated, the header after {@code #}, as feedgnuplot and vnlog read it; NaN as in TSV.
     */
    VNL(" "),
    /** No log. */
    NONE(" ");

    private final String separator;

    LogFormat(String separator) {
      this.separator = separator;
    }
  }

  /**
   * The columns of a loss log, fixed before its first row: {@code epoch, loss[, objective][,
   * val_loss], grad_norm, lr[, grad_norm_1, ...]}.
   *
   * @param objective whether there is a penalty, so that the objective is not the loss
   * @param validation whether there are validation rows
   * @param told whether a double can hold losses in the target's unit; if not they are empty
   * @param layers how many layers have the norm of their gradient; 0 for none
   */
  public record LogColumns(boolean objective, boolean validation, boolean told, int layers) {
    /** The columns without those of layers. */
    public LogColumns(boolean objective, boolean validation, boolean told) {
      this(objective, validation, told, 0);
    }

    /** The columns where losses can be told. */
    public LogColumns(boolean objective, boolean validation) {
      this(objective, validation, true);
    }

    /** The names after {@code epoch}, in order. */
    List<String> names() {
      List<String> names = new ArrayList<>(List.of("loss"));
      if (objective) {
        names.add("objective");
      }
      if (validation) {
        names.add("val_loss");
      }
      names.addAll(List.of("grad_norm", "lr"));
      IntStream.rangeClosed(1, layers).forEach(layer -> names.add("grad_norm_" + layer));
      return names;
    }

    /** The values after the epoch's number, in the order of {@link #names}; empty: not measured. */
    private List<OptionalDouble> values(Epoch epoch) {
      List<OptionalDouble> values = new ArrayList<>(List.of(OptionalDouble.of(epoch.loss())));
      if (objective) {
        values.add(OptionalDouble.of(epoch.objective()));
      }
      if (validation) {
        values.add(epoch.validationLoss());
      }
      values.add(OptionalDouble.of(epoch.gradientNorm()));
      values.replaceAll(value -> told ? value : OptionalDouble.empty());
      values.add(epoch.learningRate());
      for (int layer = 0; layer < layers; layer++) {
        values.add(
            told ? OptionalDouble.of(epoch.layerNorms().get(layer)) : OptionalDouble.empty());
      }
      return values;
    }
  }

  /** Whether an epoch has a row even if it is not the last. */
  boolean has(Epoch epoch) {
    return epoch.number() % every == 0;
  }

  /** The first line, in formats that have one. */
  Optional<String> header() {
    String names = "epoch" + format.separator + String.join(format.separator, columns.names());
    return switch (format) {
      case CSV, TSV -> Optional.of(names);
      case VNL -> Optional.of("# " + names);
      case JSONL, NONE -> Optional.empty();
    };
  }

  /** What every row of an epoch begins with. */
  String start(int number) {
    return format == LogFormat.JSONL
        ? "{\"event\":\"epoch\",\"epoch\":" + number + ","
        : number + format.separator;
  }

  /** The row of an epoch. */
  String row(Epoch epoch) {
    if (format == LogFormat.JSONL) {
      return json(epoch);
    }
    String missing = format == LogFormat.CSV ? "" : "NaN";
    StringBuilder row = new StringBuilder(80).append(epoch.number());
    for (OptionalDouble value : columns.values(epoch)) {
      row.append(format.separator);
      row.append(value.isPresent() ? Double.toString(value.getAsDouble()) : missing);
    }
    return row.toString();
  }

  private String json(Epoch epoch) {
    Map<String, Object> event = new LinkedHashMap<>();
    event.put("event", "epoch");
    event.put("epoch", epoch.number());
    List<String> names = columns.names();
    List<OptionalDouble> values = columns.values(epoch);
    for (int i = 0; i < names.size(); i++) {
      event.put(names.get(i), values.get(i));
    }
    return JsonText.of(event);
  }
}
