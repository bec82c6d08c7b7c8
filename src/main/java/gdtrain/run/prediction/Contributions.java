package gdtrain.run.prediction;

import gdtrain.dataset.encoding.Encoding;
import gdtrain.dataset.encoding.NumericEncoding;
import gdtrain.dataset.encoding.ProductTerm;
import gdtrain.dataset.encoding.Schema;
import gdtrain.insight.InputGradient;
import gdtrain.model.Model;
import gdtrain.run.uncertainty.FitInference;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleConsumer;

/**
 * What each input column adds to the raw output of a row: {@code w (x - mean)}, summed over the
 * features of the column; a product is a term of its own. In a linear model they and {@code
 * base_value} add up to the raw output. Of a network w is the slope of the output at the row, and
 * they add up to nothing.
 */
public final class Contributions implements RowColumns {
  private final Schema schema;
  private final boolean deep;
  private final boolean averaged;
  private final InputGradient gradient;
  private final double[] means;

  /** The features of each column or product, by their numbers. */
  private final Map<String, List<Integer>> terms;

  private final String raw;

  /** Those of a model. */
  public Contributions(Model model, double[] parameters) {
    this.schema = model.schema();
    this.deep = !model.hidden().isEmpty();
    this.gradient = new InputGradient(model.network(), parameters);
    this.terms = terms(schema);
    this.raw = model.loss().rawOutput();
    Optional<FitInference> inference = FitInference.of(model);
    this.averaged = inference.isPresent();
    this.means =
        inference
            .map(kept -> kept.means().stream().mapToDouble(Double::doubleValue).toArray())
            .orElseGet(() -> usual(schema));
  }

  private static Map<String, List<Integer>> terms(Schema schema) {
    Map<String, List<Integer>> terms = new LinkedHashMap<>();
    int at = 0;
    for (Encoding encoding : schema.encodings()) {
      List<Integer> own = terms.computeIfAbsent(encoding.column(), column -> new ArrayList<>());
      for (int i = 0; i < encoding.width(); i++) {
        own.add(at++);
      }
    }
    for (ProductTerm product : schema.products()) {
      terms.put(product.name(), List.of(at++));
    }
    return terms;
  }

  /**
   * Scaled means of numbers, and what else a model knows: the base category, a product's center.
   */
  private static double[] usual(Schema schema) {
    double[] means = new double[schema.inputs()];
    int at = 0;
    for (Encoding encoding : schema.encodings()) {
      if (encoding instanceof NumericEncoding numbers) {
        means[at] = (numbers.imputed() - numbers.unit().center()) / numbers.unit().scale();
      }
      at += encoding.width();
    }
    if (schema.intercept()) {
      means[means.length - 1] = 1;
    }
    return means;
  }

  /** What they are compared with, and what they come to, in words. */
  public String description() {
    List<String> others =
        schema.encodings().stream()
            .filter(encoding -> !(encoding instanceof NumericEncoding))
            .map(Encoding::column)
            .distinct()
            .toList();
    String from =
        averaged || others.isEmpty()
            ? "the training mean"
            : "the training mean, of categories from the base; fit ⟦inference⟧ keeps their means, too";
    return deep
        ? "contributions are slope x (input - mean) at the row, counted from %s: they do not add up to the output"
            .formatted(from)
        : "contributions are counted from %s; with base_value they add up to the raw output, %s%s"
            .formatted(from, raw, schema.offset().isPresent() ? " less its offset" : "");
  }

  private List<String> outputs() {
    return schema.target().outputs() == 1
        ? List.of("")
        : schema.target().outputNames().stream().map(name -> "_" + name).toList();
  }

  @Override
  public List<String> names() {
    List<String> names = new ArrayList<>();
    for (String output : outputs()) {
      if (!deep) {
        names.add("base_value" + output);
      }
      String first = (deep ? "slope_x_input" : "contribution") + output + "_";
      terms.keySet().forEach(term -> names.add(first + term));
    }
    return names;
  }

  @Override
  public void add(double[] inputs, double prediction, DoubleConsumer numbers) {
    double unit = schema.target().unit().scale();
    for (double[] slopes : gradient.at(inputs)) {
      if (!deep) {
        double base = schema.target().unit().center();
        for (int i = 0; i < means.length; i++) {
          base += unit * slopes[i] * means[i];
        }
        numbers.accept(base);
      }
      for (List<Integer> features : terms.values()) {
        double sum = 0;
        for (int i : features) {
          sum += unit * slopes[i] * (inputs[i] - means[i]);
        }
        numbers.accept(sum);
      }
    }
  }
}
