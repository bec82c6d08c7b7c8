package gdtrain.run;

import gdtrain.choice.InvalidSetting;
import gdtrain.choice.SettingName;
import gdtrain.metric.ScoredRows;
import gdtrain.model.Model;
import gdtrain.run.setting.ReadingSettings;
import gdtrain.run.setting.RunSettings;
import gdtrain.run.setting.SettingValues;
import gdtrain.table.Table;
import gdtrain.train.Ending;
import gdtrain.train.Epoch;
import gdtrain.train.Fit;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Training from Java, as {@code gdtrain fit} does it: a file or rows in; epochs, a model and
 * predictions out.
 *
 * <pre>{@code
 * RunSettings settings = RunSettings.of(Map.of("target", "mpg", "l2", 0.01));
 * Training training = Training.of(settings, Path.of("cars.csv"), epoch -> {});
 * Files.write(Path.of("cars.json"), ModelFile.bytes(training.model().orElseThrow()));
 * double[][] predictions = training.predict("hp,wt\n110,2.62\n");
 * }</pre>
 *
 * <p>A mistake in settings or data is a {@link gdtrain.choice.UserError} with one sentence. Two
 * trainings with the same settings and data have the same model, to the last bit.
 */
public final class Training {
  private final Fit fit;
  private final Optional<Model> model;
  private final List<String> notes;

  private Training(Fit fit, Optional<Model> model, List<String> notes) {
    this.fit = fit;
    this.model = model;
    this.notes = notes;
  }

  /**
   * Trains on a CSV file, which may be gzipped.
   *
   * @param listener receives every epoch as it ends, 0 before the first step; losses are in the
   *     unit of the target's column
   */
  public static Training of(RunSettings settings, Path file, Consumer<Epoch> listener) {
    return of(settings, file.toString(), InputStream.nullInputStream(), listener);
  }

  /**
   * Trains on rows in memory.
   *
   * @param csv the rows as CSV text, with or without names in the first record
   */
  public static Training ofRows(RunSettings settings, String csv, Consumer<Epoch> listener) {
    return of(settings, "-", bytes(csv), listener);
  }

  private static InputStream bytes(String csv) {
    return new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8));
  }

  private static Training of(
      RunSettings settings, String data, InputStream in, Consumer<Epoch> listener) {
    List<String> notes = new ArrayList<>();
    try (Session session = new Session(settings.values(), in, notes::add)) {
      Table table = session.read(settings, List.of(data));
      TrainingRun run = session.run(settings, session.prepare(settings, table));
      Fit fit = run.fit(listener::accept);
      boolean diverged = fit.ending() == Ending.DIVERGED;
      TrainingRun decided =
          diverged ? run : DecisionThreshold.decide(run, fit, Training::noFolds, notes::add);
      return new Training(
          fit,
          diverged ? Optional.empty() : Optional.of(RunRecord.model(decided, table, fit)),
          List.copyOf(notes));
    }
  }

  private static List<ScoredRows> noFolds() {
    throw new InvalidSetting("⟦threshold⟧ needs ⟦validation⟧ rows to be chosen by");
  }

  /** How it ended, and the epoch whose parameters are kept. */
  public Fit fit() {
    return fit;
  }

  /** The model; none if descent diverged. */
  public Optional<Model> model() {
    return model;
  }

  /** What was assumed about the data, a sentence each; settings are called by their keys. */
  public List<String> notes() {
    return notes.stream().map(SettingName::plain).toList();
  }

  /**
   * Predicts rows with the model.
   *
   * @param csv the rows as CSV text; columns are matched by name, the target need not be there
   * @return for each row one number, or the probability of each class in the order of the model's
   *     classes; for two classes that of the second alone
   * @throws java.util.NoSuchElementException if descent diverged
   */
  public double[][] predict(String csv) {
    return predict(model.orElseThrow(), csv);
  }

  /** Predicts rows with a model, such as one that {@link gdtrain.model.ModelFile} read. */
  public static double[][] predict(Model model, String csv) {
    AppliedModel applied = AppliedModel.of(model, "error");
    ReadingSettings reading = new ReadingSettings(SettingValues.none());
    try (Session session = new Session(reading.values(), bytes(csv), note -> {})) {
      Table table =
          session.load(
              session.source(List.of("-")),
              source -> applied.read(source, reading, Optional.empty(), session.threads()));
      List<double[]> predictions = new ArrayList<>();
      applied.predictor(table).predict(block -> add(block, model, predictions));
      return predictions.toArray(double[][]::new);
    }
  }

  private static void add(double[] block, Model model, List<double[]> predictions) {
    int outputs = model.schema().target().outputs();
    boolean number = model.schema().target().classes().isEmpty();
    for (int from = 0; from < block.length; from += outputs) {
      double[] row = Arrays.copyOfRange(block, from, from + outputs);
      if (number) {
        row[0] = model.schema().target().raw(row[0]);
      }
      predictions.add(row);
    }
  }
}
