package gdtrain.insight;

import gdtrain.dataset.Dataset;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * Classes that a linear model separates from the others without error, so that its cross-entropy
 * has no minimum: ever larger weights lower it. Other rows may not be separated (quasi-complete
 * separation; Albert and Anderson 1984, "On the existence of maximum likelihood estimates in
 * logistic regression models").
 *
 * @param complete whether every class is separated, so that the loss goes to 0
 * @param classes separated from the others, those above the threshold if there is one; empty if a
 *     combination of inputs separates each of several classes from each other
 * @param feature the input that separates alone; empty if a combination does
 * @param threshold on that input, in the units of the dataset
 * @param sides where rows lie that the threshold separates
 */
public record ClassSeparation(
    boolean complete,
    List<Integer> classes,
    OptionalInt feature,
    OptionalDouble threshold,
    Sides sides) {
  /** Where rows lie beside a threshold. */
  public enum Sides {
    /** On both sides, none on the threshold. */
    APART,
    /** On both sides, and on the threshold, where classes are not separated. */
    BOTH,
    /** On the threshold and above. */
    ABOVE,
    /** On the threshold and below. */
    BELOW
  }

  /** Copies the list. */
  public ClassSeparation {
    classes = List.copyOf(classes);
  }

  /**
   * Looks for a single input that separates some classes; then for a combination: the model, if it
   * separates all, or by Newton's method a hyperplane for one class that the model never confuses;
   * then for a single input with rows on its threshold. A result is proved; none proves nothing.
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
        .filter(split -> split.sides() == Sides.APART)
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
    BitSet confused = confused(data, parameters);
    List<Integer> separated = present.stream().filter(k -> !confused.get(k)).toList();
    if (separated.equals(present)) {
      return Optional.of(combination(true, List.of()));
    }
    List<Double> zeros = Collections.nCopies(parameters.size() / outputs, 0.0);
    return separated.stream()
        .filter(k -> new SeparatingHyperplane(data, k).found(zeros))
        .map(k -> combination(false, List.of(k)))
        .findFirst();
  }

  private static ClassSeparation combination(boolean complete, List<Integer> classes) {
    return new ClassSeparation(
        complete, classes, OptionalInt.empty(), OptionalDouble.empty(), Sides.APART);
  }

  /** The classes that a linear model with an output for every class confuses with another. */
  private static BitSet confused(Dataset data, List<Double> parameters) {
    double[] flat = parameters.stream().mapToDouble(Double::doubleValue).toArray();
    BitSet confused = new BitSet();
    data.forEachPlain(
        rows -> {
          int width = rows.inputs().length / rows.count();
          for (int row = 0; row < rows.count(); row++) {
            if (rows.weights()[row] > 0) {
              double[] raw = raw(rows.inputs(), row * width, width, flat);
              addConfused(rows.label(row), raw, confused);
            }
          }
        });
    return confused;
  }

  private static double[] raw(double[] inputs, int from, int width, double[] parameters) {
    double[] raw = new double[parameters.length / width];
    for (int k = 0; k < raw.length; k++) {
      for (int j = 0; j < width; j++) {
        raw[k] += inputs[from + j] * parameters[k * width + j];
      }
    }
    return raw;
  }

  private static void addConfused(int own, double[] raw, BitSet confused) {
    for (int k = 0; k < raw.length; k++) {
      if (k != own && !(raw[own] > raw[k])) {
        confused.set(own);
        confused.set(k);
      }
    }
  }
}
