package gdtrain.cli.output;

import gdtrain.choice.InvalidSetting;
import gdtrain.choice.UserError;
import gdtrain.metric.MetricNames;
import gdtrain.metric.Requirement;
import gdtrain.report.JsonText;
import gdtrain.run.Lazy;
import gdtrain.run.Measurements;
import gdtrain.run.OutputFile;
import gdtrain.run.setting.Setting;
import gdtrain.run.setting.SettingValues;
import gdtrain.run.setting.Settings;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Decides, once a command has done everything else, whether its metrics are good enough.
 *
 * @param requirements what must hold
 * @param file receives the metrics and the verdict, if wanted
 */
public record Gate(List<Requirement> requirements, Optional<OutputFile> file) {
  /**
   * The gate of a command, as far as it can be checked before there is data.
   *
   * @param force whether the file may be overwritten
   * @throws InvalidSetting if a requirement is wrong, or the file cannot be written
   */
  public static Gate of(SettingValues values, boolean force) {
    return new Gate(
        values.texts(Settings.REQUIRE).stream().map(Gate::parsed).toList(),
        values.find(Settings.METRICS).map(name -> OutputFile.of(name, Settings.METRICS, force)));
  }

  /** The gate of a command in which a setting to overwrite is about the file of metrics alone. */
  public static Gate ofMetrics(SettingValues values, Setting<Boolean> force) {
    if (values.get(force) && !values.isGiven(Settings.METRICS)) {
      throw new InvalidSetting("⟦force⟧ has no effect without ⟦metrics⟧");
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
      return this;
    } catch (IllegalArgumentException e) {
      throw refusal(e);
    }
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
    return requirements.isEmpty() ? ExitCode.OK : judge(measures.get(), console, notes);
  }

  private int judge(Measurements measures, Console console, Consumer<String> notes) {
    List<Requirement> unmet =
        requirements.stream().filter(r -> !r.metBy(measures.metrics())).toList();
    unmet.forEach(requirement -> console.say(shortfall(requirement, measures)));
    if (unmet.isEmpty()) {
      notes.accept(
          requirements.stream()
              .map(Requirement::text)
              .collect(Collectors.joining(", ", "met: ", "")));
    }
    return unmet.isEmpty() ? ExitCode.OK : ExitCode.REQUIREMENT;
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

  /** All digits, since a rounded figure may look as if it met the bound. */
  private static String exact(double value) {
    return Double.toString(value).replaceFirst("[.]0$", "");
  }

  private Map<String, Object> json(Measurements measures) {
    boolean met = requirements.stream().allMatch(r -> r.metBy(measures.metrics()));
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("status", met ? "ok" : "unmet");
    json.putAll(measures.fields()); // a run that failed has a status of its own
    json.put("requirements", requirements.stream().map(r -> json(r, measures)).toList());
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
