package gdtrain.report.page;

import gdtrain.report.page.RunReport.Curve;
import gdtrain.report.picture.Series;
import gdtrain.train.Epoch;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** The curves of a run, gathered while it goes on, in bounded memory. */
public final class EpochCurves {
  private final Series loss = new Series("loss");
  private final Series objective = new Series("objective");
  private final Series validation = new Series("val_loss");
  private final Series gradientNorm = new Series("grad_norm");
  private final Series learningRate = new Series("lr");
  private final List<Series> layers = new ArrayList<>();

  private final boolean penalised;

  /**
   * No epochs yet.
   *
   * @param penalised whether the objective is more than the loss
   */
  public EpochCurves(boolean penalised) {
    this.penalised = penalised;
  }

  /** Takes an epoch. */
  public void add(Epoch epoch) {
    add(loss, epoch, OptionalDouble.of(epoch.loss()));
    add(objective, epoch, OptionalDouble.of(epoch.objective()));
    add(validation, epoch, epoch.validationLoss());
    add(gradientNorm, epoch, OptionalDouble.of(epoch.gradientNorm()));
    add(learningRate, epoch, epoch.learningRate());
    for (int layer = 0; layer < epoch.layerNorms().size(); layer++) {
      if (layers.size() == layer) {
        layers.add(new Series("grad_norm_" + (layer + 1)));
      }
      add(layers.get(layer), epoch, OptionalDouble.of(epoch.layerNorms().get(layer)));
    }
  }

  private static void add(Series series, Epoch epoch, OptionalDouble value) {
    if (value.isEmpty()) {
      series.addGap(epoch.number());
    } else {
      series.add(epoch.number(), value.getAsDouble());
    }
  }

  /** The curves of the losses that the run has. */
  public List<Series> losses() {
    List<Series> losses = new ArrayList<>(List.of(loss));
    if (penalised) {
      losses.add(objective);
    }
    if (validation.measured() + validation.notFinite() > 0) {
      losses.add(validation);
    }
    return losses;
  }

  /** The losses in one chart, and a chart for each of the others. */
  List<Curve> charts() {
    List<Curve> charts = new ArrayList<>();
    charts.add(new Curve("curves.loss", losses()));
    charts.add(new Curve("curves.gradient", List.of(gradientNorm)));
    if (layers.size() > 1) {
      charts.add(new Curve("curves.layers", layers));
    }
    charts.add(new Curve("curves.rate", List.of(learningRate)));
    return charts;
  }
}
