package gdtrain.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** The command lines of {@code fit} that a command line of {@code sweep} stands for. */
final class Trials {
  private static final long MOST = 10_000;

  private final List<String> common = new ArrayList<>();
  private final List<Axis> axes = new ArrayList<>();
  private final Console console;

  /** Takes the options that were given, in their order. */
  Trials(String data, CommandSpec sweep, Console console) {
    this.console = console;
    common.add(data);
    ParseResult given = sweep.commandLine().getParseResult();
    List<OptionSpec> fit =
        sweep.argGroups().stream()
            .filter(Settings::decides)
            .map(ArgGroupSpec::options)
            .flatMap(List::stream)
            .toList();
    given.matchedOptions().stream().distinct().filter(fit::contains).forEach(this::add);
    if (axes.isEmpty()) {
      throw new IllegalArgumentException(
          "nothing varies; give an option several values, such as --lr 0.01,0.1, or use fit");
    }
  }

  private void add(OptionSpec option) {
    if (VariedOptions.varies(option)) {
      add(Axis.of(option));
    } else if (SpecKeys.isFlag(option)) {
      common.addAll(flag(option));
    } else {
      option.originalStringValues().forEach(value -> addCommon(option.longestName(), value));
    }
  }

  private void add(Axis axis) {
    if (axis.varies()) {
      axes.add(axis);
    } else {
      addCommon(axis.option(), axis.values().get(0));
    }
  }

  private void addCommon(String option, String value) {
    common.addAll(ShellCommand.option(option, value));
  }

  private static List<String> flag(OptionSpec option) {
    boolean on = option.getValue();
    return List.of(on ? option.longestName() : option.longestName().replace("--", "--no-"));
  }

  /** The names of the options that vary, without dashes. */
  List<String> names() {
    return axes.stream().map(axis -> axis.option().substring(2)).toList();
  }

  /** Every combination; the option given last varies fastest. */
  List<Trial> grid() {
    axes.forEach(Axis::checkForGrid);
    long size = 1;
    for (Axis axis : axes) {
      size = Math.min(size * axis.values().size(), MOST + 1);
    }
    if (size > MOST) {
      throw new IllegalArgumentException(
          "the grid has more than %,d runs; --samples N draws some".formatted(MOST));
    }
    List<List<String>> grid = List.of(List.of());
    for (Axis axis : axes) {
      grid =
          grid.stream()
              .flatMap(start -> axis.values().stream().map(value -> with(start, value)))
              .toList();
    }
    return trials(grid);
  }

  private static List<String> with(List<String> start, String value) {
    List<String> longer = new ArrayList<>(start);
    longer.add(value);
    return longer;
  }

  /** Combinations drawn at random, each value on its own. */
  List<Trial> samples(int count, long seed) {
    Random random = new Random(seed);
    return trials(
        IntStream.range(0, count)
            .mapToObj(i -> axes.stream().map(axis -> axis.draw(random)).toList())
            .toList());
  }

  private List<Trial> trials(List<List<String>> settings) {
    List<Trial> trials =
        IntStream.range(0, settings.size())
            .mapToObj(i -> Trial.of(i + 1, settings.get(i), arguments(settings.get(i)), console))
            .toList();
    if (names().contains("seed") && trials.get(0).fit().options().drawsValidation()) {
      throw new IllegalArgumentException(
          "--seed takes one value here: it draws the rows of --validation, by which runs are"
              + " compared; --validation FILE has the same for all");
    }
    return trials;
  }

  private List<String> arguments(List<String> settings) {
    List<String> arguments = new ArrayList<>(common);
    for (int i = 0; i < axes.size(); i++) {
      arguments.addAll(ShellCommand.option(axes.get(i).option(), settings.get(i)));
    }
    return arguments;
  }
}
