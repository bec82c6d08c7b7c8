package gdtrain.insight.inference;

import gdtrain.loss.Likelihood;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * How much a row bends a least-squares fit towards itself.
 *
 * @param row from 0
 * @param truth in the unit of the target
 * @param prediction of it
 * @param leverage how much of its own target is in its prediction, {@code x' (X'X)^-1 x}
 * @param standardised residual over its own standard deviation, {@code e / (s sqrt(1 - leverage))}
 * @param distance how far all predictions move without it, {@code standardised^2 leverage / (p (1 -
 *     leverage))} (Cook 1977); NaN where a row alone decides a parameter
 */
public record InfluentialRow(
    int row,
    double truth,
    double prediction,
    double leverage,
    double standardised,
    double distance) {
  /** A row with this much leverage is fitted exactly. */
  private static final double FULL = 1 - 1e-10;

  /** All rows of a least-squares fit at its minimum, the one of the largest distance first. */
  public static List<InfluentialRow> of(LinearRows rows) {
    Response response = new Response(Likelihood.GAUSSIAN);
    Information information = Information.of(rows, response);
    double variance = new Goodness(rows, Likelihood.GAUSSIAN, information.size()).dispersion();
    List<InfluentialRow> all = new ArrayList<>();
    rows.forEach(
        row -> {
          double leverage = Information.square(information.solve(row.inputs()));
          double left = leverage > FULL ? Double.NaN : 1 - leverage;
          double truth = row.target()[0];
          double own = (truth - row.raw()[0]) / Math.sqrt(variance * left);
          double distance = own * own * leverage / (information.size() * left);
          all.add(new InfluentialRow(row.index(), truth, row.raw()[0], leverage, own, distance));
        });
    all.sort(Comparator.comparingDouble(InfluentialRow::distance).reversed()); // NaN first
    return all;
  }
}
