package gdtrain.loss;

import gdtrain.compute.Numbers;
import org.nd4j.linalg.api.ndarray.INDArray;

/** A loss that goes through plain numbers once, where ops would go through memory many times. */
interface LoopLoss extends Loss {
  /**
   * What {@link BlockLoss} does.
   *
   * @param raw row after row; overwritten
   * @param targets row after row; a copy, which may be overwritten as well
   * @param room two arrays as long as raw, for what comes in between
   */
  double sumAndSlope(double[] raw, double[] targets, double[] weights, double[][] room);

  @Override
  default BlockLoss on(INDArray raw, INDArray targets, INDArray weights) {
    double[] r = new double[(int) raw.length()];
    double[] t = new double[(int) targets.length()];
    double[] w = new double[(int) weights.length()];
    double[][] room = new double[2][r.length];
    Numbers ofRaw = new Numbers(raw);
    Numbers ofTargets = new Numbers(targets);
    Numbers ofWeights = new Numbers(weights);
    return () -> {
      ofRaw.read(0, r, r.length);
      ofTargets.read(0, t, t.length);
      ofWeights.read(0, w, w.length);
      double sum = sumAndSlope(r, t, w, room);
      ofRaw.write(0, r, r.length);
      return sum;
    };
  }
}
