package gdtrain.train;

/** A checkpoint is not of the run that was to be taken up. */
public final class UnfitCheckpoint extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** Says so. */
  public UnfitCheckpoint() {
    super("it is of a run with other parameters or another method");
  }
}
