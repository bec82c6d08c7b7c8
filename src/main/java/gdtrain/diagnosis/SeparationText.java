package gdtrain.diagnosis;

import gdtrain.dataset.encoding.Feature;
import gdtrain.insight.ClassSeparation;
import gdtrain.report.NumberText;
import gdtrain.run.TrainingRun;
import gdtrain.train.Ending;
import gdtrain.train.Fit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Why a run on classes found no minimum: there is none where classes are told for certain. */
public final class SeparationText {
  private static final String SO =
      ", so the loss has no minimum and the weights grow for ever; ⟦l2⟧ keeps them finite";

  /** So many classes are named. */
  private static final int MOST = 4;

  private final TrainingRun run;
  private final Fit fit;
  private final List<String> classes;

  SeparationText(TrainingRun run, Fit fit) {
    this.run = run;
    this.fit = fit;
    this.classes = run.schema().target().classes();
  }

  /**
   * One sentence.
   *
   * @param perfect whether the class of every training row is told
   */
  public Optional<String> line(boolean perfect) {
    boolean open = run.loss().endlessIfSeparable() && !run.regularisation().active();
    if (!open || fit.ending() == Ending.CONVERGED) {
      return Optional.empty();
    }
    if (run.settings().network().deep()) {
      return perfect
          ? Optional.of("the network tells the class of every training row" + SO)
          : Optional.empty();
    }
    return ClassSeparation.of(run.weighedRows(), run.schema().intercept(), fit.parameters())
        .map(split -> text(split) + SO);
  }

  private String text(ClassSeparation split) {
    if (split.feature().isPresent()) {
      return single(split, run.schema().features().get(split.feature().getAsInt()));
    }
    return split.complete()
        ? "the classes are separable: a weighted sum of the inputs tells that of every training row"
        : "a weighted sum of the inputs tells %s from all other classes"
            .formatted(names(split.classes()));
  }

  private String single(ClassSeparation split, Feature feature) {
    String threshold = NumberText.text(feature.unit().raw(split.threshold().orElseThrow()));
    List<Integer> below =
        IntStream.range(0, classes.size())
            .filter(k -> !split.classes().contains(k))
            .boxed()
            .toList();
    String above = names(split.classes());
    return split.strict()
        ? "'%s' alone tells %s, above %s, from %s, below"
            .formatted(feature.name(), above, threshold, names(below))
        : "'%s' tells the class wherever it is not %s: above, it is %s, below, %s"
            .formatted(feature.name(), threshold, above, names(below));
  }

  private String names(List<Integer> labels) {
    String first =
        labels.stream()
            .limit(MOST)
            .map(label -> "'%s'".formatted(classes.get(label)))
            .collect(Collectors.joining(" or "));
    return labels.size() > MOST ? "%s or %,d more".formatted(first, labels.size() - MOST) : first;
  }
}
