package gdtrain.report.lesson;

import gdtrain.report.picture.Chart;
import java.util.List;

/**
 * What a lesson shows at a time.
 *
 * @param title of the screen
 * @param parts one below the other
 */
public record LessonScreen(String title, List<Part> parts) {
  /** Copies the parts. */
  public LessonScreen {
    parts = List.copyOf(parts);
  }

  /** A part of a screen. */
  public sealed interface Part permits Paragraph, Lines, Picture, Commands {}

  /** A text that is broken where a line is full. */
  public record Paragraph(String text) implements Part {}

  /** Lines as they are: a table, formulas. */
  public record Lines(List<String> lines) implements Part {
    /** Copies the lines. */
    public Lines {
      lines = List.copyOf(lines);
    }
  }

  /** Curves, and what they show in a sentence. */
  public record Picture(String caption, Chart chart) implements Part {}

  /** Command lines that print the same numbers, and more. */
  public record Commands(List<String> lines) implements Part {
    /** Copies the lines. */
    public Commands {
      lines = List.copyOf(lines);
    }

    Commands(String... lines) {
      this(List.of(lines));
    }
  }
}
