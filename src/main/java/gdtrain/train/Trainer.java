package gdtrain.train;

/**
 * Gradient descent.
 *
 * @param method what an epoch is made of
 * @param limits when to stop
 */
public record Trainer(Method method, Limits limits) {
  /**
   * Descends.
   *
   * @param start the first point; not changed
   * @param watcher follows the run
   */
  public Fit fit(Problem problem, double[] start, Watcher watcher) {
    return new Descent(this, problem, watcher).begin(start).run();
  }

  /**
   * Takes up a run of the same method on the same problem: the epochs that follow, and the outcome,
   * are to the last bit those of the run that made the checkpoint, had it gone on.
   *
   * @throws UnfitCheckpoint if the checkpoint is not of such a run
   */
  public Fit resume(Problem problem, Checkpoint checkpoint, Watcher watcher) {
    return new Descent(this, problem, watcher).goOn(checkpoint).run();
  }
}
