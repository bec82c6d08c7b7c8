package gdtrain.run;

import gdtrain.checkpoint.CannotResume;
import gdtrain.checkpoint.CheckpointFile;
import gdtrain.checkpoint.CheckpointFile.SavedRun;
import gdtrain.choice.InvalidSetting;
import gdtrain.run.setting.RunSettings;
import gdtrain.run.setting.Settings;
import gdtrain.table.Table;
import gdtrain.train.Checkpoint;
import gdtrain.train.Epoch;
import gdtrain.train.Fit;
import gdtrain.train.Limits;
import gdtrain.train.UnfitCheckpoint;
import gdtrain.train.Watcher;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * An earlier run that is taken up.
 *
 * @param file of its checkpoint
 * @param run what the file holds
 */
public record Resumption(Path file, SavedRun run) {
  private static final String REMEDY = "a run is taken up with its own options";

  /** With which a run may be taken up otherwise than it began. */
  private static final Set<String> FREE = Set.of("epochs", "tolerance", "patience", "time-limit");

  /** Reads a checkpoint that this version of the program has written. */
  public static Resumption read(Path file) {
    SavedRun run = CheckpointFile.read(file);
    if (!run.version().equals(Version.gdtrain())) {
      throw new CannotResume(
          "%s was written by gdtrain %s, which this program, %s, cannot go on for"
              .formatted(file, run.version(), Version.gdtrain()));
    }
    return new Resumption(file, run);
  }

  /** What is taken up, for people. */
  public String description() {
    return "going on from %s, after epoch %,d".formatted(file, state().last().number());
  }

  public Checkpoint state() {
    return run.state();
  }

  /**
   * Refuses settings that are not those of the run.
   *
   * @param again the settings of the run that goes on
   */
  public void check(RunSettings again) {
    Map<String, String> now = again.toTexts();
    boolean paced = again.descent().paced();
    for (String key : RunSettings.diff(run.settings(), now)) {
      if (!FREE.contains(key) || (paced && key.equals(Settings.EPOCHS.key()))) {
        throw new InvalidSetting(
            "⟦resume⟧ %s: its run has %s, this one has %s; %s"
                .formatted(
                    file,
                    setting(key, run.settings()),
                    setting(key, now),
                    paced ? "its schedule follows ⟦epochs⟧" : REMEDY));
      }
    }
  }

  /** Refuses to go on with a run that is longer than this one may be. */
  public void check(Limits limits) {
    if (limits.epochs() < state().last().number()) {
      throw new InvalidSetting(
          "⟦resume⟧ %s: its run has %,d epochs behind it, more than ⟦epochs⟧ %s"
              .formatted(file, state().last().number(), limits.epochs()));
    }
  }

  private static String setting(String key, Map<String, String> settings) {
    return settings.containsKey(key) ? key + ": " + settings.get(key) : "no " + key;
  }

  /** Refuses data that are not those of the run. */
  public void check(List<Table> tables) {
    for (int i = 0; i < tables.size(); i++) {
      if (!tables.get(i).sha256().equals(run.data().get(i))) {
        throw new CannotResume(
            "%s has changed since the run of %s began; give it the same data or start anew"
                .formatted(tables.get(i).name(), file));
      }
    }
  }

  /**
   * The last epoch that the run has behind it, in the units of the log.
   *
   * @param layers whether it has the gradient norm of each layer
   */
  public Epoch passed(TrainingRun again, boolean layers) {
    Epoch last = state().last();
    if (!layers) {
      return again.shown(last);
    }
    List<double[]> memory = state().memory();
    if (memory.isEmpty() || memory.get(0).length != again.network().parameters()) {
      throw unfit(new UnfitCheckpoint());
    }
    return again.shownWithLayers(last, memory.get(0));
  }

  /** Goes on with the run. */
  public Fit goOn(TrainingRun again, Watcher watcher) {
    try {
      return again.resume(state(), watcher);
    } catch (UnfitCheckpoint e) {
      throw unfit(e);
    }
  }

  private CannotResume unfit(UnfitCheckpoint e) {
    return new CannotResume("%s cannot be gone on with: %s".formatted(file, e.getMessage()), e);
  }
}
