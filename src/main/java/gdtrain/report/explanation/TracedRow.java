package gdtrain.report.explanation;

import static java.util.Comparator.comparingDouble;

import gdtrain.insight.RowTrace;
import gdtrain.insight.RowTrace.Layer;
import gdtrain.network.Network;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One row of a file and its trace through the network.
 *
 * @param file that it is from
 * @param line of the file
 * @param raw its inputs before scaling, without the constant
 * @param imputed whether each of them stands for a missing cell
 * @param trace through the network and back
 * @param means the mean gradient of the loss over all rows, flat
 * @param step on this row alone, if the run has a learning rate for one
 */
public record TracedRow(
    String file,
    long line,
    List<Double> raw,
    List<Boolean> imputed,
    RowTrace trace,
    List<Double> means,
    Optional<RowStep> step) {
  /** Copies the lists. */
  public TracedRow {
    raw = List.copyOf(raw);
    imputed = List.copyOf(imputed);
    means = List.copyOf(means);
  }

  /**
   * One step of gradient descent on the row's loss alone.
   *
   * @param rate learning rate
   * @param automatic whether the run chose it
   * @param after the row where the step leads
   */
  public record RowStep(double rate, boolean automatic, RowTrace after) {}

  /**
   * A parameter and the row's part in its gradient.
   *
   * @param index in the flat vector
   * @param value of it
   * @param next its value after the step on the row alone; its value where there is none
   * @param slope of the sum it is in
   * @param input that it multiplies
   * @param gradient slope x input
   * @param part of the row in the mean gradient
   * @param mean over all rows
   */
  record Share(
      int index,
      double value,
      double next,
      double slope,
      double input,
      double gradient,
      double part,
      double mean) {}

  /** All parameters, those with the largest product first. */
  List<Share> shares(Network network) {
    RowTrace after = step.map(RowStep::after).orElse(trace);
    List<Share> shares = new ArrayList<>();
    for (int layer = 0; layer < trace.layers().size(); layer++) {
      Layer own = trace.layers().get(layer);
      for (int unit = 0; unit < own.units().size(); unit++) {
        for (int input = 0; input < own.inputs().size(); input++) {
          int index = network.index(layer, input, unit);
          double gradient = own.gradient(unit, input);
          shares.add(
              new Share(
                  index,
                  own.units().get(unit).weights().get(input),
                  after.layers().get(layer).units().get(unit).weights().get(input),
                  own.units().get(unit).slope(),
                  own.inputs().get(input),
                  gradient,
                  gradient * trace.share(),
                  means.get(index)));
        }
      }
    }
    shares.sort(comparingDouble((Share share) -> Math.abs(share.gradient())).reversed());
    return shares;
  }
}
