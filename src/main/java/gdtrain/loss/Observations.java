package gdtrain.loss;

import java.util.function.Consumer;

/** Targets and weights of rows, to be gone through in order as often as it takes. */
public interface Observations {
  /** Takes a row. */
  @FunctionalInterface
  interface Visitor {
    /**
     * Takes the next row.
     *
     * @param targets has the row's from index {@code at} on
     */
    void visit(double[] targets, int at, double weight);
  }

  /** How many targets a row has. */
  int outputs();

  /** Shows all rows in order. */
  void forEach(Visitor visitor);

  /** Rows that something else goes through. */
  static Observations of(int outputs, Consumer<Visitor> rows) {
    return new Observations() {
      @Override
      public int outputs() {
        return outputs;
      }

      @Override
      public void forEach(Visitor visitor) {
        rows.accept(visitor);
      }
    };
  }

  /**
   * Shows a row whose raw output has an offset as one without, whose loss differs by what is
   * constant.
   *
   * @param loss that takes exposures
   */
  static void visit(Loss loss, double target, double weight, double offset, Visitor visitor) {
    double exposure = Math.exp(offset);
    double factor = loss.exposureWeight(exposure).orElseThrow();
    visitor.visit(new double[] {target / exposure}, 0, weight * factor);
  }

  /** The rows of two arrays, targets row after row. */
  static Observations of(double[] targets, double[] weights) {
    int outputs = targets.length / weights.length;
    return of(
        outputs,
        visitor -> {
          for (int row = 0; row < weights.length; row++) {
            visitor.visit(targets, row * outputs, weights[row]);
          }
        });
  }
}
