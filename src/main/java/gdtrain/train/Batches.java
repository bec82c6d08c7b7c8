package gdtrain.train;

/** The rows of a run, cut into batches, shuffled anew for every epoch. */
public interface Batches {
  /** How many there are. */
  int count();

  /** Deals the rows to the batches of an epoch, in an order that depends on its number only. */
  void shuffle(int epoch);

  /**
   * The mean gradient of the loss over one batch; where all batches have one size, the mean over
   * them is the gradient over all rows.
   *
   * @param batch from 0
   * @param parameters the point
   * @param gradient receives it
   */
  void gradient(int batch, double[] parameters, double[] gradient);
}
