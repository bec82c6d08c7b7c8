package gdtrain.lint;

import java.util.List;

/** Looks for one kind of mistake. */
interface Rule {
  /** The findings, in the order of columns or lines. */
  List<Finding> findings(TrainingRows rows);
}
