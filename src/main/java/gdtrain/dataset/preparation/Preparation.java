package gdtrain.dataset.preparation;

import gdtrain.choice.InvalidSetting;
import gdtrain.dataset.Dtype;
import gdtrain.dataset.encoding.Coding;
import gdtrain.dataset.encoding.MissingPolicy;
import gdtrain.dataset.encoding.Offset;
import gdtrain.dataset.encoding.Task;
import gdtrain.table.Selection;
import java.util.Optional;

/**
 * How a table becomes a dataset, as the user sets it.
 *
 * @param target name or 1-based number of the target column; empty: the last column
 * @param task empty: determined by the target
 * @param weight name or 1-based number of the column of row weights, if any
 * @param offset of raw outputs, by the name or number of its column, if any
 * @param include columns used although they would be left out
 * @param exclude columns not used
 * @param scaling of numeric inputs
 * @param coding of categorical inputs
 * @param missing what happens to missing cells of the inputs
 * @param transforms which columns enter otherwise than as they are
 * @param expansion products of the inputs that become inputs too
 * @param references the class and categories that others are compared with
 * @param rare categories of fewer training rows than this are put together; 1: none
 * @param dtype of the inputs
 * @param scaledTarget whether a number that is predicted is learned with mean 0 and deviation 1
 */
public record Preparation(
    Optional<String> target,
    Optional<Task> task,
    Optional<String> weight,
    Optional<Offset> offset,
    Selection include,
    Selection exclude,
    Scaling scaling,
    Coding coding,
    MissingPolicy missing,
    Transforms transforms,
    Expansion expansion,
    ReferenceLevels references,
    int rare,
    Dtype dtype,
    boolean scaledTarget) {
  /** Checks the least rows of a category, and that there is a base where one is chosen. */
  public Preparation {
    if (coding == Coding.FULL && !references.bases().isEmpty()) {
      throw new InvalidSetting(
          "⟦base⟧ has no effect with ⟦encode⟧ full: every category has an input");
    }
    if (rare < 1) {
      throw new InvalidSetting("⟦rare⟧ must be 1 or more, not " + rare);
    }
  }

  /** A preparation with inputs of doubles and the target in its own unit. */
  public Preparation(
      Optional<String> target,
      Optional<Task> task,
      Optional<String> weight,
      Selection include,
      Selection exclude,
      Scaling scaling,
      Coding coding,
      MissingPolicy missing,
      Expansion expansion) {
    this(
        target,
        task,
        weight,
        Optional.empty(),
        include,
        exclude,
        scaling,
        coding,
        missing,
        Transforms.NONE,
        expansion,
        ReferenceLevels.USUAL,
        1,
        Dtype.DOUBLE,
        false);
  }

  /** This preparation with the target in standard units. */
  public Preparation withScaledTarget() {
    return with(offset, transforms, references, rare, dtype, true);
  }

  /** This preparation with columns that enter otherwise than as they are. */
  public Preparation withTransforms(Transforms changed) {
    return with(offset, changed, references, rare, dtype, scaledTarget);
  }

  /** This preparation with categories of fewer training rows than this put together. */
  public Preparation withRare(int rows) {
    return with(offset, transforms, references, rows, dtype, scaledTarget);
  }

  /** This preparation with inputs of a type. */
  public Preparation withDtype(Dtype type) {
    return with(offset, transforms, references, rare, type, scaledTarget);
  }

  /** This preparation with chosen classes and categories to compare with. */
  public Preparation withReferences(ReferenceLevels levels) {
    return with(offset, transforms, levels, rare, dtype, scaledTarget);
  }

  /** This preparation with an offset of raw outputs. */
  public Preparation withOffset(Optional<Offset> added) {
    return with(added, transforms, references, rare, dtype, scaledTarget);
  }

  private Preparation with(
      Optional<Offset> added,
      Transforms changed,
      ReferenceLevels levels,
      int rows,
      Dtype type,
      boolean scaled) {
    return new Preparation(
        target, task, weight, added, include, exclude, scaling, coding, missing, changed, expansion,
        levels, rows, type, scaled);
  }

  /** The defaults of the command line. */
  public static Preparation defaults() {
    return new Preparation(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Selection.none(),
        Selection.none(),
        Scaling.STANDARD,
        Coding.TREATMENT,
        MissingPolicy.AUTO,
        Expansion.NONE);
  }
}
