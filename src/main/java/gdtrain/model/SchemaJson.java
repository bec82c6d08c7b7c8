package gdtrain.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gdtrain.choice.EnumWord;
import gdtrain.dataset.Dtype;
import gdtrain.dataset.encoding.CategoricalEncoding;
import gdtrain.dataset.encoding.ClassTarget;
import gdtrain.dataset.encoding.Coding;
import gdtrain.dataset.encoding.Encoding;
import gdtrain.dataset.encoding.MissingIndicator;
import gdtrain.dataset.encoding.NumericEncoding;
import gdtrain.dataset.encoding.NumericTarget;
import gdtrain.dataset.encoding.Offset;
import gdtrain.dataset.encoding.ProductTerm;
import gdtrain.dataset.encoding.Schema;
import gdtrain.dataset.encoding.Target;
import gdtrain.dataset.encoding.Transform;
import gdtrain.dataset.encoding.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A schema as JSON: {@code target}, {@code weight}, {@code inputs}, {@code products} where there
 * are some, {@code formats} where numbers are not written plainly, {@code intercept}, {@code dtype}
 * where inputs are floats.
 */
final class SchemaJson {
  private SchemaJson() {}

  static void write(Schema schema, ObjectNode json) {
    ObjectNode target = json.putObject("target").put("column", schema.target().name());
    if (schema.target() instanceof ClassTarget classes) {
      ArrayNode labels = target.put("task", "classification").putArray("classes");
      classes.classes().forEach(labels::add);
      classes.threshold().ifPresent(threshold -> target.put("threshold", threshold));
    } else {
      target.put("task", "regression");
      write(((NumericTarget) schema.target()).transform(), target);
      if (schema.target().unit().isScaled()) {
        write(schema.target().unit(), target);
      }
    }
    schema.weight().ifPresent(name -> json.put("weight", name));
    schema.offset().ifPresent(o -> json.put(o.exposure() ? "exposure" : "offset", o.column()));
    ArrayNode inputs = json.putArray("inputs");
    schema.encodings().forEach(encoding -> inputs.add(input(encoding)));
    if (!schema.products().isEmpty()) {
      ArrayNode products = json.putArray("products");
      schema.products().forEach(product -> write(product, products.addObject()));
    }
    if (!schema.formats().isEmpty()) {
      FormatJson.write(schema.formats(), json.putObject("formats"));
    }
    json.put("intercept", schema.intercept());
    if (schema.dtype() == Dtype.FLOAT) {
      json.put("dtype", "float");
    }
  }

  private static ObjectNode input(Encoding encoding) {
    ObjectNode json = JsonNodeFactory.instance.objectNode().put("column", encoding.column());
    if (encoding instanceof CategoricalEncoding categorical) {
      json.put("kind", "categorical");
      ArrayNode levels = json.putArray("levels");
      categorical.levels().forEach(levels::add);
      return json.put("missing_reads_as", categorical.imputed())
          .put("coding", categorical.coding().name().toLowerCase(Locale.ROOT));
    }
    if (encoding instanceof MissingIndicator) {
      return json.put("kind", "missing");
    }
    NumericEncoding numeric = (NumericEncoding) encoding;
    write(numeric.transform(), json.put("kind", "numeric"));
    json.put("missing_reads_as", numeric.imputed());
    return write(numeric.unit(), json);
  }

  private static void write(Transform transform, ObjectNode json) {
    if (transform != Transform.NONE) {
      json.put("transform", transform.word());
    }
  }

  private static Transform transform(JsonNode json) {
    return json.has("transform")
        ? EnumWord.constant(Transform.class, "'transform'", text(json, "transform"))
        : Transform.NONE;
  }

  private static void write(ProductTerm product, ObjectNode json) {
    ArrayNode factors = json.putArray("factors");
    product.factors().forEach(factors::add);
    write(product.unit(), json);
  }

  private static ObjectNode write(Unit unit, ObjectNode json) {
    return json.put("center", unit.center()).put("scale", unit.scale());
  }

  static Schema read(JsonNode json) {
    List<Encoding> encodings = new ArrayList<>();
    required(json, "inputs").forEach(input -> encodings.add(encoding(input)));
    List<ProductTerm> products = new ArrayList<>();
    json.path("products")
        .forEach(
            product -> products.add(new ProductTerm(texts(product, "factors"), unit(product))));
    return new Schema(
        target(required(json, "target")),
        Optional.ofNullable(json.get("weight")).map(JsonNode::textValue),
        offset(json),
        encodings,
        products,
        required(json, "intercept").booleanValue(),
        json.has("dtype") ? dtype(text(json, "dtype")) : Dtype.DOUBLE,
        FormatJson.read(json.path("formats")));
  }

  private static Optional<Offset> offset(JsonNode json) {
    boolean exposure = json.has("exposure");
    return exposure || json.has("offset")
        ? Optional.of(new Offset(text(json, exposure ? "exposure" : "offset"), exposure))
        : Optional.empty();
  }

  private static Dtype dtype(String name) {
    return switch (name) {
      case "double" -> Dtype.DOUBLE;
      case "float" -> Dtype.FLOAT;
      default -> throw new IllegalArgumentException("'dtype' is '%s'".formatted(name));
    };
  }

  private static Target target(JsonNode json) {
    String name = text(json, "column");
    return switch (text(json, "task")) {
      case "regression" ->
          new NumericTarget(name, transform(json), json.has("scale") ? unit(json) : Unit.RAW);
      case "classification" -> new ClassTarget(name, texts(json, "classes"), threshold(json));
      default -> throw new IllegalArgumentException("target '%s' has no task".formatted(name));
    };
  }

  private static OptionalDouble threshold(JsonNode json) {
    if (!json.has("threshold")) {
      return OptionalDouble.empty();
    }
    double threshold = number(json, "threshold");
    if (!(threshold >= 0 && threshold <= 1)) {
      throw new IllegalArgumentException("'threshold' must be from 0 to 1, not " + threshold);
    }
    return OptionalDouble.of(threshold);
  }

  private static Encoding encoding(JsonNode json) {
    String column = text(json, "column");
    return switch (text(json, "kind")) {
      case "numeric" ->
          new NumericEncoding(
              column, transform(json), number(json, "missing_reads_as"), unit(json));
      case "categorical" ->
          new CategoricalEncoding(
              column, texts(json, "levels"), text(json, "missing_reads_as"), coding(json), false);
      case "missing" -> new MissingIndicator(column);
      default -> throw new IllegalArgumentException("input '%s' has no kind".formatted(column));
    };
  }

  private static Coding coding(JsonNode json) {
    return Coding.valueOf(text(json, "coding").toUpperCase(Locale.ROOT));
  }

  private static Unit unit(JsonNode json) {
    double scale = number(json, "scale");
    if (!(scale > 0)) {
      throw new IllegalArgumentException("'scale' must be above 0, not " + scale);
    }
    return new Unit(number(json, "center"), scale);
  }

  private static List<String> texts(JsonNode json, String name) {
    List<String> texts = new ArrayList<>();
    for (JsonNode element : required(json, name)) {
      if (!element.isTextual()) {
        throw new IllegalArgumentException("'%s' holds %s, no text".formatted(name, element));
      }
      texts.add(element.textValue());
    }
    if (texts.isEmpty()) {
      throw new IllegalArgumentException("'%s' is empty".formatted(name));
    }
    return texts;
  }

  static String text(JsonNode json, String name) {
    JsonNode value = required(json, name);
    if (!value.isTextual()) {
      throw new IllegalArgumentException("'%s' is %s, not a text".formatted(name, value));
    }
    return value.textValue();
  }

  static double number(JsonNode json, String name) {
    JsonNode value = required(json, name);
    if (!value.isNumber() || !Double.isFinite(value.doubleValue())) {
      throw new IllegalArgumentException("'%s' is %s, not a finite number".formatted(name, value));
    }
    return value.doubleValue();
  }

  static JsonNode required(JsonNode json, String name) {
    JsonNode value = json.get(name);
    if (value == null || value.isNull()) {
      throw new IllegalArgumentException("'%s' is missing".formatted(name));
    }
    return value;
  }
}
