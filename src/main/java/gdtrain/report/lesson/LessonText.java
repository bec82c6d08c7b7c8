package gdtrain.report.lesson;

import gdtrain.report.TextWidth;
import gdtrain.report.language.Language;
import gdtrain.report.language.Phrases;
import gdtrain.report.lesson.LessonScreen.Commands;
import gdtrain.report.lesson.LessonScreen.Lines;
import gdtrain.report.lesson.LessonScreen.Paragraph;
import gdtrain.report.lesson.LessonScreen.Part;
import gdtrain.report.lesson.LessonScreen.Picture;
import gdtrain.report.picture.Size;
import gdtrain.report.picture.TerminalPicture;
import gdtrain.report.picture.TerminalPicture.Style;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Screens of a lesson as lines for a terminal. A picture takes the lines that are left.
 *
 * @param language of what stands around them
 * @param style of the terminal, whose height is that of a screen
 * @param shown makes of a line what the terminal gets; pictures are as they are
 */
public record LessonText(Language language, Style style, UnaryOperator<String> shown) {
  private static final int LEAST_PICTURE = 7;
  private static final int MOST_PICTURE = 14;

  /** A blank line behind a screen, and what asks for the next. */
  private static final int AROUND = 2;

  /** The lines of a screen; number and count are those of the screens. */
  public List<String> lines(LessonScreen screen, int number, int count) {
    List<String> lines = new ArrayList<>();
    String title = new Phrases("lesson", language).text("progress", number, count, screen.title());
    lines.add(shown.apply(title));
    int taken =
        screen.parts().stream().mapToInt(part -> 1 + lines(part, 0).size()).sum() + AROUND + 1;
    int left = Math.max(LEAST_PICTURE, Math.min(MOST_PICTURE, style.size().height() - taken));
    for (Part part : screen.parts()) {
      lines.add("");
      lines.addAll(lines(part, left));
    }
    return lines;
  }

  /** What asks for the next screen. */
  public String prompt() {
    return new Phrases("lesson", language).text("prompt");
  }

  private List<String> lines(Part part, int height) {
    if (part instanceof Paragraph paragraph) {
      return shown(TextWidth.paragraph(paragraph.text(), style.size().width()));
    }
    if (part instanceof Lines table) {
      return shown(table.lines());
    }
    if (part instanceof Commands commands) {
      return shown(commands.lines().stream().map("  $ "::concat).toList());
    }
    Picture picture = (Picture) part;
    List<String> lines = new ArrayList<>();
    if (height > 0) {
      Size size = new Size(style.size().width(), height);
      lines.addAll(
          TerminalPicture.lines(
              picture.chart(), new Style(size, style.braille(), style.coloured())));
      lines.set(0, TextWidth.shortened(picture.caption(), style.size().width()));
    }
    return lines;
  }

  private List<String> shown(List<String> lines) {
    return lines.stream().map(shown).toList();
  }
}
