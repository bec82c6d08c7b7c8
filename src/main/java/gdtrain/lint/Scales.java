package gdtrain.lint;

import gdtrain.dataset.preparation.Scaling;
import gdtrain.table.NumericColumn;
import java.util.Comparator;
import java.util.List;

/** Inputs of very different deviation that are not standardised, so that descent is slow. */
final class Scales implements Rule {
  private static final double MOST = 1e3;

  @Override
  public List<Finding> findings(TrainingRows rows) {
    if (rows.preparation().scaling() == Scaling.STANDARD) {
      return List.of();
    }
    Comparator<NumericColumn> bySize = Comparator.comparingDouble(column -> size(column, rows));
    List<NumericColumn> columns =
        rows.numbers().stream()
            .filter(column -> !rows.isIncluded(column.name()))
            .filter(column -> size(column, rows) > 0)
            .sorted(bySize)
            .toList();
    if (columns.size() < 2) {
      return List.of();
    }
    NumericColumn smallest = columns.get(0);
    NumericColumn largest = columns.get(columns.size() - 1);
    double factor = size(largest, rows) / size(smallest, rows);
    if (!(factor > MOST)) {
      return List.of();
    }
    String sentence =
        "as inputs, '%s' and '%s' have deviations of %s and %s: a factor of %s, which slows descent down; ⟦scale⟧ standard makes them equal"
            .formatted(
                largest.name(),
                smallest.name(),
                FindingText.rounded(size(largest, rows), 3),
                FindingText.rounded(size(smallest, rows), 3),
                FindingText.rounded(factor, 2));
    return List.of(Finding.warning("scales", sentence));
  }

  /** The deviation as an input. */
  private static double size(NumericColumn column, TrainingRows rows) {
    double scale =
        rows.schema().encodings().stream()
            .filter(encoding -> encoding.column().equals(column.name()))
            .mapToDouble(encoding -> encoding.unit().scale())
            .findFirst()
            .orElseThrow();
    return rows.moments(column).deviation() / scale;
  }
}
