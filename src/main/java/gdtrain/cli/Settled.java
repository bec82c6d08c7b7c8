package gdtrain.cli;

import gdtrain.dataset.Dataset;
import gdtrain.loss.Loss;
import gdtrain.network.Network;
import gdtrain.train.Batches;
import gdtrain.train.DataBatches;
import gdtrain.train.Limits;
import gdtrain.train.Regularisation;
import java.util.Optional;

/**
 * What the options left to the program, settled by the network and its rows.
 *
 * @param plan what the options say
 * @param network that is trained
 * @param rows to learn from
 * @param classes whether classes are predicted
 */
record Settled(FitPlan plan, Network network, int rows, boolean classes) {
  private static final int MOST_EPOCHS = 500;
  private static final int FEWEST_EPOCHS = 20;
  private static final int USUAL_STEPS = 100_000;

  /** Rows of one step. */
  int batchRows() {
    return Math.min(plan.method().batchRows().orElse(rows), rows);
  }

  /** Whether an epoch is one step over all rows and all units. */
  private boolean wholeSteps() {
    return batchRows() == rows && !network.drops();
  }

  /** The rows in batches; none where an epoch is one step over all rows and all units. */
  Optional<Batches> batches(Dataset weighed, Loss learned) {
    return wholeSteps()
        ? Optional.empty()
        : Optional.of(new DataBatches(network, learned, weighed, batchRows(), plan.seed()));
  }

  /** Where layers train on many rows, so many epochs that there are {@link #USUAL_STEPS}. */
  Limits limits() {
    if (!plan.automaticEpochs() || !plan.network().deep()) {
      return plan.limits();
    }
    int steps = (rows + batchRows() - 1) / batchRows();
    int epochs = Math.min(MOST_EPOCHS, Math.max(USUAL_STEPS / steps, FEWEST_EPOCHS));
    return plan.limits().withEpochs(epochs);
  }

  /** What was given, or, for hidden layers, the more the fewer rows there are for an input. */
  double l2() {
    double inputs = network.inputs() - (network.intercepts() ? 1 : 0);
    double most = classes ? 0.01 : 0.03;
    double usual = plan.network().deep() ? Math.min(inputs / rows, most) : 0;
    return plan.l2().orElse(usual);
  }

  Regularisation regularisation() {
    return new Regularisation(plan.l1(), l2(), network);
  }
}
