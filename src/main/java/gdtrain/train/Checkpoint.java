package gdtrain.train;

import java.util.List;

/**
 * All that a run needs to go on as if it had never stopped. Random numbers are no part of it: they
 * follow from the {@link Seed} and the epoch's number.
 *
 * @param last where the run stands
 * @param kept the best epoch so far
 * @param ceiling the objective above which it has diverged
 * @param evaluations how often loss and gradient over all rows were computed
 * @param trace of the epochs so far, {@link Epoch#trace}
 * @param exhausted whether no step leads on from here
 * @param memory the parameters, the kept ones, and what the method and the estimate of convergence
 *     remember; the run's own arrays, true until it goes on
 */
public record Checkpoint(
    Epoch last,
    Epoch kept,
    double ceiling,
    int evaluations,
    long trace,
    boolean exhausted,
    List<double[]> memory) {

  /**
   * Writes what is remembered over a run's own arrays.
   *
   * @throws UnfitCheckpoint if it is not the memory of such a run
   */
  void recall(List<double[]> arrays) {
    boolean fits = arrays.size() == memory.size();
    for (int i = 0; fits && i < arrays.size(); i++) {
      fits = arrays.get(i).length == memory.get(i).length;
    }
    if (!fits) {
      throw new UnfitCheckpoint();
    }
    for (int i = 0; i < arrays.size(); i++) {
      System.arraycopy(memory.get(i), 0, arrays.get(i), 0, arrays.get(i).length);
    }
  }
}
