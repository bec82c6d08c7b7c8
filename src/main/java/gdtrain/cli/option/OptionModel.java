package gdtrain.cli.option;

import gdtrain.run.Version;
import gdtrain.run.setting.Command;
import gdtrain.run.setting.Command.Group;
import gdtrain.run.setting.Command.Purpose;
import gdtrain.run.setting.Setting;
import gdtrain.run.setting.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Column;
import picocli.CommandLine.Help.TextTable;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/**
 * What the command line looks like, made from the table of settings: nothing is looked up by
 * reflection, which would take a third of the time of a small run.
 */
public final class OptionModel {
  private static final Map<String, String> OPERANDS =
      Map.of(
          "DATA",
          "A file of CSV or JSON lines, may be packed by gzip, bzip2 or zip; several files with the same"
              + " columns are one table; - is stdin.",
          "[DATA]",
          "The data to train on; default: the file that the model names.",
          "LOG",
          "A loss log of fit, sweep or cv in any format, or another table with a column of epochs or"
              + " steps; may be packed by gzip; - is stdin.",
          "MODEL",
          "A model file.");

  /** The key of the section of help that names the options it does not explain. */
  private static final String OTHERS = "others";

  private static final String COMMON = "Most used";

  private static final String OWN_TABLE =
      "Your own table, as for fit; default: thirty invented pets, datasets/pets.csv.";

  private final Command command;
  private final CommandSpec spec;

  private OptionModel(Command command, CommandSpec spec) {
    this.command = command;
    this.spec = spec;
  }

  /**
   * The command line of a command.
   *
   * @param description what the command does
   * @param examples command lines
   * @param brief whether its help explains only what is most used and what is its own
   */
  public static CommandSpec of(
      Command command, String description, List<String> examples, boolean brief) {
    CommandSpec spec = CommandSpec.create().name(command.word());
    OptionModel model = new OptionModel(command, spec);
    model.fill(brief);
    if (brief) {
      model.nameOthers();
    }
    spec.usageMessage()
        .description(ShellCommand.worded(description))
        .footerHeading("%nExamples:%n")
        .footer(examples.stream().map("  "::concat).toArray(String[]::new));
    return spec;
  }

  private String meaning(String operand) {
    return command == Command.LESSON ? OWN_TABLE : OPERANDS.get(operand);
  }

  private void fill(boolean brief) {
    boolean plain = command.groups().stream().allMatch(group -> group == Group.ALONE);
    if (!plain) {
      spec.usageMessage()
          .sortOptions(false)
          .customSynopsis(
              "gdtrain %s [OPTIONS] %s"
                  .formatted(
                      command.word(),
                      String.join(" ", command.operands()).replaceFirst("DATA|LOG", "$0...")));
    }
    for (int i = 0; i < command.operands().size(); i++) {
      String operand = command.operands().get(i);
      boolean several = operand.matches(".*(DATA|LOG).*");
      boolean needed = !operand.startsWith("[");
      PositionalParamSpec.Builder positional =
          PositionalParamSpec.builder()
              .index(several ? i + "..*" : Integer.toString(i))
              .paramLabel(several ? operand.replaceAll("[\\[\\]]", "") : operand)
              .arity(!several ? "1" : needed ? "1..*" : "0..*")
              .required(needed)
              .description(meaning(operand));
      spec.addPositional(
          several
              ? positional.type(List.class).auxiliaryTypes(String.class).build()
              : positional.type(String.class).build());
    }
    int order = 1;
    for (Group group : command.groups()) {
      List<Setting<?>> settings = Settings.of(command, group);
      if (group == Group.ALONE) {
        settings.forEach(setting -> spec.addOption(option(setting)));
        continue;
      }
      if (group == Group.READING && trains() && (!brief || explainsCommon())) {
        spec.addArgGroup(group(COMMON, common(), order++));
      }
      List<Setting<?>> others =
          settings.stream().filter(setting -> !trains() || !setting.isCommon()).toList();
      if (!others.isEmpty() && (!brief || group.isOwn())) {
        spec.addArgGroup(group(command.heading(group), others, order++));
      }
    }
    addHelp(spec);
  }

  /** Names, group by group, the options that brief help does not explain. */
  private void nameOthers() {
    List<Group> groups = command.groups().stream().filter(group -> !group.isOwn()).toList();
    if (groups.isEmpty()) {
      return;
    }
    spec.usageMessage().sectionMap().put(OTHERS, help -> others(help, groups));
    List<String> keys = new ArrayList<>(spec.usageMessage().sectionKeys());
    keys.add(keys.indexOf(UsageMessageSpec.SECTION_KEY_FOOTER_HEADING), OTHERS);
    spec.usageMessage().sectionKeys(keys);
  }

  private String others(Help help, List<Group> groups) {
    int width = spec.usageMessage().width();
    int headings = groups.stream().mapToInt(g -> g.heading().length()).max().orElseThrow() + 4;
    TextTable table =
        TextTable.forColumns(
            help.colorScheme(),
            new Column(headings, 2, Column.Overflow.TRUNCATE),
            new Column(width - headings, 0, Column.Overflow.WRAP));
    if (trains() && !explainsCommon()) {
      table.addRowValues(COMMON, names(common().stream()));
    }
    for (Group group : groups) {
      String names =
          names(
              Settings.of(command, group).stream()
                  .filter(setting -> !trains() || !setting.isCommon()));
      if (!names.isEmpty()) {
        table.addRowValues(group.heading(), names);
      }
    }
    return "%nMore options, which 'gdtrain %s --help all' explains:%n".formatted(command.word())
        + table;
  }

  private static String names(Stream<Setting<?>> settings) {
    return settings
        .map(setting -> ShellCommand.option(setting.key()))
        .collect(Collectors.joining(" "));
  }

  /** Whether brief help explains what is most used: where a model is what the command is for. */
  private boolean explainsCommon() {
    return command.purpose() == Purpose.TRAIN;
  }

  private boolean trains() {
    return command.groups().contains(Group.DESCENT);
  }

  private List<Setting<?>> common() {
    return Settings.of(command).filter(Setting::isCommon).toList();
  }

  /** Adds {@code --help} and {@code --version}. */
  public static void addHelp(CommandSpec spec) {
    spec.versionProvider(() -> new String[] {"gdtrain " + Version.gdtrain()});
    spec.addOption(
        OptionSpec.builder("-h", "--help")
            .type(boolean.class)
            .usageHelp(true)
            .description("Show this help; '--help all' explains every option.")
            .build());
    spec.addOption(
        OptionSpec.builder("-V", "--version")
            .type(boolean.class)
            .versionHelp(true)
            .description("Print version information and exit.")
            .build());
  }

  private ArgGroupSpec group(String heading, List<Setting<?>> settings, int order) {
    ArgGroupSpec.Builder section =
        ArgGroupSpec.builder()
            .heading("%n" + heading + ":%n")
            .order(order)
            .exclusive(false)
            .validate(false);
    settings.forEach(setting -> section.addArg(option(setting)));
    return section.build();
  }

  private OptionSpec option(Setting<?> setting) {
    String name = ShellCommand.option(setting.key());
    OptionSpec.Builder option =
        setting.letter().isPresent()
            ? OptionSpec.builder("-" + setting.letter().get(), name)
            : OptionSpec.builder(name);
    option.description(ShellCommand.worded(setting.sentence()));
    setting.names().ifPresent(names -> option.completionCandidates(lazily(names)));
    if (setting.isFlag()) {
      option.type(boolean.class);
      if (setting.type() == Setting.Type.NEGATABLE) {
        option.negatable(true).defaultValue("true").fallbackValue("true");
      }
      return option.build();
    }
    setting.standard().ifPresent(option::defaultValue);
    option.arity("1").paramLabel(setting.values());
    return isMultiple(command, setting)
        ? option.type(List.class).auxiliaryTypes(String.class).build()
        : option.type(String.class).build();
  }

  /** A catalog is asked by help only, since it takes time to load. */
  private static Iterable<String> lazily(Supplier<List<String>> names) {
    return () -> names.get().iterator();
  }

  /** Whether a setting may be given again: as a list, or in a sweep with a value for each run. */
  public static boolean isMultiple(Command command, Setting<?> setting) {
    boolean varies =
        command == Command.SWEEP
            && setting.group().decides()
            && !setting.isFlag()
            && !setting.isShared();
    return varies || setting.type() == Setting.Type.TEXTS;
  }

  /** What help says of a command in the list of all. */
  public static CommandLine outline(Command command, String description) {
    CommandSpec spec = CommandSpec.create().name(command.word());
    spec.usageMessage().description(description);
    return new CommandLine(spec);
  }
}
