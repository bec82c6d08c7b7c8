package gdtrain.cli;

import gdtrain.cli.command.CheckCommand;
import gdtrain.cli.command.CommandAction;
import gdtrain.cli.command.CvCommand;
import gdtrain.cli.command.EvaluateCommand;
import gdtrain.cli.command.ExplainCommand;
import gdtrain.cli.command.FitCommand;
import gdtrain.cli.command.PredictCommand;
import gdtrain.cli.command.ShowCommand;
import gdtrain.cli.command.SweepCommand;
import gdtrain.cli.command.TerrainCommand;
import gdtrain.cli.option.Invocation;
import gdtrain.cli.option.OptionModel;
import gdtrain.run.setting.Command;
import java.io.InputStream;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** The program's command line, with its commands in the order of help. */
final class Commands {
  private static final Map<String, String> EXIT_CODES = new LinkedHashMap<>();

  static {
    EXIT_CODES.put("0", "ok");
    EXIT_CODES.put(
        "1",
        "internal error, a gradient that check finds wrong, not enough memory, or an output that could"
            + " not be written");
    EXIT_CODES.put("2", "wrong usage");
    EXIT_CODES.put("3", "the data, a model or a checkpoint is at fault");
    EXIT_CODES.put("4", "descent diverged");
    EXIT_CODES.put("5", "a --require condition is not met; all outputs are written");
    EXIT_CODES.put("130", "interrupted (SIGINT); fit writes its best parameters so far");
    EXIT_CODES.put("141", "stdout was closed by its reader; fit still writes its output files");
    EXIT_CODES.put("143", "terminated (SIGTERM); as 130");
  }

  private Commands() {}

  /** What a command does. */
  static CommandAction action(Command command) {
    return switch (command) {
      case FIT -> new FitCommand();
      case CV -> new CvCommand();
      case SWEEP -> new SweepCommand();
      case EXPLAIN -> new ExplainCommand();
      case CHECK -> new CheckCommand();
      case TERRAIN -> new TerrainCommand();
      case PREDICT -> new PredictCommand();
      case EVALUATE -> new EvaluateCommand();
      case SHOW -> new ShowCommand();
    };
  }

  /** The command of that word. */
  static Optional<Command> named(String word) {
    return Arrays.stream(Command.values()).filter(c -> c.word().equals(word)).findFirst();
  }

  /**
   * The command line of the program. Where the first word names a command, it is the only one, and
   * the program has no options of its own: what is not asked for takes start-up time.
   */
  static CommandLine commandLine(List<String> words) {
    return words.stream()
        .findFirst()
        .flatMap(Commands::named)
        .map(
            command ->
                new CommandLine(CommandSpec.create().name("gdtrain"))
                    .addSubcommand(action(command).commandLine()))
        .orElseGet(() -> overview(words));
  }

  /** What a command line asks of a command. */
  static Invocation invocation(List<String> words, InputStream in) {
    ParseResult parsed = commandLine(words).parseArgs(words.toArray(String[]::new));
    return new Invocation(
        named(parsed.subcommand().commandSpec().name()).orElseThrow(), words, parsed, in);
  }

  /** All commands; only those named have their options. */
  private static CommandLine overview(List<String> words) {
    CommandSpec spec = CommandSpec.create().name("gdtrain");
    OptionModel.addHelp(spec);
    spec.usageMessage()
        .description(
            "Trains regression and classification models on small CSV tables by gradient descent, and shows"
                + " how: the loss of every epoch, and the parameters in the data's own units.")
        .synopsisSubcommandLabel("COMMAND")
        .exitCodeListHeading("%nExit status:%n")
        .exitCodeList(EXIT_CODES)
        .footerHeading("%nExamples:%n")
        .footer(
            "  gdtrain fit iris.csv                      train, print the loss of every epoch",
            "  gdtrain fit iris.csv -o iris.json         the same, and save the model",
            "  gdtrain cv iris.csv                       how good it is on rows it has not seen",
            "  gdtrain sweep iris.csv --lr 0.01,0.1,1    several settings, the best named",
            "  gdtrain explain iris.csv                  what the gradient says, parameter by parameter",
            "  gdtrain check iris.csv --hidden 8         backpropagation against differences",
            "  gdtrain terrain iris.csv                  the loss around the path of descent, to draw",
            "  gdtrain predict iris.json new.csv         predictions as CSV");
    CommandLine commandLine = new CommandLine(spec);
    for (Command command : Command.values()) {
      commandLine.addSubcommand(
          words.contains(command.word())
              ? action(command).commandLine()
              : OptionModel.outline(command, action(command).description()));
    }
    return commandLine.addSubcommand(new HelpCommand());
  }
}
