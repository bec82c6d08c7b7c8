package gdtrain.run.uncertainty;

import gdtrain.model.BadModel;
import gdtrain.model.Model;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** A part of a model's record, as it was read from its file. */
final class Stored {
  private final Map<String, Object> fields = new LinkedHashMap<>();

  private Stored(Object part) {
    if (!(part instanceof Map<?, ?> map)) {
      throw new IllegalArgumentException("%s is no object".formatted(part));
    }
    map.forEach((key, value) -> fields.put(key.toString(), value));
  }

  /**
   * What is made of a part of a record, if it is there.
   *
   * @throws BadModel if it is at fault
   */
  static <T> Optional<T> read(Model model, String name, Function<Stored, T> make) {
    try {
      return Optional.ofNullable(model.record().get(name)).map(Stored::new).map(make);
    } catch (IllegalArgumentException e) {
      throw new BadModel(
          "run.%s of the model is not as fit wrote it: %s".formatted(name, e.getMessage()), e);
    }
  }

  private Object required(String name) {
    return Optional.ofNullable(fields.get(name))
        .orElseThrow(() -> new IllegalArgumentException("'%s' is missing".formatted(name)));
  }

  boolean has(String name) {
    return fields.get(name) != null;
  }

  String text(String name) {
    return required(name).toString();
  }

  double number(String name) {
    return number(required(name));
  }

  /** NaN where there is nothing, as numbers are written that are none. */
  double numberOrNone(String name) {
    return has(name) ? number(name) : Double.NaN;
  }

  private static double number(Object value) {
    if (!(value instanceof Number number) || !Double.isFinite(number.doubleValue())) {
      throw new IllegalArgumentException("%s is no finite number".formatted(value));
    }
    return number.doubleValue();
  }

  private static List<?> list(Object value) {
    if (!(value instanceof List<?> list)) {
      throw new IllegalArgumentException("%s is no list".formatted(value));
    }
    return list;
  }

  List<Double> numbers(String name) {
    return list(required(name)).stream().map(Stored::number).toList();
  }

  double[][] columns(String name) {
    return list(required(name)).stream()
        .map(column -> list(column).stream().mapToDouble(Stored::number).toArray())
        .toArray(double[][]::new);
  }

  List<Stored> parts(String name) {
    return list(required(name)).stream().map(Stored::new).toList();
  }

  /** A part whose fields are numbers, or nothing. */
  Map<String, Double> figures(String name) {
    Stored part = new Stored(required(name));
    Map<String, Double> figures = new LinkedHashMap<>();
    part.fields.keySet().forEach(key -> figures.put(key, part.numberOrNone(key)));
    return figures;
  }

  /** A number for a file: nothing where it is none. */
  static Double told(double number) {
    return Double.isFinite(number) ? number : null;
  }
}
