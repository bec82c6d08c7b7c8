package gdtrain.run.selection;

import gdtrain.run.setting.DescentSettings;
import gdtrain.run.setting.NetworkSettings;
import gdtrain.run.setting.RunSettings;
import java.util.List;

/**
 * One run of a sweep.
 *
 * @param number from 1
 * @param values of the settings that differ between runs, as they were written
 * @param settings of the run
 */
public record SweepTrial(int number, List<String> values, RunSettings settings) {
  /** Copies the values. */
  public SweepTrial {
    values = List.copyOf(values);
  }

  /** Whether there may be a penalty, so that the objective is not the loss. */
  public boolean penalised() {
    DescentSettings descent = settings.descent();
    return descent.l1() > 0
        || descent.l2().orElse(settings.network().deep() ? 1 : 0) > 0
        || settings.network().hidden().stream().anyMatch(layer -> layer.l2().orElse(0) > 0);
  }

  /** Whether another run has the same penalty, so that objectives can be compared. */
  boolean penalisedAs(SweepTrial other) {
    DescentSettings descent = settings.descent();
    DescentSettings others = other.settings.descent();
    boolean sameChoice =
        settings.rows().equals(other.settings.rows())
            && settings.network().equals(other.settings.network())
            && descent.l2().equals(others.l2());
    return descent.l1() == others.l1() && (sameChoice || squares() == other.squares());
  }

  /** The factor of the squares, NaN where it depends on the rows or differs between layers. */
  private double squares() {
    NetworkSettings network = settings.network();
    boolean layered = network.hidden().stream().anyMatch(l -> l.l2().isPresent());
    return layered ? Double.NaN : settings.descent().l2().orElse(network.deep() ? Double.NaN : 0);
  }
}
