package gdtrain.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gdtrain.table.CellFormat;
import gdtrain.table.ClockFormat;
import gdtrain.table.DateFormat;
import gdtrain.table.NumberFormat;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * How cells of columns are written, as JSON: by column, {@code kind} is {@code number} with {@code
 * decimal}, {@code thousands}, {@code before} and {@code after}; {@code date} with {@code order},
 * {@code origin} and {@code parts}; or {@code time} with {@code unit}, minutes or seconds.
 */
final class FormatJson {
  private FormatJson() {}

  static void write(Map<String, CellFormat> formats, ObjectNode json) {
    formats.forEach((column, format) -> write(format, json.putObject(column)));
  }

  private static void write(CellFormat format, ObjectNode json) {
    if (format instanceof NumberFormat number) {
      boolean groups = number.thousands() != NumberFormat.NONE;
      json.put("kind", "number").put("decimal", String.valueOf(number.decimal()));
      json.put("thousands", groups ? String.valueOf(number.thousands()) : "");
      json.put("before", number.before()).put("after", number.after());
    } else if (format instanceof DateFormat date) {
      json.put("kind", "date").put("order", date.order().word());
      json.put("origin", date.origin().toString());
      date.parts().forEach(part -> json.withArray("parts").add(part.word()));
    } else if (format instanceof ClockFormat clock) {
      json.put("kind", "time").put("unit", clock.seconds() ? "seconds" : "minutes");
    }
  }

  static Map<String, CellFormat> read(JsonNode json) {
    Map<String, CellFormat> formats = new LinkedHashMap<>();
    json.properties().forEach(field -> formats.put(field.getKey(), format(field.getValue())));
    return formats;
  }

  private static CellFormat format(JsonNode json) {
    return switch (SchemaJson.text(json, "kind")) {
      case "number" -> number(json);
      case "date" ->
          new DateFormat(
              Stream.of(DateFormat.Order.values())
                  .filter(order -> order.word().equals(json.path("order").asText()))
                  .findFirst()
                  .orElseThrow(() -> wrong(json, "order")),
              origin(json),
              parts(json));
      case "time" -> {
        boolean seconds = SchemaJson.text(json, "unit").equals("seconds");
        if (!seconds && !SchemaJson.text(json, "unit").equals("minutes")) {
          throw wrong(json, "unit");
        }
        yield new ClockFormat(seconds);
      }
      default -> throw wrong(json, "kind");
    };
  }

  private static NumberFormat number(JsonNode json) {
    String decimal = SchemaJson.text(json, "decimal");
    String thousands = SchemaJson.text(json, "thousands");
    if (!decimal.equals(".") && !decimal.equals(",")) {
      throw wrong(json, "decimal");
    }
    if (thousands.length() > 1 || thousands.equals(decimal)) {
      throw wrong(json, "thousands");
    }
    return new NumberFormat(
        decimal.charAt(0),
        thousands.isEmpty() ? NumberFormat.NONE : thousands.charAt(0),
        SchemaJson.text(json, "before"),
        SchemaJson.text(json, "after"));
  }

  private static LocalDate origin(JsonNode json) {
    try {
      return LocalDate.parse(SchemaJson.text(json, "origin"));
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("'origin' is no date such as 2024-01-31", e);
    }
  }

  private static Set<DateFormat.Part> parts(JsonNode json) {
    Set<DateFormat.Part> parts = EnumSet.noneOf(DateFormat.Part.class);
    for (JsonNode name : json.path("parts")) {
      parts.add(
          Stream.of(DateFormat.Part.values())
              .filter(part -> part.word().equals(name.asText()))
              .findFirst()
              .orElseThrow(() -> wrong(json, "parts")));
    }
    return parts;
  }

  private static IllegalArgumentException wrong(JsonNode json, String name) {
    return new IllegalArgumentException("'%s' is %s".formatted(name, json.get(name)));
  }
}
