package gdtrain.diagnosis;

import gdtrain.metric.MeanAndDeviation;
import gdtrain.report.NumberText;
import gdtrain.run.selection.CrossValidation;
import gdtrain.train.Ending;
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
      String endings =
          folds.endings().entrySet().stream()
              .sorted(Map.Entry.<Ending, Integer>comparingByValue().reversed())
              .map(e -> "%d %s".formatted(e.getValue(), ending(e.getKey())))
              .collect(Collectors.joining("; "));
      lines.add(endings.replaceFirst(" ", " of %d folds ".formatted(folds.count())));
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

  private static String ending(Ending ending) {
    return switch (ending) {
      case CONVERGED -> "converged";
      case ZERO_LOSS -> "reached zero loss";
      case EXHAUSTED -> "ended where no step lowers the loss";
      case EPOCHS -> "stopped at the epoch limit (⟦epochs⟧)";
      case TIME -> "stopped at ⟦time-limit⟧";
      case PATIENCE -> "stopped by ⟦patience⟧";
      case INTERRUPTED -> "were interrupted";
      case DIVERGED -> "diverged";
    };
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
