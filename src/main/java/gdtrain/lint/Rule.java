package gdtrain.lint;

import java.util.List;

/** Looks for one kind of oddity. */
interface Rule {
  /** What it finds, in the order of columns or lines. */
  List<Finding> findings(TrainingRows rows);
}
