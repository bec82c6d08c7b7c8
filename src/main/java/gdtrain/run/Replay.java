package gdtrain.run;

import gdtrain.choice.EnumWord;
import gdtrain.choice.InvalidSetting;
import gdtrain.model.BadModel;
import gdtrain.model.Model;
import gdtrain.model.Parameter;
import gdtrain.run.setting.RunSettings;
import gdtrain.run.setting.StartModel;
import gdtrain.table.Table;
import gdtrain.train.Ending;
import gdtrain.train.Fit;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The run that a model records, to be done again and compared to the last bit.
 *
 * @param start the model
 * @param settings by which it was trained
 */
public record Replay(StartModel start, RunSettings settings) {
  private static final String TRACE = "log_trace";

  /**
   * The run of a model.
   *
   * @throws BadModel if the file records none that can be done again
   */
  public static Replay of(String file) {
    StartModel start = StartModel.read(file);
    Object ending = part(start.model(), "result").get("ending");
    for (Ending early : List.of(Ending.TIME, Ending.INTERRUPTED)) {
      if (EnumWord.of(early).equals(ending)) {
        throw new BadModel(
            "%s cannot be replayed: its run ended by %s, which does not come again at the same epoch"
                .formatted(file, early == Ending.TIME ? "⟦time-limit⟧" : "an interruption"),
            null);
      }
    }
    return new Replay(start, SavedModelRun.settings(start, RunSettings::unchecked));
  }

  private static Map<String, Object> part(Model model, String name) {
    Map<String, Object> part = new LinkedHashMap<>();
    if (model.record().get(name) instanceof Map<?, ?> map) {
      map.forEach((key, value) -> part.put(key.toString(), value));
    }
    return part;
  }

  /**
   * The files to train on.
   *
   * @param given on the command line; none for that which the model names
   */
  public List<String> data(List<String> given) {
    if (!given.isEmpty()) {
      return given;
    }
    String name = String.valueOf(part(start.model(), "data").get("name"));
    if (!Files.exists(Path.of(name))) {
      throw new InvalidSetting(
          "%s was trained on %s, which is not here; give the data behind the model"
              .formatted(start.file(), name));
    }
    return List.of(name);
  }

  /** Reads the table, once it is said what speaks against the model file. */
  public Table read(Session session, List<String> data) {
    session.doubt(start.doubt());
    return session.read(settings, data);
  }

  /** The run on the table, to be done again. */
  public TrainingRun run(Session session, Table table) {
    return session.begin(settings, session.prepare(settings, table));
  }

  /** What is different about the data, if anything is. */
  public Optional<String> difference(Table table) {
    Object before = part(start.model(), "data").get("sha256");
    return table.sha256().equals(before)
        ? Optional.empty()
        : Optional.of(
            "the data: the SHA-256 of %s is %s, the model was trained on %s"
                .formatted(table.name(), table.sha256(), before));
  }

  /** What is the first difference of a run done again, if there is one; the versions explain it. */
  public Optional<String> difference(TrainingRun run, Table table, Fit fit) {
    if (fit.ending() == Ending.DIVERGED) {
      return Optional.of(
          "the log: descent diverged after %,d epochs".formatted(fit.last().number()));
    }
    Model again = RunRecord.model(run, table, fit);
    return log(again)
        .or(() -> parameters(again))
        .or(() -> figures("", part(start.model(), "result"), part(again, "result")))
        .map(text -> text + versions(again));
  }

  private Optional<String> log(Model again) {
    Map<String, Object> before = part(start.model(), "result");
    Map<String, Object> now = part(again, "result");
    if (!before.containsKey(TRACE) || before.get(TRACE).equals(now.get(TRACE))) {
      return Optional.empty();
    }
    return Optional.of(
        "the log: it ends after %s epochs (%s) and keeps epoch %s with the loss %s; the model's ended after %s (%s) and kept %s with %s"
            .formatted(
                now.get("epochs"),
                now.get("ending"),
                now.get("kept_epoch"),
                now.get("loss"),
                before.get("epochs"),
                before.get("ending"),
                before.get("kept_epoch"),
                before.get("loss")));
  }

  private Optional<String> parameters(Model again) {
    List<Parameter> before = start.model().parameters();
    List<Parameter> now = again.parameters();
    if (before.size() != now.size()) {
      return Optional.of(
          "the parameters: there are %,d, the model has %,d".formatted(now.size(), before.size()));
    }
    for (int i = 0; i < now.size(); i++) {
      if (!before.get(i).equals(now.get(i))) {
        return Optional.of(
            "the parameters: that of '%s' for '%s' is %s, the model's %s (scaled values)"
                .formatted(
                    now.get(i).input(),
                    now.get(i).output(),
                    now.get(i).scaledValue(),
                    before.get(i).scaledValue()));
      }
    }
    return Optional.empty();
  }

  private static Optional<String> figures(String where, Map<?, ?> before, Map<?, ?> now) {
    for (Map.Entry<?, ?> entry : before.entrySet()) {
      Object then = entry.getValue();
      Object value = now.get(entry.getKey());
      String name = where + entry.getKey();
      Optional<String> difference =
          then instanceof Map<?, ?> inner && value instanceof Map<?, ?> other
              ? figures(name + " ", inner, other)
              : same(then, value)
                  ? Optional.empty()
                  : Optional.of(
                      "the result: %s is %s, the model's %s".formatted(name, value, then));
      if (difference.isPresent()) {
        return difference;
      }
    }
    return Optional.empty();
  }

  private static boolean same(Object then, Object now) {
    if (then instanceof Number a && now instanceof Number b) {
      return Double.compare(a.doubleValue(), b.doubleValue()) == 0;
    }
    return String.valueOf(then).equals(String.valueOf(now));
  }

  /** By which programs both were made, where those differ. */
  private String versions(Model again) {
    Map<String, Object> before = part(start.model(), "versions");
    Map<String, Object> now = part(again, "versions");
    return before.equals(now)
        ? ""
        : "; the model was made by gdtrain %s with Java %s, this is gdtrain %s with Java %s"
            .formatted(
                before.get("gdtrain"), before.get("java"), now.get("gdtrain"), now.get("java"));
  }
}
