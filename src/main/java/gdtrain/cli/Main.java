package gdtrain.cli;

import gdtrain.choice.InvalidSetting;
import gdtrain.choice.Nearest;
import gdtrain.choice.UserError;
import gdtrain.cli.Commands.Asked;
import gdtrain.cli.option.Invocation;
import gdtrain.cli.option.ShellCommand;
import gdtrain.cli.output.Console;
import gdtrain.cli.output.DistinctFiles;
import gdtrain.cli.output.ExitCode;
import gdtrain.cli.output.Farewell;
import gdtrain.cli.output.ProgressLine.Screen;
import gdtrain.compute.Backend;
import gdtrain.compute.backend.BackendUnavailable;
import gdtrain.report.BrokenPipe;
import gdtrain.run.OutputFile;
import gdtrain.run.setting.Command;
import gdtrain.run.setting.Settings;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * The program's entry: runs a command line and turns what goes wrong into a sentence and a code.
 */
public final class Main {
  /** What picocli says of a command that help is asked for. */
  private static final Pattern UNKNOWN = Pattern.compile("Unknown subcommand '(.*)'[.]");

  private final Console console;
  private final List<String> words;
  private Optional<Invocation> invocation = Optional.empty();

  private Main(Console console, List<String> words) {
    this.console = console;
    this.words = words;
  }

  /** Runs one command line and exits with its code. */
  public static void main(String[] args) {
    Farewell farewell = Farewell.await();
    // What ends a helper ends whoever waits for it, too, and is told once.
    Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> {});
    System.setOut(
        new PrintStream(OutputStream.nullOutputStream())); // what libraries say is no data
    HeadStart.begin(args);
    // Numbers look the same wherever the program runs; ROOT is the same, but Java looks up how.
    Locale.setDefault(Locale.US);
    Console console =
        new Console(
            System.in,
            standardOutput(new FileOutputStream(FileDescriptor.out)),
            standardError(Charset.defaultCharset()));
    int code = run(console, args);
    farewell.over();
    System.exit(code);
  }

  /** Standard error, in UTF-8 where Java was told to use what is no extension of ASCII. */
  static PrintStream standardError(Charset usual) {
    return "a".getBytes(usual).length == 1
        ? System.err
        : new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
  }

  /** Standard output to be: tells a reader that went away from a disk that is full. */
  static PrintStream standardOutput(OutputStream out) {
    return OutputFile.printStream(out, Main::notPrinted);
  }

  private static RuntimeException notPrinted(IOException e) {
    // The system's words on Unix; Java has no type of exception for it. A terminal that is gone
    // answers as a broken disk does.
    String reason = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
    boolean gone =
        reason.contains("pipe")
            || (reason.contains("input/output error") && Screen.isStandardOutputToo());
    return gone
        ? new BrokenPipe()
        : new UncheckedIOException("stdout could not be written: " + e.getMessage(), e);
  }

  /** Runs one command line and returns its exit code. */
  static int run(Console console, String... args) {
    return new Main(console, Commands.spelled(List.of(args))).run();
  }

  private int run() {
    Optional<String> topic = Commands.topic(words);
    if (topic.isPresent()) {
      console.out().append(topic.get());
      return console.out().checkError() ? ExitCode.READER_GONE : ExitCode.OK;
    }
    Asked asked = Asked.of(words);
    CommandLine commandLine = Commands.commandLine(asked).setUsageHelpAutoWidth(true);
    StringWriter help = new StringWriter(); // picocli would print a stack trace for a full disk
    commandLine.setOut(new PrintWriter(help));
    try {
      ParseResult parsed = commandLine.parseArgs(asked.words().toArray(String[]::new));
      Integer helped = CommandLine.executeHelpRequest(parsed);
      int code = helped == null ? run(commandLine, parsed) : helped;
      console.out().append(help.toString());
      return code == ExitCode.OK && console.out().checkError() ? ExitCode.READER_GONE : code;
    } catch (ParameterException e) {
      return wrongUsage(e.getCommandLine().getCommandSpec().qualifiedName(), sentence(e));
    } catch (InvalidSetting e) {
      String sentence = invocation.map(i -> i.placed(e.sentence())).orElse(e.sentence());
      return wrongUsage("gdtrain " + command(commandLine), sentence);
    } catch (BackendUnavailable e) {
      return unavailable(e);
    } catch (VirtualMachineError | LinkageError e) {
      return stopped(e);
    } catch (RuntimeException | IOException e) {
      return failed(e);
    }
  }

  /** The machine has too little of something, or the program is at fault. */
  private int stopped(Error e) {
    String reason = String.valueOf(e.getMessage());
    boolean fault = e instanceof StackOverflowError;
    if (fault || isVerbose()) {
      trace(e);
    }
    console.say(
        fault
            ? "gdtrain: internal error: " + e
            : e instanceof OutOfMemoryError && !reason.contains("thread")
                ? "gdtrain: not enough memory for this table; give Java more, for example"
                    + " GDTRAIN_JAVA_OPTS=-Xmx8g, or the command fewer rows or columns"
                : "gdtrain: the system gives too little memory, or too few threads or open files;"
                    + " raise its limits (ulimit -v, -u, -n): "
                    + reason.lines().findFirst().orElse(""));
    return ExitCode.INTERNAL;
  }

  private void trace(Throwable e) {
    StringWriter trace = new StringWriter();
    e.printStackTrace(new PrintWriter(trace));
    trace.toString().lines().forEach(console::trace);
  }

  private boolean isVerbose() {
    return invocation.filter(i -> i.texts().containsKey(Settings.VERBOSE)).isPresent();
  }

  private int run(CommandLine commandLine, ParseResult parsed) throws IOException {
    if (!parsed.hasSubcommand()) {
      console.err().append(commandLine.getUsageMessage());
      return ExitCode.USAGE;
    }
    Command command = Commands.named(parsed.subcommand().commandSpec().name()).orElseThrow();
    invocation = Optional.of(new Invocation(command, words, parsed, console.in()));
    DistinctFiles.check(invocation.get());
    return Commands.action(command).run(invocation.get(), console);
  }

  private static String command(CommandLine commandLine) {
    return commandLine.getParseResult().subcommand().commandSpec().name();
  }

  private int wrongUsage(String name, String sentence) {
    console.say("gdtrain: " + sentence);
    console.say(
        "Try '%s%s --help'.".formatted(ShellCommand.program(), name.substring("gdtrain".length())));
    return ExitCode.USAGE;
  }

  /** The help of the command would be no help. */
  private int unavailable(BackendUnavailable e) {
    if (e.getCause() != null && isVerbose()) {
      trace(e); // of ND4J, which did not start
    }
    console.say("gdtrain: " + e.sentence());
    return ExitCode.USAGE;
  }

  private static String sentence(ParameterException e) {
    if (!(e instanceof UnmatchedArgumentException unmatched)
        || unmatched.getUnmatched().isEmpty()) {
      return helped(e);
    }
    String first = unmatched.getUnmatched().get(0);
    CommandSpec spec = e.getCommandLine().getCommandSpec();
    if (unmatched.isUnknownOption()) {
      return "unexpected option '%s'%s"
          .formatted(first, hint(option(first), spec.optionsMap().keySet()));
    }
    return spec.parent() == null && !spec.subcommands().isEmpty()
        ? "unknown command '%s'%s".formatted(first, command(first, spec.subcommands().keySet()))
        : "unexpected argument '%s'".formatted(first);
  }

  private static String helped(ParameterException e) {
    Matcher unknown = UNKNOWN.matcher(String.valueOf(e.getMessage()));
    Set<String> commands = e.getCommandLine().getSubcommands().keySet();
    return unknown.matches()
        ? "unknown command '%s'%s".formatted(unknown.group(1), command(unknown.group(1), commands))
        : e.getMessage();
  }

  /** The name of an option without its value. */
  private static String option(String word) {
    return word.replaceFirst("=.*", "");
  }

  private static String hint(String word, Set<String> names) {
    Optional<String> option =
        Nearest.to(
                word.replaceFirst("^-+", ""),
                names.stream()
                    .filter(name -> name.startsWith("--"))
                    .map(name -> name.substring(2))
                    .toList())
            .map("--"::concat);
    return option.map("; did you mean %s?"::formatted).orElse("");
  }

  private static String command(String word, Set<String> names) {
    if (word.equals("version")) {
      return "; did you mean --version?";
    }
    return isTable(word)
        ? "; to train on the file: %s fit %s".formatted(ShellCommand.program(), word)
        : Nearest.to(word, names).map("; did you mean %s?"::formatted).orElse("");
  }

  private static boolean isTable(String word) {
    return word.matches("(?i).*[.](csv|tsv|txt|data|gz)") || Files.exists(Path.of(word));
  }

  private int failed(Exception e) {
    if (e instanceof BrokenPipe) {
      return ExitCode.READER_GONE;
    }
    Optional<String> sentence =
        e instanceof UserError fault
            ? Optional.of(fault.sentence())
            : e instanceof UncheckedIOException ? Optional.of(e.getMessage()) : Optional.empty();
    if (sentence.isEmpty() || isVerbose()) {
      trace(e);
    }
    console.say("gdtrain: " + sentence.orElse("internal error: " + e));
    return e instanceof UserError ? ExitCode.DATA : ExitCode.INTERNAL;
  }

  /**
   * Gets ready, while another thread reads the options, what takes long and all that read a table
   * need.
   */
  private static final class HeadStart {
    private static final List<String> QUESTIONS = List.of("-h", "--help", "-V", "--version");

    private HeadStart() {}

    /** Begins, where the command line is more than a question about the program, and computes. */
    static void begin(String... args) {
      boolean computes = args.length > 1 && !args[0].equals(Command.PLOT.word());
      if (computes && Collections.disjoint(List.of(args), QUESTIONS)) {
        Thread thread = new Thread(HeadStart::run, "gdtrain-ahead");
        thread.setDaemon(true);
        thread.start();
      }
    }

    private static void run() {
      try {
        Backend.readAhead();
        MessageDigest.getInstance("SHA-256");
      } catch (ClassNotFoundException | NoSuchAlgorithmException | LinkageError e) {
        // whoever needs it fails in the same way and is heard
      }
    }
  }
}
