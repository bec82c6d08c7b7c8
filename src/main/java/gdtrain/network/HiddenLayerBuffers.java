package gdtrain.network;

import gdtrain.compute.Kernel;
import gdtrain.compute.Loop;
import gdtrain.compute.Matrix;
import java.util.random.RandomGenerator;

/**
 * A hidden layer of a {@link ForwardBackward}. Arrays are column after column, so that the constant
 * is last.
 */
final class HiddenLayerBuffers {
  private final Layer layer;
  private final Matrix sum;
  private final Matrix output;
  private final Matrix kept;
  private final double[] mask;
  private final Matrix leaving;
  private final Matrix slope;
  private final Kernel forward;

  /**
   * @param constant whether a constant 1 goes on beside the units
   */
  HiddenLayerBuffers(Layer layer, int rows, boolean constant) {
    int units = layer.units();
    this.layer = layer;
    this.leaving = Matrix.zerosByColumn(rows, units + (constant ? 1 : 0));
    if (constant) {
      leaving.part(rows * units, rows, 1).fill(1);
    }
    Matrix front = leaving.part(0, rows, units);
    this.sum = Matrix.zerosByColumn(rows, units);
    this.slope = Matrix.zerosByColumn(rows, units);
    this.kept = layer.dropout() > 0 ? Matrix.zerosByColumn(rows, units) : null;
    this.mask = kept == null ? null : new double[kept.length()];
    if (kept != null) {
      kept.fill(1);
    }
    this.output = kept == null ? front : Matrix.zerosByColumn(rows, units);
    Kernel activate =
        Loop.over((pieces, n) -> layer.activation().forward(pieces[0], pieces[1], n), sum, output);
    Kernel apply = kept == null ? activate : Kernel.sequence(activate, masked(output, front));
    this.forward = Kernel.sequence(Kernel.download(sum), apply, Kernel.upload(leaving));
  }

  /** From {@link #sum} to {@link #leaving}. */
  Kernel forward() {
    return forward;
  }

  /** Receives the weighted sums, shape (rows, units). */
  Matrix sum() {
    return sum;
  }

  /**
   * Prepares {@link #slope} from the slope of the layer behind.
   *
   * @param behind dloss/dsum of the layer behind, shape (rows, out)
   * @param weights of the layer behind, shape (units + 1, out) or (units, out)
   */
  Kernel backward(Matrix behind, Matrix weights) {
    Matrix withoutConstant = weights.upperRows(layer.units());
    Kernel arrive = Kernel.multiplyByTransposed(behind, withoutConstant, slope);
    Kernel activation =
        Loop.over(
            (pieces, n) -> layer.activation().backward(pieces[0], pieces[1], pieces[2], n),
            sum,
            output,
            slope);
    Kernel apply = kept == null ? activation : Kernel.sequence(masked(slope, slope), activation);
    return Kernel.sequence(arrive, Kernel.download(slope), apply, Kernel.upload(slope));
  }

  /** Prepares {@code product = factor * kept}, element by element. */
  private Kernel masked(Matrix factor, Matrix product) {
    return Loop.over(
        (pieces, n) -> {
          for (int i = 0; i < n; i++) {
            pieces[2][i] = pieces[0][i] * pieces[1][i];
          }
        },
        factor,
        kept,
        product);
  }

  /** dloss/dsum, shape (rows, units). */
  Matrix slope() {
    return slope;
  }

  /** What the layer gives on, shape (rows, units) or (rows, units + 1). */
  Matrix leaving() {
    return leaving;
  }

  /**
   * Leaves out each unit of each row with the layer's probability, and scales what is kept by 1
   * over the share that is, so that sums stay the same on average (Srivastava and others 2014,
   * section 10).
   */
  void drop(RandomGenerator random) {
    if (kept == null) {
      return;
    }
    double share = 1 - layer.dropout();
    for (int i = 0; i < mask.length; i++) {
      mask[i] = random.nextDouble() < share ? 1 / share : 0;
    }
    kept.write(mask);
  }
}
