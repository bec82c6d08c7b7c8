package gdtrain.cli.command;

import gdtrain.diagnosis.RunDescription;
import gdtrain.metric.Metrics;
import gdtrain.run.TrainingRun;
import gdtrain.run.selection.CrossValidation;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Says what the first fold is like and what was assumed in each, and hands on their scores. */
final class CvListener implements CrossValidation.Listener {
  private final Consumer<String> notes;
  private final boolean verbose;
  private final List<String> figures;
  private final BiConsumer<String, Metrics> scores;
  private boolean begun;

  CvListener(
      Consumer<String> notes,
      boolean verbose,
      List<String> figures,
      BiConsumer<String, Metrics> scores) {
    this.notes = notes;
    this.verbose = verbose;
    this.figures = figures;
    this.scores = scores;
  }

  @Override
  public String describe(TrainingRun run) {
    return RunDescription.of(run, verbose);
  }

  @Override
  public List<String> figures() {
    return figures;
  }

  @Override
  public void fold(String name, String run, List<String> said, Metrics score) {
    if (!begun) {
      notes.accept("in the first fold: " + run);
    }
    begun = true;
    said.forEach(notes);
    scores.accept(name, score);
  }
}
