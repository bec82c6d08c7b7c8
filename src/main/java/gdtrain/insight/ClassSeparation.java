package gdtrain.insight;

import gdtrain.dataset.Dataset;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * Classes that a linear model can tell from the others for certain, so that its cross-entropy has
 * no minimum: ever longer weights lower it. The classes of other rows may remain uncertain
 * (quasi-complete separation; Albert and Anderson 1984, "On the existence of maximum likelihood
 * estimates in logistic regression models").
 *
 * @param complete whether the class of every row is told, so that the loss goes to 0
 * @param classes that are told from the others, those above the threshold if there is one; empty
 *     where a combination tells each of several classes from each other
 * @param feature the input that does it alone; empty if a combination does
 * @param threshold on that input, in the units of the dataset
 * @param strict whether no row lies on the threshold, where nothing is told
 */
public record ClassSeparation(
    boolean complete,
    List<Integer> classes,
    OptionalInt feature,
    OptionalDouble threshold,
    boolean strict) {
  /** Copies the list. */
  public ClassSeparation {
    classes = List.copyOf(classes);
  }

  /**
   * Looks for a single input that tells some classes; then for a combination: the model, if it
   * tells all, or by Newton's method a hyperplane for one class that the model never mistakes; then
   * for a single input with rows on its threshold. What is found is proved; nothing found proves
   * nothing.
   *
   * @param data classes as targets; rows of weight 0 do not count
   * @param intercept whether the last input is the constant 1; if not, thresholds are 0
   * @param parameters of the linear model, output after output
   */
  public static Optional<ClassSeparation> of(
      Dataset data, boolean intercept, List<Double> parameters) {
    ClassRanges ranges = new ClassRanges(data, intercept);
    if (ranges.present().size() < 2) {
      return Optional.empty();
    }
    Optional<ClassSeparation> single = ranges.split();
    return single
        .filter(ClassSeparation::strict)
        .or(() -> combination(data, ranges.present(), parameters))
        .or(() -> single);
  }

  private static Optional<ClassSeparation> combination(
      Dataset data, List<Integer> present, List<Double> parameters) {
    int outputs = data.outputs();
    if (outputs == 1) {
      return new SeparatingHyperplane(data).found(parameters)
          ? Optional.of(combination(true, List.of(1)))
          : Optional.empty();
    }
    Margins margins = new Margins(data, parameters);
    List<Integer> told = present.stream().filter(k -> !margins.mistaken(k)).toList();
    if (told.equals(present)) {
      return Optional.of(combination(true, List.of()));
    }
    List<Double> zeros = Collections.nCopies(parameters.size() / outputs, 0.0);
    return told.stream()
        .filter(k -> new SeparatingHyperplane(data, k).found(zeros))
        .map(k -> combination(false, List.of(k)))
        .findFirst();
  }

  private static ClassSeparation combination(boolean complete, List<Integer> classes) {
    return new ClassSeparation(
        complete, classes, OptionalInt.empty(), OptionalDouble.empty(), true);
  }
}
