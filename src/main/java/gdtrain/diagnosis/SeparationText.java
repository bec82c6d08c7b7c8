package gdtrain.diagnosis;

import gdtrain.dataset.encoding.Feature;
import gdtrain.dataset.encoding.Unit;
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
  static final String SO =
      ", so the loss has no minimum and the weights grow for ever; ⟦l2⟧ keeps them finite";

  /** Of a value that was scaled and scaled back. */
  private static final double ROUNDING = 4 * Math.ulp(1.0);

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
    if (run.settings().network().deep()) {
      return perfect && open && fit.ending() != Ending.CONVERGED
          ? Optional.of("the network tells the class of every training row" + SO)
          : Optional.empty();
    }
    return run.separation(fit).map(split -> text(split) + SO);
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
    String threshold = NumberText.text(raw(split.threshold().orElseThrow(), feature.unit()));
    List<Integer> below =
        IntStream.range(0, classes.size())
            .filter(k -> !split.classes().contains(k))
            .boxed()
            .toList();
    String above = names(split.classes());
    return switch (split.sides()) {
      case APART ->
          "'%s' alone tells %s, above %s, from %s, below"
              .formatted(feature.name(), above, threshold, names(below));
      case BOTH ->
          "'%s' tells the class wherever it is not %s: above, it is %s, below, %s"
              .formatted(feature.name(), threshold, above, names(below));
      case ABOVE ->
          "wherever '%s' is above %s, it is %s".formatted(feature.name(), threshold, above);
      case BELOW ->
          "wherever '%s' is below %s, it is %s".formatted(feature.name(), threshold, names(below));
    };
  }

  /** The value in the table; what scaling there and back leaves of a 0 is 0. */
  private static double raw(double scaled, Unit unit) {
    double raw = unit.raw(scaled);
    return Math.abs(raw) < ROUNDING * (Math.abs(unit.center()) + unit.scale()) ? 0 : raw;
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
