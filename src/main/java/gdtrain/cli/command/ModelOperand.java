package gdtrain.cli.command;

import gdtrain.choice.InvalidSetting;
import gdtrain.cli.option.Invocation;
import gdtrain.cli.option.ShellCommand;
import gdtrain.dataset.encoding.Schema;
import gdtrain.model.BadModel;
import gdtrain.model.ModelFile;
import gdtrain.run.AppliedModel;
import gdtrain.table.Column;
import gdtrain.table.Table;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The model that a command applies to data. */
final class ModelOperand {
  private ModelOperand() {}

  /**
   * Reads the first operand.
   *
   * @throws InvalidSetting if the second is the model
   */
  static AppliedModel read(Invocation invocation) {
    String model = invocation.operand(0);
    try {
      return AppliedModel.read(model, invocation.values());
    } catch (BadModel e) {
      String data = invocation.operand(1);
      if (isModel(data)) {
        List<String> words = List.of(invocation.command().word(), data, model);
        throw new InvalidSetting(
            "the model comes before the data: " + new ShellCommand(words).text(), e);
      }
      throw e;
    }
  }

  /** Which input cells are missing, so that the model fills them as it learned to. */
  static Optional<String> missing(Schema schema, Table rows) {
    String columns =
        schema.encodings().stream()
            .map(encoding -> rows.columns().get(rows.columnNames().indexOf(encoding.column())))
            .flatMap(column -> missing(column, rows).stream())
            .collect(Collectors.joining(", "));
    return columns.isEmpty()
        ? Optional.empty()
        : Optional.of("missing cells, filled as the model says: " + columns);
  }

  private static Optional<String> missing(Column column, Table rows) {
    int[] missing = IntStream.range(0, rows.rows()).filter(column::isMissing).toArray();
    return missing.length == 0
        ? Optional.empty()
        : Optional.of(
            "%,d of '%s' (first in line %d)"
                .formatted(missing.length, column.name(), rows.line(missing[0])));
  }

  private static boolean isModel(String file) {
    try {
      ModelFile.read(Path.of(file));
      return true;
    } catch (BadModel e) {
      return false;
    }
  }
}
