package gdtrain.metric;

import gdtrain.choice.InvalidSetting;
import gdtrain.choice.Nearest;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The names of the metrics that a run measures, which are those that requirements can be about.
 *
 * <p>Metrics of the training rows, or of evaluated rows, go by their own names; the prefix {@code
 * val_} marks those of the validation rows and {@code test_} those of the test rows.
 *
 * @param names in the order in which people read them
 * @param sections which rows are measured
 */
public record MetricNames(List<String> names, List<NoWorse.Section> sections) {
  /** The prefix of metrics of validation rows. */
  public static final String VALIDATION = "val_";

  /** The prefix of metrics of test rows. */
  public static final String TEST = "test_";

  /** The figures of an inference. */
  private static final List<String> INFERRED =
      List.of(
          "log_likelihood",
          "deviance",
          "aic",
          "bic",
          "df_residual",
          "dispersion",
          "residual_sd",
          "adjusted_r2",
          "f_statistic",
          "f_p");

  /** Copies the lists. */
  public MetricNames {
    names = List.copyOf(names);
    sections = List.copyOf(sections);
  }

  /**
   * The metrics of evaluated rows.
   *
   * @param classes how many classes there are; 0 where a number is predicted
   */
  public static MetricNames ofRows(int classes) {
    return new MetricNames(Metrics.names(classes), List.of(NoWorse.Section.EVALUATION));
  }

  /** The metrics of a cross-validation: means over the folds. */
  public static MetricNames ofFolds(int classes) {
    List<String> names = new ArrayList<>(Metrics.names(classes));
    names.add(Requirement.CONVERGED);
    return new MetricNames(names, List.of(NoWorse.Section.MEAN));
  }

  /** The metrics of a training run. */
  public static MetricNames ofTraining(int classes, boolean validation, boolean test) {
    List<String> rows = Metrics.names(classes);
    List<String> names = new ArrayList<>(rows);
    names.addAll(List.of("objective", "grad_norm", "epochs", "baseline_loss"));
    names.add(Requirement.CONVERGED);
    List<NoWorse.Section> sections = new ArrayList<>(List.of(NoWorse.Section.TRAIN));
    if (validation) {
      sections.add(NoWorse.Section.VALIDATION);
      rows.forEach(name -> names.add(VALIDATION + name));
    }
    if (test) {
      sections.add(NoWorse.Section.TEST);
      rows.forEach(name -> names.add(TEST + name));
    }
    return new MetricNames(names, sections);
  }

  /** These, and those of an inference. */
  public MetricNames with(List<String> figures) {
    return new MetricNames(Stream.concat(names.stream(), figures.stream()).toList(), sections);
  }

  /**
   * Refuses a requirement that this run cannot measure.
   *
   * @throws IllegalArgumentException with what it has instead; the sentence starts with what was
   *     required
   */
  public void check(Requirement requirement) {
    String name = requirement.name();
    if (!names.contains(name)) {
      throw new InvalidSetting(
          "'%s': %s; this run measures %s"
              .formatted(requirement.text(), fault(name), String.join(", ", names)));
    }
  }

  private String fault(String name) {
    boolean elsewhere =
        ofTraining(0, true, true).names.contains(name)
            || ofTraining(2, true, true).names.contains(name);
    if (INFERRED.contains(name)) {
      return "fit measures it with ⟦inference⟧, of the models that have it";
    }
    if (!elsewhere) {
      return "there is no figure '%s'%s".formatted(name, suggestion(name));
    }
    if (name.startsWith(VALIDATION) && !has(VALIDATION)) {
      return "there are no validation rows, which fit has with ⟦validation⟧";
    }
    if (name.startsWith(TEST) && !has(TEST)) {
      return "there are no test rows, which fit has with ⟦test⟧";
    }
    return "it is not measured here";
  }

  private boolean has(String prefix) {
    return names.stream().anyMatch(name -> name.startsWith(prefix));
  }

  private String suggestion(String name) {
    return Nearest.to(name, names).map(" (did you mean '%s'?)"::formatted).orElse("");
  }
}
