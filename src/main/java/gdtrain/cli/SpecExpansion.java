package gdtrain.cli;

import gdtrain.spec.Entry;
import gdtrain.spec.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionStrategy;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;

/**
 * Runs a command line. Where it has {@code --spec FILE}, the options that the keys of the file
 * stand for are put in its place, but for those that the command line gives itself, and the command
 * line so made is run: a spec does what the same options do, to the byte.
 *
 * @param console for a spec on standard input
 */
record SpecExpansion(Console console) implements IExecutionStrategy {
  static final String OPTION = "--spec";
  private static final String LAYER = "layer";
  private static final List<String> LAYERS = List.of("hidden", LAYER);
  private static final Pattern NAME = Pattern.compile("--[a-z0-9-]+");

  @Override
  public int execute(ParseResult parsed) {
    ParseResult command = parsed.hasSubcommand() ? parsed.subcommand() : parsed;
    refuseRepeated(command);
    boolean help = command.isUsageHelpRequested() || command.isVersionHelpRequested();
    if (help || !command.hasMatchedOption(OPTION)) {
      return new RunLast().execute(parsed);
    }
    Map<String, Place> places = new HashMap<>();
    List<String> arguments = new ArrayList<>(parsed.expandedArgs());
    try {
      replace(arguments, argumentsOf(command, places));
    } catch (IllegalArgumentException e) {
      throw new ParameterException(
          command.commandSpec().commandLine(), SettingWords.sentence(e), e);
    }
    CommandLine commandLine = parsed.commandSpec().commandLine();
    IParameterExceptionHandler handler = commandLine.getParameterExceptionHandler();
    return commandLine
        .setExpandAtFiles(false) // that is done
        .setParameterExceptionHandler((e, a) -> handler.handleParseException(placed(e, places), a))
        .execute(arguments.toArray(String[]::new));
  }

  /** A second value would not only replace the first, but undo the other options of its group. */
  private static void refuseRepeated(ParseResult command) {
    Set<OptionSpec> once = new HashSet<>();
    for (OptionSpec option : command.matchedOptions()) {
      if (!once.add(option) && !option.isMultiValue()) {
        throw new ParameterException(
            command.commandSpec().commandLine(),
            option.longestName() + " is given twice; it has one value");
      }
    }
  }

  /**
   * Puts what the spec stands for where it is named: {@code --spec FILE} or {@code --spec=FILE}.
   */
  private static void replace(List<String> arguments, List<String> spec) {
    int at = 0;
    while (!isOption(arguments.get(at))) {
      at++;
    }
    if (arguments.remove(at).equals(OPTION)) {
      arguments.remove(at);
    }
    arguments.addAll(at, spec);
  }

  private static boolean isOption(String argument) {
    return argument.equals(OPTION) || argument.startsWith(OPTION + "=");
  }

  /** What the spec stands for; {@code places} takes where each option was given. */
  private List<String> argumentsOf(ParseResult command, Map<String, Place> places) {
    String file = command.matchedOptionValue(OPTION, "");
    if (file.equals("-")) {
      checkStandardInput(command);
    }
    SpecKeys keys = SpecKeys.of(command.commandSpec());
    List<String> arguments = new ArrayList<>();
    for (Entry entry : SpecFile.read(file, console).entries()) {
      boolean layers = entry.key().equals(SpecLayers.KEY) && keys.options().containsKey(LAYER);
      String key = layers ? LAYER : entry.key();
      List<String> given =
          layers ? SpecLayers.arguments(entry) : SpecArguments.of(keys.option(entry), entry);
      if (!isBeaten(key, command)) {
        arguments.addAll(given);
        places.put("--" + key, entry.value().place());
      }
    }
    return arguments;
  }

  /** Whether the command line says it itself; all that names the hidden layers is one thing. */
  private static boolean isBeaten(String key, ParseResult command) {
    List<String> same = LAYERS.contains(key) ? LAYERS : List.of(key);
    return same.stream().anyMatch(name -> command.hasMatchedOption("--" + name));
  }

  private static void checkStandardInput(ParseResult command) {
    if (command.matchedPositionals().stream().anyMatch(d -> "-".equals(d.getValue()))) {
      ValidationOptions.refuseSecondDash("DATA", "-", OPTION, "-");
    }
    for (String rows : List.of("--validation", "--test")) {
      String given = command.matchedOptionValue(rows, "");
      ValidationOptions.refuseSecondDash(rows, given, OPTION, "-");
    }
  }

  /** With the line of the spec, where the first option that the sentence mentions comes from it. */
  private static ParameterException placed(ParameterException e, Map<String, Place> places) {
    Matcher name = NAME.matcher(e.getMessage());
    if (!name.find() || !places.containsKey(name.group())) {
      return e;
    }
    String sentence = places.get(name.group()) + ": " + e.getMessage();
    return new ParameterException(e.getCommandLine(), sentence, e);
  }
}
