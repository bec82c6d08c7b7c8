package gdtrain.run.uncertainty;

import gdtrain.choice.InvalidSetting;
import gdtrain.compute.Workers;
import gdtrain.dataset.Dataset;
import gdtrain.dataset.encoding.Cells;
import gdtrain.insight.Triangle;
import gdtrain.insight.inference.Goodness;
import gdtrain.insight.inference.LinearRows;
import gdtrain.insight.inference.NoInference;
import gdtrain.insight.inference.Robust;
import gdtrain.insight.inference.Wald;
import gdtrain.loss.Likelihood;
import gdtrain.model.Parameter;
import gdtrain.run.TrainingRun;
import gdtrain.run.setting.Settings;
import gdtrain.table.BadTable;
import gdtrain.table.CellText;
import gdtrain.table.Column;
import gdtrain.table.Selection;
import gdtrain.table.Table;
import gdtrain.train.Ending;
import gdtrain.train.Factor;
import gdtrain.train.Fit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** What a run infers about its parameters. */
public final class RunInference {
  /** A model with more would keep millions of numbers. */
  private static final int MOST_PARAMETERS = 2000;

  private final InferenceSettings settings;
  private final TrainingRun run;
  private final Optional<int[]> clusters;

  /**
   * Prepares to infer.
   *
   * @throws BadTable if these rows do not tell all parameters
   * @throws InvalidSetting if the loss has not what is asked for, or there are too many parameters
   */
  public RunInference(InferenceSettings settings, TrainingRun run) {
    this.settings = settings;
    this.run = run;
    if (run.network().parameters() > MOST_PARAMETERS) {
      throw new InvalidSetting(
          "⟦inference⟧ is for up to %,d parameters, and there are %,d; leave columns out with ⟦exclude⟧, or put categories together with ⟦rare⟧"
              .formatted(MOST_PARAMETERS, run.network().parameters()));
    }
    this.clusters = settings.cluster().map(name -> clusters(name, run.tables().training()));
    checkRank();
    if (likelihood() == Likelihood.MULTINOMIAL
        && settings.robust().equals(Optional.of(Robust.HC3))) {
      throw new InvalidSetting(
          "⟦robust⟧ hc3 is not for several classes, of which a row has no single leverage; hc1 is");
    }
  }

  private Likelihood likelihood() {
    return run.loss().likelihood().orElseThrow();
  }

  private static int[] clusters(String reference, Table table) {
    int place = Selection.resolveOne(reference, table.columnNames(), Settings.CLUSTER.toString());
    Column column = table.columns().get(place);
    Map<String, Integer> known = new HashMap<>();
    int[] clusters = new int[table.rows()];
    for (int row = 0; row < clusters.length; row++) {
      if (column.isMissing(row)) {
        throw Cells.at(table, column, row, "names no cluster");
      }
      clusters[row] = known.computeIfAbsent(Cells.label(column, row), label -> known.size());
    }
    if (known.size() < 2) {
      throw new BadTable(
          "⟦cluster⟧: all rows have the same value in column '%s', and one cluster tells no variance"
              .formatted(column.name()));
    }
    return clusters;
  }

  /** Refuses rows of which some parameters are not known, or that are too few to test them. */
  private void checkRank() {
    Triangle triangle =
        run.learned().triangle().orElseGet(() -> factorised(rows(), run.schema().intercept()));
    OptionalInt dependent = triangle.dependent();
    if (dependent.isPresent()) {
      throw new BadTable(
          "⟦inference⟧: the input '%s' follows from the others in these rows, so that its parameter has no one value; leave it out with ⟦exclude⟧"
              .formatted(run.schema().inputNames().get(dependent.getAsInt())));
    }
    int parameters =
        run.network().parameters()
            - (likelihood() == Likelihood.MULTINOMIAL ? run.schema().inputs() : 0);
    if (rows().totalWeight() <= parameters) {
      throw new BadTable(
          "⟦inference⟧: %s rows for %,d parameters leave none to tell how sure these are; take more rows or fewer columns"
              .formatted(CellText.number(rows().totalWeight()), parameters));
    }
  }

  private static Triangle factorised(Dataset rows, boolean intercept) {
    try (Workers alone = new Workers(1)) {
      return Triangle.of(Factor.of(rows, intercept, alone));
    }
  }

  private Dataset rows() {
    return run.weighedRows();
  }

  /** The names of the figures that it gives, for requirements. */
  public List<String> figureNames() {
    return Goodness.names(likelihood(), settings.isClassical() && run.schema().inputs() > 1);
  }

  /**
   * Infers at the end of the run.
   *
   * @throws NoInference if the run ended where the likelihood is not highest, or what is asked for
   *     is not defined there
   */
  public FitInference at(Fit fit) {
    if (!fit.converged()) {
      throw new NoInference(
          "⟦inference⟧: the run stopped before the minimum, and what bends there tells no standard error; give it more ⟦epochs⟧");
    }
    if (fit.ending() == Ending.ZERO_LOSS) {
      throw new NoInference(
          "⟦inference⟧: the inputs tell the target of every row exactly, and the rounding that is left tells no standard error");
    }
    LinearRows rows = new LinearRows(rows(), run.schema().intercept(), fit.parameters());
    Wald wald =
        new Wald(
            run.schema(),
            rows,
            likelihood(),
            new Wald.Request(settings.level(), settings.robust(), clusters));
    List<Double> values = run.parameters(fit.parameters()).stream().map(Parameter::value).toList();
    return new FitInference(
        wald.infer(values), settings.cluster(), wald.information(), wald.means());
  }
}
