package gdtrain.report.lesson;

import gdtrain.report.html.ChartFigure;
import gdtrain.report.html.HtmlPage;
import gdtrain.report.language.Language;
import gdtrain.report.language.Phrases;
import gdtrain.report.lesson.LessonScreen.Commands;
import gdtrain.report.lesson.LessonScreen.Lines;
import gdtrain.report.lesson.LessonScreen.Paragraph;
import gdtrain.report.lesson.LessonScreen.Part;
import gdtrain.report.lesson.LessonScreen.Picture;
import gdtrain.report.picture.Size;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A whole lesson as one page.
 *
 * @param language of what stands around the screens
 * @param worded makes of a line, in which settings are named as everywhere, what a shell takes
 */
public record LessonPage(Language language, UnaryOperator<String> worded) {
  /** Tables keep their columns: what is too wide is moved. */
  private static final String STYLE = "pre{white-space:pre;overflow-x:auto}";

  private static final Size PICTURE = new Size(720, 320);

  /** The text of the page. */
  public String text(List<LessonScreen> screens) {
    Phrases phrases = new Phrases("lesson", language);
    HtmlPage page = new HtmlPage(language, phrases.text("page.title"), Optional.empty());
    page.style(STYLE);
    page.heading(phrases.text("page.title"));
    page.lead(phrases.text("page.lead"));
    for (int i = 0; i < screens.size(); i++) {
      page.section("%d. %s".formatted(i + 1, screens.get(i).title()));
      screens.get(i).parts().forEach(part -> add(part, page));
    }
    return page.text();
  }

  private void add(Part part, HtmlPage page) {
    if (part instanceof Paragraph paragraph) {
      page.paragraph(paragraph.text());
    } else if (part instanceof Lines lines) {
      page.lines(lines.lines().stream().map(worded).toList());
    } else if (part instanceof Commands commands) {
      page.lines(commands.lines().stream().map(worded).map("$ "::concat).toList());
    } else if (part instanceof Picture picture) {
      new ChartFigure(picture.caption(), picture.chart(), PICTURE, false).addTo(page);
    }
  }
}
