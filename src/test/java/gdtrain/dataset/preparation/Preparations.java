package gdtrain.dataset.preparation;

import gdtrain.Data;
import gdtrain.dataset.encoding.Coding;
import gdtrain.dataset.encoding.MissingPolicy;
import gdtrain.dataset.encoding.Task;
import gdtrain.table.Selection;
import gdtrain.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Preparations that differ from the defaults in what a test is about, and what they lead to. */
public record Preparations(Preparation preparation) {
  static Preparations none() {
    return new Preparations(Preparation.defaults());
  }

  public static Preparations target(String target) {
    Preparation d = Preparation.defaults();
    return new Preparations(
        new Preparation(
            Optional.of(target),
            d.task(),
            d.weight(),
            d.include(),
            d.exclude(),
            d.scaling(),
            d.coding(),
            d.missing(),
            d.expansion()));
  }

  public Preparations task(Task task) {
    Preparation p = preparation;
    return new Preparations(
        new Preparation(
            p.target(),
            Optional.of(task),
            p.weight(),
            p.include(),
            p.exclude(),
            p.scaling(),
            p.coding(),
            p.missing(),
            p.expansion()));
  }

  Preparations weight(String weight) {
    Preparation p = preparation;
    return new Preparations(
        new Preparation(
            p.target(),
            p.task(),
            Optional.of(weight),
            p.include(),
            p.exclude(),
            p.scaling(),
            p.coding(),
            p.missing(),
            p.expansion()));
  }

  Preparations columns(String include, String exclude) {
    Preparation p = preparation;
    return new Preparations(
        new Preparation(
            p.target(),
            p.task(),
            p.weight(),
            Selection.parse(include),
            Selection.parse(exclude),
            p.scaling(),
            p.coding(),
            p.missing(),
            p.expansion()));
  }

  Preparations with(Scaling scaling, Coding coding, MissingPolicy missing) {
    Preparation p = preparation;
    return new Preparations(
        new Preparation(
            p.target(),
            p.task(),
            p.weight(),
            p.include(),
            p.exclude(),
            scaling,
            coding,
            missing,
            p.expansion()));
  }

  Preparations scaling(Scaling scaling) {
    return with(scaling, preparation.coding(), preparation.missing());
  }

  Preparations coding(Coding coding) {
    return with(preparation.scaling(), coding, preparation.missing());
  }

  Preparations missing(MissingPolicy missing) {
    return with(preparation.scaling(), preparation.coding(), missing);
  }

  Preparations expansion(int degree, boolean interactions) {
    Preparation p = preparation;
    return new Preparations(
        new Preparation(
            p.target(),
            p.task(),
            p.weight(),
            p.include(),
            p.exclude(),
            p.scaling(),
            p.coding(),
            p.missing(),
            new Expansion(degree, interactions)));
  }

  Roles roles(String csv) {
    return Roles.of(Data.table(csv), preparation);
  }

  public Prepared prepare(String csv) {
    return prepare(csv, new Holdout.None(), new ArrayList<>());
  }

  public Prepared prepare(String csv, List<String> notes) {
    return prepare(csv, new Holdout.None(), notes);
  }

  public Prepared prepare(String csv, Holdout holdout, List<String> notes) {
    Table table = Data.table(csv);
    return Prepared.of(table, preparation, true, holdout, notes::add);
  }

  /** One input of all training rows. */
  static double[] input(Prepared prepared, String name) {
    int index = prepared.schema().inputNames().indexOf(name);
    if (index < 0) {
      throw new AssertionError(name + " is none of " + prepared.schema().inputNames());
    }
    double[][] inputs = Data.inputs(prepared.training());
    double[] column = new double[inputs.length];
    for (int row = 0; row < column.length; row++) {
      column[row] = inputs[row][index];
    }
    return column;
  }
}
