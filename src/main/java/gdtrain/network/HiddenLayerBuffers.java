package gdtrain.network;

import gdtrain.compute.Kernel;
import gdtrain.compute.Loop;
import gdtrain.compute.NdArrays;
import java.util.random.RandomGenerator;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A hidden layer of a {@link ForwardBackward}. Arrays are column after column, so that the constant
 * is last.
 */
final class HiddenLayerBuffers {
  private final Layer layer;
  private final INDArray sum;
  private final INDArray output;
  private final INDArray kept;
  private final double[] mask;
  private final INDArray leaving;
  private final INDArray slope;
  private final Kernel forward;

  /**
   * @param constant whether a constant 1 goes on beside the units
   */
  HiddenLayerBuffers(Layer layer, int rows, boolean constant) {
    int units = layer.units();
    this.layer = layer;
    this.leaving = NdArrays.zerosByColumn(rows, units + (constant ? 1 : 0));
    if (constant) {
      leaving.getColumn(units).assign(1);
    }
    INDArray front = NdArrays.matrix(leaving, 0, rows, units);
    this.sum = NdArrays.zerosByColumn(rows, units);
    this.slope = NdArrays.zerosByColumn(rows, units);
    this.kept = layer.dropout() > 0 ? NdArrays.zerosByColumn(rows, units).assign(1) : null;
    this.mask = kept == null ? null : new double[(int) kept.length()];
    this.output = kept == null ? front : NdArrays.zerosByColumn(rows, units);
    Kernel activate =
        Loop.over((pieces, n) -> layer.activation().forward(pieces[0], pieces[1], n), sum, output);
    this.forward = kept == null ? activate : Kernel.sequence(activate, masked(output, front));
  }

  /** From {@link #sum} to {@link #leaving}. */
  Kernel forward() {
    return forward;
  }

  /** Receives the weighted sums, shape (rows, units). */
  INDArray sum() {
    return sum;
  }

  /**
   * Prepares {@link #slope} from the slope of the layer behind.
   *
   * @param behind dloss/dsum of the layer behind, shape (rows, out)
   * @param weights of the layer behind, shape (units + 1, out) or (units, out)
   */
  Kernel backward(INDArray behind, INDArray weights) {
    INDArray withoutConstant = NdArrays.upperRows(weights, layer.units());
    Kernel arrive = Kernel.multiplyByTransposed(behind, withoutConstant, slope);
    Kernel activation =
        Loop.over(
            (pieces, n) -> layer.activation().backward(pieces[0], pieces[1], pieces[2], n),
            sum,
            output,
            slope);
    return kept == null
        ? Kernel.sequence(arrive, activation)
        : Kernel.sequence(arrive, masked(slope, slope), activation);
  }

  /** Prepares {@code product = array * kept}, element by element. */
  private Kernel masked(INDArray array, INDArray product) {
    return Loop.over(
        (pieces, n) -> {
          for (int i = 0; i < n; i++) {
            pieces[2][i] = pieces[0][i] * pieces[1][i];
          }
        },
        array,
        kept,
        product);
  }

  /** dloss/dsum, shape (rows, units). */
  INDArray slope() {
    return slope;
  }

  /** What the layer gives on, shape (rows, units) or (rows, units + 1). */
  INDArray leaving() {
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
    NdArrays.write(mask, kept);
  }
}
