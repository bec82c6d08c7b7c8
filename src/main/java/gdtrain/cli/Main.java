package gdtrain.cli;

import gdtrain.checkpoint.CannotResume;
import gdtrain.model.BadModel;
import gdtrain.report.BrokenPipe;
import gdtrain.table.BadTable;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * The program's entry: runs a command line and turns what goes wrong into a sentence and a code.
 */
@Command(
    name = "gdtrain",
    description = {
      "Trains regression and classification models on small CSV tables by gradient descent, and shows"
          + " how: the loss of every epoch, and the parameters in the data's own units."
    },
    synopsisSubcommandLabel = "COMMAND",
    versionProvider = Version.class,
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:ok",
      "1:internal error, a gradient that check finds wrong, not enough memory, or an output that could"
          + " not be written",
      "2:wrong usage",
      "3:the data, a model or a checkpoint is at fault",
      "4:descent diverged",
      "5:a figure is not as --require wants it; all outputs are written",
      "130:interrupted (SIGINT); fit writes its best parameters so far",
      "141:the reader of stdout went away",
      "143:terminated (SIGTERM); as 130"
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  gdtrain fit iris.csv                      train, print the loss of every epoch",
      "  gdtrain fit iris.csv -o iris.json         the same, and save the model",
      "  gdtrain cv iris.csv                       how good it is on rows it has not seen",
      "  gdtrain sweep iris.csv --lr 0.01,0.1,1    several settings, the best named",
      "  gdtrain explain iris.csv                  what the gradient says, parameter by parameter",
      "  gdtrain check iris.csv --hidden 8         backpropagation against differences",
      "  gdtrain terrain iris.csv                  the loss around the path of descent, to draw",
      "  gdtrain predict iris.json new.csv         predictions as CSV"
    })
public final class Main {
  private final List<String> arguments;

  private Main(String... arguments) {
    this.arguments = List.of(arguments);
  }

  /** The words of the command line, as they were given. */
  List<String> arguments() {
    return arguments;
  }

  /** Runs one command line and exits with its code. */
  public static void main(String[] args) {
    HeadStart.of(args);
    // Numbers look the same wherever the program runs; ROOT is the same, but Java looks up how.
    Locale.setDefault(Locale.US);
    System.exit(
        run(
            new Console(
                System.in, standardOutput(new FileOutputStream(FileDescriptor.out)), System.err),
            args));
  }

  /** Standard output to be: tells a reader that went away from a disk that is full. */
  static PrintStream standardOutput(OutputStream out) {
    return Outlet.print(out, Main::notPrinted);
  }

  private static RuntimeException notPrinted(IOException e) {
    // The system's words, "Broken pipe" on Unix; Java has no type of exception for it.
    boolean gone = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT).contains("pipe");
    return gone
        ? new BrokenPipe()
        : new UncheckedIOException("stdout could not be written: " + e.getMessage(), e);
  }

  /** Runs one command line and returns its exit code. */
  static int run(Console console, String... args) {
    StringWriter help = new StringWriter(); // picocli would print a stack trace for a full disk
    CommandLine commandLine = Commands.commandLine(new Main(args), new CommandFactory(console));
    commandLine
        .setOut(new PrintWriter(help))
        .setErr(new PrintWriter(console.err(), true, StandardCharsets.UTF_8))
        .setUsageHelpAutoWidth(true)
        .setParameterExceptionHandler((e, a) -> wrongUsage(console, e))
        .setExecutionStrategy(new SpecExpansion(console))
        .setExecutionExceptionHandler((e, c, result) -> failed(console, e, result.originalArgs()));
    try {
      int code = commandLine.execute(args);
      return code == ExitCode.OK ? finish(console, help.toString(), List.of(args)) : code;
    } catch (OutOfMemoryError e) {
      console.say(
          "gdtrain: not enough memory for this table; give Java more, for example"
              + " GDTRAIN_JAVA_OPTS=-Xmx8g, or the command fewer rows or columns");
      return ExitCode.INTERNAL;
    }
  }

  /** Prints what is still to be printed; only then all went well. */
  private static int finish(Console console, String help, List<String> args) {
    try {
      console.out().append(help);
      return console.out().checkError() ? ExitCode.READER_GONE : ExitCode.OK;
    } catch (BrokenPipe | UncheckedIOException e) {
      return failed(console, e, args);
    }
  }

  private static int wrongUsage(Console console, ParameterException e) {
    String name = e.getCommandLine().getCommandSpec().qualifiedName();
    console.say("gdtrain: " + sentence(e));
    console.say("Try '%s --help'.".formatted(name));
    return ExitCode.USAGE;
  }

  private static String sentence(ParameterException e) {
    if (!(e instanceof UnmatchedArgumentException unmatched)
        || unmatched.getUnmatched().isEmpty()) {
      return e.getMessage();
    }
    String first = unmatched.getUnmatched().get(0);
    String kind = unmatched.isUnknownOption() ? "option" : "argument";
    List<String> near = unmatched.getSuggestions();
    return near.isEmpty()
        ? "unexpected %s '%s'".formatted(kind, first)
        : "unexpected %s '%s'; did you mean %s?".formatted(kind, first, String.join(" or ", near));
  }

  private static int failed(Console console, Exception e, List<String> args) {
    if (e instanceof BrokenPipe) {
      return ExitCode.READER_GONE;
    }
    boolean data = e instanceof BadTable || e instanceof BadModel || e instanceof CannotResume;
    boolean sentence = data || e instanceof UncheckedIOException;
    boolean verbose = args.contains("-v") || args.contains("--verbose");
    if (!sentence || verbose) {
      e.printStackTrace(console.err());
    }
    console.say("gdtrain: " + (sentence ? SettingWords.sentence(e) : "internal error: " + e));
    return data ? ExitCode.DATA : ExitCode.INTERNAL;
  }
}
