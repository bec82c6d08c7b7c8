package gdtrain.cli.command;

import gdtrain.choice.InvalidSetting;
import gdtrain.cli.option.Invocation;
import gdtrain.cli.option.ShellCommand;
import gdtrain.cli.output.Console;
import gdtrain.cli.output.ExitCode;
import gdtrain.cli.output.ProgressLine.Screen;
import gdtrain.report.BrokenPipe;
import gdtrain.report.explanation.TextStyle;
import gdtrain.report.language.Language;
import gdtrain.report.lesson.Lesson;
import gdtrain.report.lesson.LessonPage;
import gdtrain.report.lesson.LessonRuns;
import gdtrain.report.lesson.LessonScreen;
import gdtrain.report.lesson.LessonText;
import gdtrain.report.picture.Size;
import gdtrain.report.picture.TerminalPicture.Style;
import gdtrain.run.OutputFile;
import gdtrain.run.Session;
import gdtrain.run.setting.Command;
import gdtrain.run.setting.RunSettings;
import gdtrain.run.setting.SettingValues;
import gdtrain.run.setting.Settings;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** {@code gdtrain lesson}: gradient descent in eight screens. */
public final class LessonCommand implements CommandAction {
  /** The table of the program itself, as the project has it. */
  private static final String SHIPPED = "datasets/pets.csv";

  /** Lines of a screen. */
  private static final int SCREEN = 24;

  /** The cat that is taken for a dog. */
  private static final long CAT = 12;

  @Override
  public Command command() {
    return Command.LESSON;
  }

  @Override
  public List<String> description() {
    return List.of(
        "Leads through gradient descent in eight screens, with the numbers of your own table or of thirty"
            + " invented pets.",
        "How high you stand, the slope at one row, raise or lower and how much, one step, a step too long, the"
            + " chain rule, the valley, and a row that asks for a correction. Every screen ends with the command"
            + " that prints its numbers.",
        "",
        "On a terminal Enter goes on, and q and Enter ends; in a pipe all screens are printed at once.",
        EXAMPLES,
        "gdtrain lesson",
        "gdtrain lesson cars.csv --target mpg",
        "gdtrain lesson --lang zh-TW --no-pause");
  }

  @Override
  public int run(Invocation invocation, Console console) throws IOException {
    SettingValues values = invocation.values();
    Language language = Language.of(values.get(Settings.LANG), Settings.LANG, System.getenv());
    boolean shipped = invocation.data().isEmpty();
    List<String> data = shipped ? List.of("-") : invocation.data();
    RunSettings settings = RunSettings.of(values).checked(data, false);
    Optional<OutputFile> page = page(values);
    TextStyle style = page.isPresent() ? Screen.paper().plain() : Screen.paper();
    boolean[] told = {shipped || values.get(Settings.QUIET)};
    try (InputStream in = shipped ? LessonRuns.pets() : console.in();
        Session session = new Session(values, in, line -> tell(line, told[0], console))) {
      LessonRuns runs =
          new LessonRuns(
              session,
              settings,
              session.read(settings, data),
              shipped ? SHIPPED : named(invocation));
      session.prepare(settings, runs.table());
      told[0] = true; // every run prepares the rows anew
      Optional<Long> cat = shipped ? Optional.of(CAT) : Optional.empty();
      List<LessonScreen> screens = new Lesson(runs, cat, style, language).screens();
      if (page.isPresent()) {
        String text = new LessonPage(language, ShellCommand::worded).text(screens);
        page.get().write(text.getBytes(StandardCharsets.UTF_8));
        return ExitCode.OK;
      }
      return show(
          screens, new LessonText(language, style(style), Console::shown), invocation, console);
    }
  }

  private static void tell(String line, boolean told, Console console) {
    if (!told) {
      console.say(line);
    }
  }

  private static Optional<OutputFile> page(SettingValues values) {
    Optional<String> file = values.find(Settings.LESSON_PAGE);
    if (file.isEmpty() && values.get(Settings.LESSON_FORCE)) {
      throw new InvalidSetting("⟦force⟧ has no effect without ⟦html⟧");
    }
    if (file.isPresent() && values.get(Settings.NO_PAUSE)) {
      throw new InvalidSetting("⟦no-pause⟧ has no effect with ⟦html⟧");
    }
    return file.map(
        name -> OutputFile.of(name, Settings.LESSON_PAGE, values.get(Settings.LESSON_FORCE)));
  }

  /** The data and the options that say how they are used, as a shell takes them. */
  private static String named(Invocation invocation) {
    SettingValues deciding = invocation.values().only(setting -> setting.group().decides());
    String fit = ShellCommand.fit(invocation.data(), deciding).text();
    return fit.substring(fit.indexOf(" fit ") + " fit ".length());
  }

  private static Style style(TextStyle paper) {
    return new Style(new Size(paper.width(), SCREEN), Screen.hasBraille(), paper.coloured());
  }

  private static int show(
      List<LessonScreen> screens, LessonText text, Invocation invocation, Console console)
      throws IOException {
    boolean pauses = !invocation.values().get(Settings.NO_PAUSE) && Screen.isDialogue();
    BufferedReader keys =
        new BufferedReader(new InputStreamReader(console.in(), StandardCharsets.UTF_8));
    for (int i = 0; i < screens.size(); i++) {
      text.lines(screens.get(i), i + 1, screens.size()).forEach(console::printData);
      boolean last = i == screens.size() - 1;
      console.print("");
      if (pauses && !last) {
        console.out().append(text.prompt());
      }
      BrokenPipe.flush(console.out());
      String key = pauses && !last ? keys.readLine() : "";
      if (key == null || key.strip().equalsIgnoreCase("q")) {
        break;
      }
    }
    return ExitCode.OK;
  }
}
