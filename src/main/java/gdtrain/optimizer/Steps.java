package gdtrain.optimizer;

import java.util.OptionalDouble;

/** The step lengths of one run: {@code parameters = parameters - length * gradient}. */
public interface Steps {
  /** The length of the first trial step of the run. */
  double first();

  /** Another length to try from the same point, or empty if the trial is accepted. */
  OptionalDouble retry(Trial trial);

  /** The length of the next step's first trial, after {@code accepted}. */
  double next(Trial accepted);
}
