package gdtrain.train;

/** Why a run stopped. */
public enum Ending {
  /** The slope is flat: the minimum is reached to the tolerance. */
  CONVERGED,
  /** The loss is 0 to double precision. */
  ZERO_LOSS,
  /** No step lowers the objective any more in double precision. */
  EXHAUSTED,
  /** The epoch limit. */
  EPOCHS,
  /** The time limit. */
  TIME,
  /** The validation loss has not improved for as many epochs as patience allows. */
  PATIENCE,
  /** The user asked for it. */
  INTERRUPTED,
  /** The objective grew out of all bounds or is no number. */
  DIVERGED;

  /** Whether the run ended at a minimum. */
  public boolean converged() {
    return this == CONVERGED || this == ZERO_LOSS;
  }
}
