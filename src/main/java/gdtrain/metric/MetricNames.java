package gdtrain.metric;

import gdtrain.choice.InvalidSetting;
import gdtrain.choice.Nearest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The names of the metrics that a run measures, which are those that requirements can be about.
 *
 * <p>Metrics of the training rows, or of evaluated rows, go by their own names; the prefix {@code
 * val_} marks those of the validation rows and {@code test_} those of the test rows.
 *
 * @param names in the order in which people read them
 * @param figures those that are measured of all sections where somebody asks, without prefix
 * @param sections which rows are measured
 * @param intervals whether {@code _low} and {@code _high} behind the name of a metric of rows name
 *     the ends of its interval
 */
public record MetricNames(
    List<String> names, List<String> figures, List<NoWorse.Section> sections, boolean intervals) {
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
    figures = List.copyOf(figures);
    sections = List.copyOf(sections);
  }

  /**
   * The metrics of evaluated rows.
   *
   * @param classes how many classes there are; 0 where a number is predicted
   * @param probable whether classes have probabilities
   */
  public static MetricNames ofRows(int classes, boolean probable) {
    return new MetricNames(
        Metrics.names(classes),
        Figures.further(classes, probable),
        List.of(NoWorse.Section.EVALUATION),
        false);
  }

  /** The metrics of a cross-validation: means over the folds. */
  public static MetricNames ofFolds(int classes, boolean probable) {
    List<String> names = new ArrayList<>(Metrics.names(classes));
    names.add(Requirement.CONVERGED);
    return new MetricNames(
        names, Figures.further(classes, probable), List.of(NoWorse.Section.MEAN), false);
  }

  /**
   * The metrics of a training run.
   *
   * @param kept which rows are kept from training and measured, validation and test rows
   */
  public static MetricNames ofTraining(
      int classes, boolean probable, Collection<NoWorse.Section> kept) {
    List<String> rows = Metrics.names(classes);
    List<String> names = new ArrayList<>(rows);
    names.addAll(List.of("objective", "grad_norm", "epochs", "baseline_loss"));
    names.add(Requirement.CONVERGED);
    List<NoWorse.Section> sections = new ArrayList<>(List.of(NoWorse.Section.TRAIN));
    sections.addAll(kept);
    kept.forEach(section -> rows.forEach(name -> names.add(section.prefix() + name)));
    return new MetricNames(names, Figures.further(classes, probable), sections, false);
  }

  /** What a command measures besides metrics of rows. */
  public static MetricNames of(List<String> names) {
    return new MetricNames(names, List.of(), List.of(), false);
  }

  /** These, and the ends of their intervals. */
  public MetricNames withIntervals() {
    return new MetricNames(names, figures, sections, true);
  }

  /** These, and those of an inference. */
  public MetricNames with(List<String> inferred) {
    return new MetricNames(
        Stream.concat(names.stream(), inferred.stream()).toList(), figures, sections, intervals);
  }

  /**
   * Refuses a requirement that this run cannot measure.
   *
   * @throws IllegalArgumentException with what it has instead; the sentence starts with what was
   *     required
   */
  public void check(Requirement requirement) {
    if (!measures(requirement.name())) {
      throw new InvalidSetting(refusal(requirement.text(), requirement.name()));
    }
  }

  /** Refuses the name of a figure that cannot be had of these rows. */
  public void check(String figure) {
    if (!names.contains(figure) && !figures.contains(figure)) {
      throw new InvalidSetting(refusal(figure, figure));
    }
  }

  private boolean measures(String name) {
    return names.contains(name) || figure(name).isPresent() || (intervals && isEnd(name));
  }

  private boolean isEnd(String name) {
    String metric = name.replaceFirst("(_low|_high)$", "");
    return !metric.equals(name)
        && !metric.equals(Metric.ROWS)
        && (names.contains(metric) || figures.contains(metric));
  }

  /** The figure that a name of a requirement stands for, without prefix. */
  private Optional<String> figure(String name) {
    return figures.stream()
        .filter(figure -> sections.stream().anyMatch(s -> name.equals(s.prefix() + figure)))
        .findFirst();
  }

  /**
   * Which figures are to be measured for these names.
   *
   * @param wanted names of metrics, of any rows
   */
  public List<String> figures(Collection<String> wanted) {
    Set<String> found =
        wanted.stream()
            .map(name -> intervals ? name.replaceFirst("(_low|_high)$", "") : name)
            .flatMap(name -> figure(name).stream())
            .collect(Collectors.toSet());
    return figures.stream().filter(found::contains).toList();
  }

  private String refusal(String text, String name) {
    return "'%s': %s; this run measures %s%s"
        .formatted(
            text,
            fault(name),
            String.join(", ", names),
            figures.isEmpty() ? "" : ", and where named " + String.join(", ", figures));
  }

  private String fault(String name) {
    if (INFERRED.contains(name)) {
      return "fit measures it with ⟦inference⟧, of the models that have it";
    }
    String metric = name.replaceFirst("(_low|_high)$", "");
    if (!metric.equals(name) && isAnywhere(metric)) {
      return intervals
          ? "there is no interval of '%s'".formatted(metric)
          : "intervals are measured by evaluate with ⟦bootstrap⟧";
    }
    if (!isAnywhere(name)) {
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

  /** Whether some run measures it. */
  private static boolean isAnywhere(String name) {
    List<NoWorse.Section> kept = List.of(NoWorse.Section.VALIDATION, NoWorse.Section.TEST);
    return Stream.of(0, 2, 11).anyMatch(c -> ofTraining(c, true, kept).measures(name));
  }

  private boolean has(String prefix) {
    return names.stream().anyMatch(name -> name.startsWith(prefix));
  }

  private String suggestion(String name) {
    return Nearest.to(name, Stream.concat(names.stream(), figures.stream()).toList())
        .map(" (did you mean '%s'?)"::formatted)
        .orElse("");
  }
}
