package gdtrain.diagnosis;

import gdtrain.metric.MeanAndDeviation;
import gdtrain.report.NumberText;
import gdtrain.run.CrossValidation;
import gdtrain.run.setting.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a cross-validation came to, as lines for people.
 *
 * @param folds the cross-validation
 * @param constant what the best constant prediction is called
 * @param spreads mean and standard deviation over the folds, by metric
 */
public record CrossValidationSummary(
    CrossValidation folds, String constant, Map<String, MeanAndDeviation> spreads) {
  /** The lines. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    if (folds.converged() < folds.count()) {
      lines.add(
          folds.endings().entrySet().stream()
              .map(e -> "%d %s".formatted(e.getValue(), Words.word(e.getKey())))
              .collect(Collectors.joining(", ", "not all folds converged; their endings: ", "")));
    }
    if (folds.separated() > 0) {
      lines.add(
          "in %d of %d folds classes are told for certain%s"
              .formatted(folds.separated(), folds.count(), SeparationText.SO));
    }
    lines.add(
        "baseline loss %s (predicting %s), the mean over the rows learned from"
            .formatted(NumberText.text(MeanAndDeviation.of(folds.baselines()).mean()), constant));
    spreads.forEach(
        (name, spread) -> {
          if (!name.equals("rows")) {
            lines.add(line(name, spread));
          }
        });
    return lines;
  }

  private String line(String name, MeanAndDeviation spread) {
    return Double.isNaN(spread.mean())
        ? "%s is not defined in every fold".formatted(name)
        : "%s %s +- %s (sd over %d folds)"
            .formatted(
                name.replace('_', ' '),
                NumberText.text(spread.mean()),
                NumberText.text(spread.deviation()),
                folds.count());
  }
}
