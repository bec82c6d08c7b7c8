package gdtrain.cli;

import gdtrain.cli.command.CheckCommand;
import gdtrain.cli.command.CommandAction;
import gdtrain.cli.command.CvCommand;
import gdtrain.cli.command.DoctorCommand;
import gdtrain.cli.command.EvaluateCommand;
import gdtrain.cli.command.ExplainCommand;
import gdtrain.cli.command.FitCommand;
import gdtrain.cli.command.LessonCommand;
import gdtrain.cli.command.PathCommand;
import gdtrain.cli.command.PlotCommand;
import gdtrain.cli.command.PredictCommand;
import gdtrain.cli.command.ReplayCommand;
import gdtrain.cli.command.ReportCommand;
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
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import picocli.CommandLine;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** The program's command line, with its commands in the order of help. */
final class Commands {
  /** Other names of options that are understood. */
  private static final Map<String, String> ALIASES =
      Map.of("--learning-rate", "--lr", "--text", "--categorical");

  /** The topic of help that is no command. */
  private static final String FORMATS = "formats";

  private static final Map<String, String> EXIT_CODES = new LinkedHashMap<>();

  static {
    EXIT_CODES.put("0", "ok");
    EXIT_CODES.put(
        "1", "internal error, wrong gradient (check), out of memory, or an output not written");
    EXIT_CODES.put("2", "wrong usage");
    EXIT_CODES.put("3", "the data, a model or a checkpoint is at fault");
    EXIT_CODES.put("4", "descent diverged");
    EXIT_CODES.put(
        "5",
        "not as --require or --no-worse-than wants it, all outputs are written; not the same (replay)");
    EXIT_CODES.put("129", "the terminal is gone (SIGHUP); as 130");
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
      case PATH -> new PathCommand();
      case EXPLAIN -> new ExplainCommand();
      case CHECK -> new CheckCommand();
      case TERRAIN -> new TerrainCommand();
      case PREDICT -> new PredictCommand();
      case EVALUATE -> new EvaluateCommand();
      case REPORT -> new ReportCommand();
      case PLOT -> new PlotCommand();
      case LESSON -> new LessonCommand();
      case REPLAY -> new ReplayCommand();
      case SHOW -> new ShowCommand();
      case DOCTOR -> new DoctorCommand();
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

  /** The words of a command line, with options as help calls them that have other names, too. */
  static List<String> spelled(List<String> words) {
    int dashes = words.contains("--") ? words.indexOf("--") : words.size();
    return IntStream.range(0, words.size())
        .mapToObj(i -> i < dashes ? spelled(words.get(i)) : words.get(i))
        .toList();
  }

  private static String spelled(String word) {
    int equals = word.indexOf('=');
    String name = equals < 0 ? word : word.substring(0, equals);
    return ALIASES.getOrDefault(name, name) + word.substring(name.length());
  }

  /** The page of help that is asked for and is not about a command. */
  static Optional<String> topic(List<String> words) {
    return words.equals(List.of("help", FORMATS)) ? Optional.of(formats()) : Optional.empty();
  }

  /** What each command reads and prints, at length. */
  private static String formats() {
    return Arrays.stream(Command.values())
        .filter(command -> !action(command).details().isBlank())
        .map(command -> "gdtrain %s\n%s".formatted(command.word(), action(command).details()))
        .collect(Collectors.joining("\n"));
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
            "  gdtrain fit cars.csv --target mpg         train, print the loss of every epoch",
            "  gdtrain fit cars.csv -o cars.json         the same, and save the model",
            "  gdtrain cv cars.csv                       how good it is on rows not seen",
            "  gdtrain sweep cars.csv --l2 0,0.01,0.1    several settings, the best named",
            "  gdtrain predict cars.json new.csv         predictions as CSV",
            "  gdtrain evaluate cars.json test.csv       metrics on rows with the target",
            "  gdtrain explain cars.csv                  the gradient by parameter",
            "",
            "'gdtrain COMMAND --help' has the options of a command, 'gdtrain help formats' what",
            "the commands print, column by column.");
    CommandLine commandLine = new CommandLine(spec);
    for (Command command : Command.values()) {
      commandLine.addSubcommand(
          words.contains(command.word())
              ? action(command).commandLine()
              : OptionModel.outline(command, action(command).description().get(0)));
    }
    return commandLine.addSubcommand(new HelpCommand());
  }
}
