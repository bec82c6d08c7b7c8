package gdtrain.cli;

import gdtrain.metric.MetricNames;
import gdtrain.metric.Requirement;
import gdtrain.report.JsonText;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Decides, once a command has done everything else, whether its figures are good enough.
 *
 * @param requirements what must hold
 * @param file receives the figures and the verdict, if wanted
 */
record Gate(List<Requirement> requirements, Optional<OutputFile> file) {
  /** Refuses, before the work, what this run cannot measure. */
  Gate checked(MetricNames names) {
    try {
      requirements.forEach(names::check);
      return this;
    } catch (IllegalArgumentException e) {
      throw refusal(e);
    }
  }

  /** A fault of a requirement with the name of the option in front. */
  static IllegalArgumentException refusal(IllegalArgumentException fault) {
    return new IllegalArgumentException("--require " + SettingWords.sentence(fault), fault);
  }

  /** Writes the file, then says which requirements are met; the result is the exit code. */
  int close(Supplier<Measures> measured, Notes notes) {
    Lazy<Measures> figures = new Lazy<>(measured);
    write(figures);
    notes.console().out().flush(); // a verdict is the last word: no output can fail behind it
    return requirements.isEmpty() ? ExitCode.OK : judge(figures.get(), notes);
  }

  private int judge(Measures measures, Notes notes) {
    List<Requirement> unmet =
        requirements.stream().filter(r -> !r.metBy(measures.figures())).toList();
    unmet.forEach(requirement -> notes.console().say(shortfall(requirement, measures)));
    if (unmet.isEmpty()) {
      notes.accept(
          requirements.stream()
              .map(Requirement::text)
              .collect(Collectors.joining(", ", "met: ", "")));
    }
    return unmet.isEmpty() ? ExitCode.OK : ExitCode.REQUIREMENT;
  }

  /** Only writes the file: a run that failed for another reason is not judged. */
  void write(Supplier<Measures> measured) {
    file.ifPresent(
        f -> f.write(JsonText.indented(json(measured.get())).getBytes(StandardCharsets.UTF_8)));
  }

  private static String shortfall(Requirement requirement, Measures measures) {
    double value = requirement.measured(measures.figures());
    String reason =
        requirement.name().equals(Requirement.CONVERGED)
            ? "descent stopped before the minimum"
            : requirement.name() + " is " + (Double.isNaN(value) ? "not defined" : exact(value));
    return "gdtrain: --require '%s' is not met: %s".formatted(requirement.text(), reason);
  }

  /** All digits, since a rounded figure may look as if it met the bound. */
  private static String exact(double value) {
    return Double.toString(value).replaceFirst("[.]0$", "");
  }

  private Map<String, Object> json(Measures measures) {
    boolean met = requirements.stream().allMatch(r -> r.metBy(measures.figures()));
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("status", met ? "ok" : "unmet");
    json.putAll(measures.fields()); // a run that failed has a status of its own
    json.put("requirements", requirements.stream().map(r -> json(r, measures)).toList());
    return json;
  }

  private static Map<String, Object> json(Requirement requirement, Measures measures) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("require", requirement.text());
    json.put("value", requirement.measured(measures.figures()));
    json.put("met", requirement.metBy(measures.figures()));
    return json;
  }
}
