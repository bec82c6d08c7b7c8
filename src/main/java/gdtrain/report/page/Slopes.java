package gdtrain.report.page;

import gdtrain.insight.Iterate;
import gdtrain.insight.StepForecast;
import gdtrain.model.Parameter;
import gdtrain.run.TrainingRun;
import gdtrain.train.Fit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The gradient of the objective at the kept parameters, on scaled inputs, in the unit of the log.
 *
 * @param gradient in the order of the parameters
 * @param layers the norm of each layer's part
 */
public record Slopes(List<Double> gradient, List<Double> layers) {
  /** The gradient where a run ended. */
  static Slopes of(TrainingRun run, Fit fit, List<Parameter> parameters) {
    Iterate here = new Iterate(fit.kept(), fit.point());
    List<Double> gradient =
        StepForecast.of(
                run.problem(), run.learned().descended(), run.loss(), here, Optional.empty())
            .parts()
            .stream()
            .map(StepForecast.Component::gradient)
            .toList();
    double[] squares = new double[run.network().layers()];
    for (int i = 0; i < gradient.size(); i++) {
      squares[parameters.get(i).layer() - 1] += gradient.get(i) * gradient.get(i);
    }
    List<Double> layers = new ArrayList<>();
    for (double square : squares) {
      layers.add(Math.sqrt(square));
    }
    return new Slopes(gradient, layers);
  }
}
