package gdtrain.cli;

import java.util.List;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.IModelTransformer;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Gives {@code sweep} the options of {@code fit} that decide what is trained, most of them with
 * several values. They are read as texts; what they mean only {@code fit} knows.
 */
final class VariedOptions implements IModelTransformer {
  /** All runs must have these in common to be comparable, as they must all read alike. */
  private static final Set<String> COMMON =
      Set.of(
          "--target",
          "--task",
          "--weight",
          "--categorical",
          "--numeric",
          "--validation",
          "--layer",
          "--loss",
          "--class-weight");

  /** Without effect here: nothing of a sweep is about test rows. */
  private static final Set<String> LEFT_OUT = Set.of("--test");

  private static final String READING = "%nReading:%n";

  @Override
  public CommandSpec transform(CommandSpec sweep) {
    CommandSpec fit = new CommandLine(new FitCommand(null)).getCommandSpec();
    fit.argGroups().stream()
        .filter(Settings::decides)
        .map(VariedOptions::group)
        .forEach(sweep::addArgGroup);
    return sweep;
  }

  private static ArgGroupSpec group(ArgGroupSpec original) {
    ArgGroupSpec.Builder group =
        ArgGroupSpec.builder()
            .heading(original.heading())
            .order(original.order())
            .exclusive(false)
            .validate(false);
    boolean reading = original.heading().equals(READING);
    original.options().stream()
        .filter(option -> !LEFT_OUT.contains(option.longestName()))
        .map(option -> option(option, reading))
        .forEach(group::addArg);
    return group.build();
  }

  private static OptionSpec option(OptionSpec original, boolean reading) {
    OptionSpec.Builder option =
        OptionSpec.builder(original.names())
            .description(original.description())
            .paramLabel(original.paramLabel())
            .defaultValue(original.defaultValue())
            .completionCandidates(original.completionCandidates());
    if (SpecKeys.isFlag(original)) {
      return option
          .type(boolean.class)
          .negatable(original.negatable())
          .fallbackValue(original.fallbackValue())
          .build();
    }
    option.arity("1");
    boolean common = reading || COMMON.contains(original.longestName());
    return common && !original.isMultiValue()
        ? option.type(String.class).build()
        : option.type(List.class).auxiliaryTypes(String.class).build();
  }

  /** Whether the values of an option are for one run each. */
  static boolean varies(OptionSpec option) {
    return option.isMultiValue() && !COMMON.contains(option.longestName());
  }
}
