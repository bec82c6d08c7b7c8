package gdtrain.cli.output;

import gdtrain.choice.InvalidSetting;
import gdtrain.choice.UserError;
import gdtrain.metric.MetricNames;
import gdtrain.metric.NoWorse;
import gdtrain.metric.Requirement;
import gdtrain.report.JsonText;
import gdtrain.report.MetricsReader;
import gdtrain.run.Lazy;
import gdtrain.run.Measurements;
import gdtrain.run.OutputFile;
import gdtrain.run.setting.Setting;
import gdtrain.run.setting.SettingValues;
import gdtrain.run.setting.Settings;
import gdtrain.table.Selection;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Decides, once a command has done everything else, whether its metrics are good enough.
 *
 * @param requirements what must hold
 * @param noWorse the earlier metrics that those measured must not be worse than, if any
 * @param figures that are asked for besides those that are always measured; all is all there are
 * @param file receives the metrics and the verdict, if wanted
 */
public record Gate(
    List<Requirement> requirements,
    Optional<NoWorse> noWorse,
    List<String> figures,
    Optional<OutputFile> file) {
  private static final String ALL = "all";

  /**
   * The gate of a command, as far as it can be checked before there is data.
   *
   * @param force whether the file may be overwritten
   * @throws InvalidSetting if a requirement is wrong, or the file cannot be written
   */
  public static Gate of(SettingValues values, boolean force) {
    return new Gate(
        values.texts(Settings.REQUIRE).stream().map(Gate::parsed).toList(),
        values.find(Settings.NO_WORSE_THAN).map(MetricsReader::read),
        Selection.parse(values.text(Settings.FIGURES)).references(),
        values.find(Settings.METRICS).map(name -> OutputFile.of(name, Settings.METRICS, force)));
  }

  /** The gate of a command in which a setting to overwrite is about the file of metrics alone. */
  public static Gate ofMetrics(SettingValues values, Setting<Boolean> force) {
    if (values.get(force)
        && !values.isGiven(Settings.METRICS)
        && !values.isGiven(Settings.CV_REPORT)
        && !values.isGiven(Settings.FOLD_PREDICTIONS)) {
      throw new InvalidSetting(
          force == Settings.CV_FORCE
              ? "⟦force⟧ has no effect without ⟦metrics⟧, ⟦predictions⟧ or ⟦report⟧"
              : "⟦force⟧ has no effect without ⟦metrics⟧");
    }
    return of(values, values.get(force));
  }

  private static Requirement parsed(String written) {
    try {
      return Requirement.parse(written);
    } catch (IllegalArgumentException e) {
      throw refusal(e);
    }
  }

  /** Refuses, before the work, what this run cannot measure. */
  public Gate checked(MetricNames names) {
    try {
      requirements.forEach(names::check);
    } catch (IllegalArgumentException e) {
      throw refusal(e);
    }
    noWorse.ifPresent(base -> base.check(names));
    try {
      figures.stream().filter(name -> !name.equals(ALL)).forEach(names::check);
    } catch (InvalidSetting e) {
      throw new InvalidSetting("⟦figures⟧ " + e.sentence(), e);
    }
    return this;
  }

  /** The figures to measure besides those that always are. */
  public List<String> figures(MetricNames names) {
    if (figures.contains(ALL)) {
      return names.figures();
    }
    List<String> wanted = new ArrayList<>(figures);
    requirements.forEach(requirement -> wanted.add(requirement.name()));
    noWorse.ifPresent(base -> wanted.addAll(base.base().keySet()));
    return names.figures(wanted);
  }

  /** Whether nothing is asked of the metrics, neither to hold nor to be written. */
  public boolean isIdle() {
    return requirements.isEmpty() && noWorse.isEmpty() && file.isEmpty();
  }

  /** A fault of a requirement with the name of the option in front. */
  private static InvalidSetting refusal(IllegalArgumentException fault) {
    String sentence = fault instanceof UserError e ? e.sentence() : fault.getMessage();
    return new InvalidSetting("⟦require⟧ " + sentence, fault);
  }

  /** Writes the file, then says which requirements are met; the result is the exit code. */
  public int close(Supplier<Measurements> measured, Console console, Consumer<String> notes) {
    Lazy<Measurements> measures = new Lazy<>(measured);
    try {
      write(measures);
    } finally {
      console.out().flush();
    }
    return verdict(measures, console, notes);
  }

  /** Says which requirements are met; the result is the exit code. */
  int verdict(Supplier<Measurements> measures, Console console, Consumer<String> notes) {
    console.out().flush(); // a verdict is the last word: no output can fail behind it
    boolean none = requirements.isEmpty() && noWorse.isEmpty();
    return none ? ExitCode.OK : judge(measures.get(), console, notes);
  }

  private int judge(Measurements measures, Console console, Consumer<String> notes) {
    List<String> shortfalls = new ArrayList<>();
    requirements.stream()
        .filter(r -> !r.metBy(measures.metrics()))
        .forEach(r -> shortfalls.add(shortfall(r, measures)));
    figures(measures).stream().filter(f -> !f.met()).forEach(f -> shortfalls.add(shortfall(f)));
    shortfalls.forEach(console::say);
    if (shortfalls.isEmpty()) {
      List<String> met = new ArrayList<>(requirements.stream().map(Requirement::text).toList());
      noWorse.ifPresent(base -> met.add("no worse than " + base.source()));
      notes.accept("met: " + String.join(", ", met));
    }
    return shortfalls.isEmpty() ? ExitCode.OK : ExitCode.REQUIREMENT;
  }

  private List<NoWorse.Figure> figures(Measurements measures) {
    return noWorse.map(base -> base.compare(measures.metrics())).orElse(List.of());
  }

  /** Only writes the file: a run that failed for another reason is not judged. */
  public void write(Supplier<Measurements> measured) {
    file.ifPresent(
        f -> f.write(JsonText.indented(json(measured.get())).getBytes(StandardCharsets.UTF_8)));
  }

  private static String shortfall(Requirement requirement, Measurements measures) {
    double value = requirement.measured(measures.metrics());
    String reason =
        requirement.name().equals(Requirement.CONVERGED)
            ? "descent stopped before the minimum"
            : requirement.name() + " is " + (Double.isNaN(value) ? "not defined" : exact(value));
    return "gdtrain: ⟦require⟧ '%s' is not met: %s".formatted(requirement.text(), reason);
  }

  private String shortfall(NoWorse.Figure figure) {
    NoWorse base = noWorse.orElseThrow();
    String allowed =
        base.allowed() > 0 ? ", and at worst %s is allowed".formatted(exact(figure.limit())) : "";
    return "gdtrain: ⟦no-worse-than⟧ %s is not met: %s is %s, where it was %s%s"
        .formatted(
            base.source(),
            figure.name(),
            Double.isNaN(figure.value()) ? "not defined" : exact(figure.value()),
            exact(figure.base()),
            allowed);
  }

  /** All digits, since a rounded figure may look as if it met the bound. */
  private static String exact(double value) {
    return Double.toString(value).replaceFirst("[.]0$", "");
  }

  private Map<String, Object> json(Measurements measures) {
    List<NoWorse.Figure> figures = figures(measures);
    boolean met =
        requirements.stream().allMatch(r -> r.metBy(measures.metrics()))
            && figures.stream().allMatch(NoWorse.Figure::met);
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("status", met ? "ok" : "unmet");
    json.putAll(measures.fields()); // a run that failed has a status of its own
    json.put("requirements", requirements.stream().map(r -> json(r, measures)).toList());
    noWorse.ifPresent(base -> json.put("no_worse_than", json(base, figures)));
    return json;
  }

  private static Map<String, Object> json(NoWorse base, List<NoWorse.Figure> figures) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("file", base.source());
    json.put("figures", figures.stream().map(Gate::json).toList());
    return json;
  }

  private static Map<String, Object> json(NoWorse.Figure figure) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("metric", figure.name());
    json.put("base", figure.base());
    json.put("value", figure.value());
    json.put("limit", figure.limit());
    json.put("met", figure.met());
    return json;
  }

  private static Map<String, Object> json(Requirement requirement, Measurements measures) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("require", requirement.text());
    json.put("value", requirement.measured(measures.metrics()));
    json.put("met", requirement.metBy(measures.metrics()));
    return json;
  }
}
