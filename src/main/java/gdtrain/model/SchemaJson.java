package gdtrain.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gdtrain.dataset.CategoricalEncoding;
import gdtrain.dataset.ClassTarget;
import gdtrain.dataset.Coding;
import gdtrain.dataset.Encoding;
import gdtrain.dataset.NumericEncoding;
import gdtrain.dataset.NumericTarget;
import gdtrain.dataset.Schema;
import gdtrain.dataset.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** A schema as JSON: {@code target}, {@code weight}, {@code inputs}, {@code intercept}. */
final class SchemaJson {
  private SchemaJson() {}

  static void write(Schema schema, ObjectNode json) {
    ObjectNode target = json.putObject("target").put("column", schema.target().name());
    if (schema.target() instanceof ClassTarget classes) {
      ArrayNode labels = target.put("task", "classification").putArray("classes");
      classes.classes().forEach(labels::add);
    } else {
      target.put("task", "regression");
    }
    schema.weight().ifPresent(name -> json.put("weight", name));
    ArrayNode inputs = json.putArray("inputs");
    schema.encodings().forEach(encoding -> inputs.add(input(encoding)));
    json.put("intercept", schema.intercept());
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
    NumericEncoding numeric = (NumericEncoding) encoding;
    return json.put("kind", "numeric")
        .put("missing_reads_as", numeric.imputed())
        .put("center", numeric.center())
        .put("scale", numeric.scale());
  }

  static Schema read(JsonNode json) {
    List<Encoding> encodings = new ArrayList<>();
    required(json, "inputs").forEach(input -> encodings.add(encoding(input)));
    return new Schema(
        target(required(json, "target")),
        Optional.ofNullable(json.get("weight")).map(JsonNode::textValue),
        encodings,
        required(json, "intercept").booleanValue());
  }

  private static Target target(JsonNode json) {
    String name = required(json, "column").textValue();
    return required(json, "task").textValue().equals("regression")
        ? new NumericTarget(name)
        : new ClassTarget(name, texts(required(json, "classes")));
  }

  private static Encoding encoding(JsonNode json) {
    String column = required(json, "column").textValue();
    JsonNode missing = required(json, "missing_reads_as");
    return switch (required(json, "kind").textValue()) {
      case "numeric" ->
          new NumericEncoding(
              column,
              number(missing),
              number(required(json, "center")),
              number(required(json, "scale")));
      case "categorical" ->
          new CategoricalEncoding(
              column,
              texts(required(json, "levels")),
              missing.textValue(),
              Coding.valueOf(required(json, "coding").textValue().toUpperCase(Locale.ROOT)),
              false);
      default -> throw new IllegalArgumentException("input '%s' has no kind".formatted(column));
    };
  }

  private static List<String> texts(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).map(JsonNode::textValue).toList();
  }

  static double number(JsonNode json) {
    if (!json.isNumber() || !Double.isFinite(json.doubleValue())) {
      throw new IllegalArgumentException("'%s' is not a finite number".formatted(json));
    }
    return json.doubleValue();
  }

  static JsonNode required(JsonNode json, String name) {
    JsonNode value = json.get(name);
    if (value == null || value.isNull()) {
      throw new IllegalArgumentException("'%s' is missing".formatted(name));
    }
    return value;
  }
}
