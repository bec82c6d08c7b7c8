package gdtrain.cli;

import gdtrain.dataset.Dtype;
import gdtrain.dataset.MissingPolicy;
import gdtrain.dataset.Prepared;
import gdtrain.dataset.Schema;
import gdtrain.model.BadModel;
import gdtrain.table.Factoring;
import gdtrain.table.Source;
import gdtrain.table.Table;
import gdtrain.train.Seed;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/**
 * The run that goes on from a saved model, by the settings it was trained with.
 *
 * @param start the model
 * @param reading how tables are read
 */
record ModelRun(StartModel start, ReadingOptions reading) implements Subject {
  /** Rows are those of the command, and it starts from the model. */
  private static final Set<String> OTHERS =
      Set.of("validation", "test", "patience", "warm-start", "init");

  /** Flags that are on unless told otherwise. */
  private static final Set<String> NEGATABLE = Set.of("intercept", "compress");

  /** The settings of a run as a command line of their own. */
  @Command(name = "settings")
  private static final class Stored {
    @Mixin private FitOptions options;
  }

  /**
   * Refuses options that the model has already decided.
   *
   * @param command whose command line was read
   */
  static void refuseOthers(CommandSpec command) {
    Set<OptionSpec> decided =
        command.argGroups().stream()
            .filter(Settings::decides)
            .filter(group -> !reads(group))
            .flatMap(group -> group.options().stream())
            .collect(Collectors.toSet());
    command.commandLine().getParseResult().matchedOptions().stream()
        .filter(decided::contains)
        .findFirst()
        .ifPresent(
            option -> {
              throw new IllegalArgumentException(
                  "%s has no effect with --model, which has its own settings"
                      .formatted(option.longestName()));
            });
  }

  private static boolean reads(ArgGroupSpec group) {
    return group.heading().contains("Reading");
  }

  @Override
  public FitPlan plan(String data, int threads) {
    return read(
        options ->
            options.descent.plan(
                options.network.plan(),
                options.stopping(),
                new Seed(options.validation.seed()),
                threads));
  }

  /** What the model's settings say, as if they were given on a command line. */
  private <T> T read(Function<FitOptions, T> meaning) {
    Stored stored = new Stored();
    CommandLine line = new CommandLine(stored);
    try {
      line.parseArgs(arguments(line.getCommandSpec()).toArray(String[]::new));
      return meaning.apply(stored.options);
    } catch (BadModel e) {
      throw e;
    } catch (ParameterException | IllegalArgumentException e) {
      throw new BadModel(
          "the settings in %s are at fault: %s".formatted(start.file(), SettingWords.sentence(e)),
          e);
    }
  }

  private List<String> arguments(CommandSpec command) {
    Set<String> keys =
        command.argGroups().stream()
            .filter(group -> !reads(group))
            .flatMap(group -> group.options().stream())
            .map(Settings::key)
            .filter(key -> !OTHERS.contains(key))
            .collect(Collectors.toSet());
    List<String> arguments = new ArrayList<>(List.of("--warm-start=" + start.file()));
    settings().entrySet().stream()
        .filter(entry -> keys.contains(entry.getKey()))
        .flatMap(entry -> argument(entry.getKey(), entry.getValue()))
        .forEach(arguments::add);
    return arguments;
  }

  private Map<String, Object> settings() {
    if (!(start.model().record().get("settings") instanceof Map<?, ?> settings)) {
      throw new IllegalArgumentException("run.settings is not there");
    }
    return settings.entrySet().stream()
        .collect(Collectors.toMap(e -> e.getKey().toString(), Map.Entry::getValue));
  }

  private static Stream<String> argument(String key, Object value) {
    if (value instanceof Boolean on) {
      String no = NEGATABLE.contains(key) ? "--no-" + key : "";
      return Stream.of(on ? "--" + key : no).filter(argument -> !argument.isEmpty());
    }
    return value instanceof List<?> items
        ? items.stream().map(item -> "--" + key + "=" + item)
        : Stream.of("--" + key + "=" + value);
  }

  @Override
  public Optional<Factoring> factoring(FitPlan plan) {
    Schema schema = start.model().schema();
    boolean plain =
        schema.weight().isEmpty()
            && schema.products().isEmpty()
            && schema.dtype() == Dtype.DOUBLE
            && schema.target().classes().isEmpty();
    return plain ? plan.factoring(Optional.of(schema.target().name())) : Optional.empty();
  }

  @Override
  public Table read(Source source, Optional<Factoring> factoring, int threads) {
    return ModelInput.of(start.model(), "error").read(source, reading, factoring, threads);
  }

  @Override
  public Prepared prepare(
      Table table, FitPlan plan, Function<String, Table> reader, Consumer<String> notes) {
    Schema schema = start.model().schema();
    MissingPolicy missing = read(options -> options.preparation.wishes().missing());
    return Prepared.of(schema, schema.usable(table, missing, notes));
  }
}
