package gdtrain.network;

import gdtrain.compute.Kernel;
import gdtrain.compute.Matrix;
import java.util.random.RandomGenerator;

/**
 * A {@link Network} bound to the inputs of one block of rows: every op prepared, every buffer
 * allocated. Only the products with the inputs are a block's own; passes over blocks of one size
 * can share all the rest, which then belongs to the pass that ran last.
 */
public final class ForwardBackward {
  private final LayerBuffers buffers;
  private final Matrix inputs;
  private final Kernel enter;
  private Kernel leave;

  /**
   * @param inputs shape (rows, inputs)
   */
  ForwardBackward(LayerBuffers buffers, Matrix inputs) {
    this.buffers = buffers;
    this.inputs = inputs;
    this.enter = buffers.enter(inputs);
  }

  /** A forward-backward pass over another block of as many rows, which shares the buffers. */
  public ForwardBackward over(Matrix otherInputs) {
    ForwardBackward other = new ForwardBackward(buffers, otherInputs);
    if (leave != null) {
      other.leave = buffers.leave(otherInputs);
    }
    return other;
  }

  /**
   * Prepares the way back, to be run after forward and after raw was overwritten with the slope.
   *
   * <pre>
   *   gradient of W[l] = scale * a' slope[l]            shapes (in, rows) (rows, out)
   *   slope[l - 1]     = (slope[l] W[l]') * f'(sum)     without the row of intercepts
   * </pre>
   *
   * @param scale factor of the slope, 1 / total weight of the rows for a mean
   * @param adds whether to add to what the gradient holds, instead of replacing it
   * @param gradient the flat vector of dloss/dparameter, shape (parameters, 1)
   */
  public ForwardBackward withGradient(double scale, boolean adds, Matrix gradient) {
    buffers.prepareBackward(new LayerBuffers.Receiver(scale, adds, gradient));
    leave = buffers.leave(inputs);
    return this;
  }

  /** Receives the raw output, and then holds the loss's slope, shape (rows, outputs). */
  public Matrix raw() {
    return buffers.raw();
  }

  /** From inputs to raw output. */
  public void forward() {
    enter.run();
    buffers.forward();
  }

  /** From slope to gradient. */
  public void backward() {
    buffers.backward();
    leave.run();
  }

  /** Draws anew which units are left out, where layers have dropout; before, none is. */
  public void drop(RandomGenerator random) {
    buffers.drop(random);
  }
}
