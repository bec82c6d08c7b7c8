package gdtrain.cli;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;

/** The program's commands, in the order of its help. */
final class Commands {
  private static final List<Class<?>> COMMANDS =
      List.of(
          FitCommand.class,
          CvCommand.class,
          SweepCommand.class,
          ExplainCommand.class,
          CheckCommand.class,
          TerrainCommand.class,
          PredictCommand.class,
          EvaluateCommand.class,
          ShowCommand.class);

  private Commands() {}

  /**
   * The command line of the program. Where the first word names a command, it is the only one, and
   * the program has no options of its own: what is not asked for takes start-up time.
   */
  static CommandLine commandLine(Main main, CommandFactory factory) {
    List<String> words = main.arguments();
    return COMMANDS.stream()
        .filter(type -> !words.isEmpty() && name(type).equals(words.get(0)))
        .findFirst()
        .map(
            type ->
                new CommandLine(CommandSpec.wrapWithoutInspection(main).name("gdtrain"))
                    .addSubcommand(new CommandLine(type, factory)))
        .orElseGet(() -> overview(main, factory));
  }

  private static String name(Class<?> type) {
    return type.getAnnotation(Command.class).name();
  }

  /** All commands; only those named have their options. */
  private static CommandLine overview(Main main, CommandFactory factory) {
    CommandLine commandLine = new CommandLine(main, factory);
    for (Class<?> type : COMMANDS) {
      boolean named = main.arguments().contains(name(type));
      commandLine.addSubcommand(named ? new CommandLine(type, factory) : outline(type));
    }
    return commandLine.addSubcommand(new HelpCommand());
  }

  /** A command as far as the list of commands shows it. */
  private static CommandLine outline(Class<?> type) {
    Command command = type.getAnnotation(Command.class);
    CommandSpec spec = CommandSpec.create().name(command.name());
    spec.usageMessage().description(command.description());
    return new CommandLine(spec);
  }
}
