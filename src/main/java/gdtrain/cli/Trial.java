package gdtrain.cli;

import gdtrain.model.BadModel;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/**
 * One run of a sweep: the command line of {@code fit} that does the same.
 *
 * @param number from 1
 * @param settings its values of the options that differ between runs
 * @param arguments of {@code fit}
 * @param fit with these arguments
 * @param plan what they say, checked
 */
record Trial(
    int number, List<String> settings, List<String> arguments, FitCommand fit, FitPlan plan) {
  /** Reads the arguments as {@code fit} does. */
  static Trial of(int number, List<String> settings, List<String> arguments, Console console) {
    try {
      FitCommand fit = new FitCommand(console);
      new CommandLine(fit).parseArgs(arguments.toArray(String[]::new));
      return new Trial(number, settings, arguments, fit, fit.plan(Optional.empty()));
    } catch (BadModel e) {
      throw e;
    } catch (ParameterException | IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "%s, in run %d: %s".formatted(SettingWords.sentence(e), number, commandLine(arguments)),
          e);
    }
  }

  /** Whether there may be a penalty, so that the objective is not the loss. */
  boolean penalised() {
    return plan.l1() > 0
        || plan.l2().orElse(plan.network().deep() ? 1 : 0) > 0
        || plan.network().hidden().stream().anyMatch(layer -> layer.l2().orElse(0) > 0);
  }

  /** Whether another run has the same penalty, so that objectives can be compared. */
  boolean penalisedAs(Trial other) {
    boolean sameRows =
        fit.options().preparation(plan).equals(other.fit.options().preparation(other.plan));
    boolean sameNetwork = plan.network().equals(other.plan.network());
    boolean sameChoice = sameRows && sameNetwork && plan.l2().equals(other.plan.l2());
    return plan.l1() == other.plan.l1() && (sameChoice || squares() == other.squares());
  }

  /** The factor of the squares, NaN where it depends on the rows or differs between layers. */
  private double squares() {
    boolean layered = plan.network().hidden().stream().anyMatch(l -> l.l2().isPresent());
    return layered ? Double.NaN : plan.l2().orElse(plan.network().deep() ? Double.NaN : 0);
  }

  /** The command line, as a shell takes it. */
  String commandLine() {
    return commandLine(arguments);
  }

  private static String commandLine(List<String> arguments) {
    return new ShellCommand(Stream.concat(Stream.of("fit"), arguments.stream()).toList()).text();
  }
}
