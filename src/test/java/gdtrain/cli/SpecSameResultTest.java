package gdtrain.cli;

import static gdtrain.cli.Cli.data;
import static gdtrain.cli.Cli.run;
import static gdtrain.cli.Cli.runOn;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import com.fasterxml.jackson.databind.node.TextNode;
import gdtrain.cli.Cli.Outcome;
import gdtrain.cli.output.ExitCode;
import gdtrain.run.setting.Command;
import gdtrain.run.setting.Setting;
import gdtrain.run.setting.Settings;
import gdtrain.table.Selection;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Options drawn at random do the same from the command line, from a spec, and printed as one. */
class SpecSameResultTest {
  private static final String PENGUINS = data("penguins");
  private static final String MODEL = "target/spec-warm-start.json";
  private static final int DRAWS = 20;

  /** What is drawn for each key; {@code true} and {@code false} for flags. */
  private static final Map<String, List<String>> VALUES = new TreeMap<>();

  static {
    VALUES.put("header", List.of("auto", "yes"));
    VALUES.put("columns", List.of("kind,isle,length,depth,flipper,mass,\"male, female\",year"));
    VALUES.put("delimiter", List.of("auto", ","));
    VALUES.put("comment", List.of("auto", "none", "#"));
    VALUES.put("skip", List.of("auto", "0", "0,0", "0,3"));
    VALUES.put("encoding", List.of("utf-8", "ISO-8859-1"));
    VALUES.put("na", List.of("181", "2007,male", "#,\"-,\""));
    VALUES.put("decimal", List.of("auto", "point"));
    VALUES.put("thousands", List.of("auto", "comma"));
    VALUES.put("date-format", List.of("auto", "d/m/y"));
    VALUES.put("date", List.of("8", "year:year"));
    VALUES.put("rare", List.of("1", "60"));
    VALUES.put("skip", List.of("0"));
    VALUES.put("comment", List.of("auto", "none"));
    VALUES.put("target", List.of("6", "1", "7", "sex", "body_mass_g"));
    VALUES.put("task", List.of("auto", "regression", "classification"));
    VALUES.put("weight", List.of("8", "year"));
    VALUES.put("include", List.of("2", "island,3"));
    VALUES.put("exclude", List.of("2", "island,3", "bill_depth_mm"));
    VALUES.put("categorical", List.of("8", "year"));
    VALUES.put("numeric", List.of("4", "3,4"));
    VALUES.put("scale", List.of("standard", "minmax", "robust", "none"));
    VALUES.put("log-inputs", List.of("4", "bill_length_mm,year"));
    VALUES.put("target-transform", List.of("none", "log", "sqrt"));
    VALUES.put("offset", List.of("8", "year"));
    VALUES.put("exposure", List.of("8", "year"));
    VALUES.put("encode", List.of("treatment", "full"));
    VALUES.put("missing", List.of("auto", "impute", "indicator", "drop"));
    VALUES.put("intercept", List.of("true", "false"));
    VALUES.put("compress", List.of("true", "false"));
    VALUES.put("l1", List.of("0", "0.01", "1e-3"));
    VALUES.put("l2", List.of("0.1", "1"));
    VALUES.put("lr", List.of("auto", "1e-9", ".00000001"));
    VALUES.put("epochs", List.of("0", "3", "12"));
    VALUES.put("tolerance", List.of("0", "1e-3", "0.1"));
    VALUES.put("time-limit", List.of("1e6"));
    VALUES.put("patience", List.of("1", "2"));
    VALUES.put("hidden", List.of("3", "4,2"));
    VALUES.put("layer", List.of("3:activation=relu,dropout=0.2"));
    VALUES.put("activation", List.of("relu", "leaky-relu:slope=0.2"));
    VALUES.put("init", List.of("auto", "glorot"));
    VALUES.put("loss", List.of("auto"));
    VALUES.put("class-weight", List.of("balanced"));
    VALUES.put("optimizer", List.of("auto", "adam:beta1=0.8"));
    VALUES.put("schedule", List.of("auto", "constant:warmup=2"));
    VALUES.put("batch-size", List.of("auto", "full"));
    VALUES.put("warm-start", List.of(MODEL));
    VALUES.put("clip-norm", List.of("3"));
    VALUES.put("base", List.of("2=Dream", "island=Biscoe"));
    VALUES.put("positive", List.of("male"));
    VALUES.put("degree", List.of("1", "2"));
    VALUES.put("dtype", List.of("double", "float"));
    VALUES.put("interactions", List.of("true", "false"));
    VALUES.put("test", List.of(PENGUINS));
    VALUES.put("validation", List.of("0.2", ".25", PENGUINS));
    VALUES.put("seed", List.of("-7", "42"));
    VALUES.put("threshold", List.of("0.3", "best:f1"));
  }

  /** What has no effect without another, or clashes with its default. */
  private static final Map<String, String> NEEDS =
      Map.ofEntries(
          Map.entry("seed", "validation"),
          Map.entry("patience", "validation"),
          Map.entry("weight", "target"),
          Map.entry("class-weight", "target"),
          Map.entry("positive", "target"),
          Map.entry("threshold", "target"),
          Map.entry("activation", "hidden"),
          Map.entry("schedule", "optimizer"),
          Map.entry("clip-norm", "optimizer"));

  /** What goes with few others, and is drawn only when its turn comes. */
  private static final List<String> PARTICULAR =
      List.of("offset", "exposure", "target-transform", "log-inputs", "threshold");

  @TempDir Path folder;

  private record Drawn(String key, String value) {}

  private record Trained(Outcome outcome, String model) {}

  static Set<String> keys() {
    return VALUES.keySet();
  }

  @BeforeAll
  static void writeModel() {
    run("fit", PENGUINS, "--epochs", "3", "-o", MODEL, "--force").ok();
  }

  @Test
  void everyOptionThatDecidesTheResultIsDrawn() {
    Set<String> deciding =
        Settings.deciding(Command.FIT).map(setting -> setting.key()).collect(Collectors.toSet());

    assertEquals(Set.copyOf(deciding), VALUES.keySet(), "the table of values says what is drawn");
  }

  /** Draws until a set with this key does not end in an error. */
  @ParameterizedTest
  @MethodSource("keys")
  void spellingsOfTheSameOptionsGiveTheSameBytes(String key) throws Exception {
    Random random = new Random(key.hashCode());
    String last = "";
    for (int draw = 0; draw < DRAWS; draw++) {
      List<Drawn> settings = draw(key, random);
      Trained flags = train(new byte[0], flags(settings));
      int code = flags.outcome().code();
      if (code == ExitCode.OK || (code == ExitCode.DIVERGED && key.equals("offset"))) {
        assertSpecsDoTheSame(settings, flags, random);
        return;
      }
      last = flags.outcome().err();
    }
    fail(last);
  }

  private void assertSpecsDoTheSame(List<Drawn> settings, Trained flags, Random random)
      throws IOException {
    int cut = random.nextInt(settings.size() + 1);
    List<Drawn> inSpec = settings.subList(0, cut);
    List<Drawn> asFlags = settings.subList(cut, settings.size());
    byte[] printed =
        run(arguments(flags(settings), "--print-spec")).ok().out().getBytes(StandardCharsets.UTF_8);

    assertEquals(flags, train(spec(settings, random), List.of("--spec", "-")));
    List<String> mixed = new ArrayList<>(flags(asFlags));
    mixed.add("--spec=-");
    assertEquals(flags, train(spec(inSpec, random), mixed));
    assertEquals(flags, train(printed, List.of("--spec", "-")));
  }

  private static List<Drawn> draw(String key, Random random) {
    List<String> others = new ArrayList<>(VALUES.keySet());
    others.removeAll(PARTICULAR);
    Collections.shuffle(others, random);
    Set<String> keys = new LinkedHashSet<>(List.of(key, "epochs"));
    keys.addAll(others.subList(0, 1 + random.nextInt(5)));
    for (String drawn = key; NEEDS.containsKey(drawn); drawn = NEEDS.get(drawn)) {
      keys.add(NEEDS.get(drawn));
    }
    List.copyOf(keys).stream().filter(NEEDS::containsKey).map(NEEDS::get).forEach(keys::add);
    List<Drawn> settings = new ArrayList<>();
    for (String drawn : keys) {
      List<String> values = VALUES.get(drawn);
      settings.add(new Drawn(drawn, values.get(random.nextInt(values.size()))));
    }
    if (key.equals("offset") || key.equals("exposure")) {
      settings.removeIf(drawn -> List.of("loss", "target", "task").contains(drawn.key()));
      settings.add(new Drawn("loss", "poisson"));
      settings.add(new Drawn("target", "body_mass_g"));
    }
    Collections.shuffle(settings, random);
    return settings;
  }

  private static List<String> flags(List<Drawn> settings) {
    List<String> flags = new ArrayList<>();
    for (Drawn setting : settings) {
      switch (setting.value()) {
        case "true" -> flags.add("--" + setting.key());
        case "false" -> {
          if (type(setting) == Setting.Type.NEGATABLE) {
            flags.add("--no-" + setting.key());
          }
        }
        default -> flags.add("--" + setting.key() + "=" + setting.value());
      }
    }
    return flags;
  }

  private static Setting.Type type(Drawn drawn) {
    return Settings.find(Command.FIT, drawn.key()).orElseThrow().type();
  }

  private static byte[] spec(List<Drawn> settings, Random random) {
    StringBuilder spec = new StringBuilder("{}".repeat(settings.isEmpty() ? 1 : 0));
    for (Drawn setting : settings) {
      spec.append(setting.key()).append(": ").append(spelt(setting, random)).append('\n');
    }
    return spec.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** As it is, in quotes, or as a list. */
  private static String spelt(Drawn setting, Random random) {
    String value = setting.value();
    if (value.matches("true|false")) {
      return value;
    }
    if (type(setting) == Setting.Type.LIST && random.nextBoolean()) {
      return Selection.parse(value).references().stream()
          .map(TextNode::valueOf)
          .toList()
          .toString();
    }
    boolean plain = value.matches("-?[A-Za-z0-9._/,]+") && !value.startsWith(",");
    return plain && random.nextBoolean() ? value : TextNode.valueOf(value).toString();
  }

  private Trained train(byte[] in, List<String> options) throws IOException {
    Path model = folder.resolve("m.json");
    Files.deleteIfExists(model);
    Outcome outcome = runOn(in, arguments(options, "-o", model.toString()));
    return new Trained(outcome, Files.exists(model) ? Files.readString(model) : "");
  }

  private static String[] arguments(List<String> options, String... more) {
    return Cli.args(List.of("fit", PENGUINS), Cli.args(options, more));
  }
}
