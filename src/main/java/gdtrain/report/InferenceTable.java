package gdtrain.report;

import gdtrain.dataset.encoding.Target;
import gdtrain.insight.inference.Coefficient;
import gdtrain.insight.inference.Inference;
import gdtrain.loss.Likelihood;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Standard errors, tests and intervals, as a table for people and as more columns of CSV. */
public final class InferenceTable {
  /** Figures that are tests of their own stand in the heading or beside what they test. */
  private static final List<String> ASIDE = List.of("df_residual", "f_statistic", "f_p");

  private final Inference inference;
  private final boolean ratios;

  /** A table of what was inferred. */
  public InferenceTable(Inference inference) {
    this.inference = inference;
    this.ratios = inference.likelihood() != Likelihood.GAUSSIAN;
  }

  /**
   * Lines for people.
   *
   * @param target that is predicted
   * @param cluster the column of rows that depend on each other; empty if there is none
   */
  public List<String> lines(Target target, String cluster) {
    List<String> lines = new ArrayList<>();
    lines.add(heading(target.name(), cluster));
    Map<String, List<Coefficient>> byOutput =
        inference.coefficients().stream()
            .collect(
                Collectors.groupingBy(
                    Coefficient::output, LinkedHashMap::new, Collectors.toList()));
    byOutput.forEach(
        (output, own) -> {
          if (inference.likelihood() == Likelihood.MULTINOMIAL) {
            String first = target.classes().get(0);
            lines.add("'%s', compared with '%s':".formatted(output, first));
          }
          lines.addAll(table(own));
        });
    lines.add(figures());
    return lines;
  }

  private String heading(String target, String cluster) {
    String errors =
        switch (inference.errors()) {
          case "classical" -> "";
          case "cluster" -> ", standard errors by clusters of '%s'".formatted(cluster);
          default -> ", %s standard errors".formatted(inference.errors());
        };
    return "inference for '%s' in original units%s:".formatted(target, errors);
  }

  private List<String> table(List<Coefficient> coefficients) {
    String level = NumberText.text(100 * inference.level()) + " %";
    List<String> header = new ArrayList<>(List.of("input", "estimate", "std. error"));
    header.add(Double.isInfinite(inference.freedom()) ? "z" : "t");
    header.addAll(List.of("p", level + " from", "to"));
    boolean inflated = coefficients.stream().anyMatch(c -> c.inflation().isPresent());
    if (ratios) {
      header.add(isOdds() ? "odds ratio" : "ratio");
    } else if (inflated) {
      header.add("VIF");
    }
    TextTable table = new TextTable();
    table.add(header);
    coefficients.forEach(c -> table.add(cells(c, inflated)));
    return table.lines();
  }

  private boolean isOdds() {
    return inference.likelihood() == Likelihood.BINOMIAL
        || inference.likelihood() == Likelihood.MULTINOMIAL;
  }

  private List<String> cells(Coefficient c, boolean inflated) {
    List<String> cells = new ArrayList<>();
    cells.add(c.input());
    cells.add(told(c.estimate()));
    cells.add(told(c.error()));
    cells.add(Double.isNaN(c.statistic()) ? "-" : NumberText.brief(c.statistic()));
    cells.add(probability(c.p()));
    cells.add(told(c.lower()));
    cells.add(told(c.upper()));
    if (ratios) {
      cells.add(told(Math.exp(c.estimate())));
    } else if (inflated) {
      cells.add(c.inflation().isPresent() ? told(c.inflation().getAsDouble()) : "-");
    }
    return cells;
  }

  private static String told(double number) {
    return Double.isFinite(number) ? NumberText.text(number) : "-";
  }

  private static String probability(double p) {
    return Double.isNaN(p) ? "-" : p < 1e-15 ? "<1e-15" : NumberText.rough(p);
  }

  private String figures() {
    Map<String, Double> figures = inference.figures();
    String all =
        figures.entrySet().stream()
            .filter(entry -> !ASIDE.contains(entry.getKey()))
            .map(entry -> "%s %s".formatted(spelled(entry.getKey()), told(entry.getValue())))
            .collect(Collectors.joining(", "));
    String f =
        figures.containsKey("f_statistic")
            ? ", F %s (p %s)"
                .formatted(told(figures.get("f_statistic")), probability(figures.get("f_p")))
            : "";
    return "%s%s; %s degrees of freedom are left"
        .formatted(all, f, NumberText.text(figures.get("df_residual")));
  }

  private static String spelled(String name) {
    return switch (name) {
      case "aic", "bic" -> name.toUpperCase(Locale.ROOT);
      case "log_likelihood" -> "log-likelihood";
      case "residual_sd" -> "residual standard deviation";
      case "adjusted_r2" -> "adjusted r2";
      default -> name;
    };
  }

  /** The columns that CSV has behind those of a parameter. */
  List<String> columns() {
    List<String> columns =
        new ArrayList<>(List.of("estimate", "std_error", "statistic", "p", "lower", "upper"));
    columns.addAll(ratios ? List.of("ratio", "ratio_lower", "ratio_upper") : List.of("vif"));
    return columns;
  }

  /**
   * What stands there for a parameter; nothing where it is that of the first of several classes.
   */
  Map<String, Object> fields(String output, String input) {
    Map<String, Object> fields = new LinkedHashMap<>();
    columns().forEach(column -> fields.put(column, Double.NaN));
    inference.coefficients().stream()
        .filter(c -> c.output().equals(output) && c.input().equals(input))
        .findFirst()
        .ifPresent(c -> put(c, fields));
    return fields;
  }

  private void put(Coefficient c, Map<String, Object> fields) {
    fields.put("estimate", c.estimate());
    fields.put("std_error", c.error());
    fields.put("statistic", c.statistic());
    fields.put("p", c.p());
    fields.put("lower", c.lower());
    fields.put("upper", c.upper());
    if (ratios) {
      fields.put("ratio", Math.exp(c.estimate()));
      fields.put("ratio_lower", Math.exp(c.lower()));
      fields.put("ratio_upper", Math.exp(c.upper()));
    } else {
      fields.put("vif", c.inflation());
    }
  }
}
