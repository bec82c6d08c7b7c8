package gdtrain.cli.output;

import gdtrain.choice.EnumWord;
import gdtrain.choice.InvalidSetting;
import gdtrain.cli.output.ProgressLine.Screen;
import gdtrain.report.explanation.TextStyle;
import gdtrain.report.picture.Drawable;
import gdtrain.report.picture.PngPicture;
import gdtrain.report.picture.Size;
import gdtrain.report.picture.SvgPicture;
import gdtrain.report.picture.TerminalPicture.Style;
import gdtrain.report.picture.Theme;
import gdtrain.run.OutputFile;
import gdtrain.run.setting.SettingValues;
import gdtrain.run.setting.Settings;
import gdtrain.run.setting.Words;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The file that a picture is written to.
 *
 * @param theme empty: light or dark as the reader has it
 */
public record PictureFile(OutputFile file, Format format, Size size, Optional<Theme> theme) {
  private static final Size USUAL = new Size(800, 480);
  private static final int LEAST_PIXELS = 100;
  private static final int MOST_PIXELS = 4000;
  private static final int MOST_CHARACTERS = 1000;

  /** The way a picture is written, told from the ending of its file. */
  public enum Format {
    /** Lines and texts. */
    SVG,
    /** A page. */
    HTML,
    /** Pixels. */
    PNG;

    private static Format of(OutputFile file) {
      String name = file.path().toString().toLowerCase(Locale.ROOT);
      for (Format format : values()) {
        if (name.endsWith("." + EnumWord.of(format))) {
          return format;
        }
      }
      throw new InvalidSetting(
          "%s %s: a picture ends with .svg, .html or .png".formatted(file.setting(), file.path()));
    }
  }

  /** The colours of a file. */
  private enum ThemeName {
    AUTO,
    LIGHT,
    DARK
  }

  /** What a picture in the terminal is drawn of. */
  private enum Characters {
    AUTO,
    BRAILLE,
    ASCII
  }

  /**
   * The file that the settings name.
   *
   * @throws InvalidSetting if it cannot be one, or a setting has no effect on it
   */
  public static PictureFile of(SettingValues values) {
    values.refuse(Settings.CHARACTERS, "with ⟦output⟧");
    String name = values.get(Settings.PICTURE);
    OutputFile file = OutputFile.of(name, Settings.PICTURE, values.get(Settings.PICTURE_FORCE));
    return new PictureFile(
        file,
        Format.of(file),
        size(values, LEAST_PIXELS, MOST_PIXELS).orElse(USUAL),
        theme(values));
  }

  /**
   * Writes a picture.
   *
   * @param page its page, where one is asked for
   */
  public void write(Drawable picture, Supplier<String> page) {
    try {
      file.write(
          switch (format) {
            case SVG -> SvgPicture.of(picture, size, theme).getBytes(StandardCharsets.UTF_8);
            case HTML -> page.get().getBytes(StandardCharsets.UTF_8);
            case PNG -> PngPicture.of(picture, size, theme.orElse(Theme.LIGHT));
          });
    } catch (IOException e) {
      throw file.failure(e);
    }
  }

  /**
   * How the terminal takes a picture.
   *
   * @throws InvalidSetting if a setting has no effect there
   */
  public static Style terminal(SettingValues values) {
    values.refuse(Settings.PICTURE_FORCE, "without ⟦output⟧");
    values.refuse(Settings.THEME, "without ⟦output⟧");
    Characters characters = Words.constant(Characters.class, Settings.CHARACTERS, values);
    boolean braille =
        characters == Characters.BRAILLE || (characters == Characters.AUTO && Screen.hasBraille());
    TextStyle paper = Screen.paper();
    Size size =
        size(values, Style.LEAST_ROWS, MOST_CHARACTERS)
            .orElseGet(() -> Style.usual(paper.width(), Screen.rows()));
    return new Style(size, braille, paper.coloured());
  }

  private static Optional<Theme> theme(SettingValues values) {
    return switch (Words.constant(ThemeName.class, Settings.THEME, values)) {
      case AUTO -> Optional.empty();
      case LIGHT -> Optional.of(Theme.LIGHT);
      case DARK -> Optional.of(Theme.DARK);
    };
  }

  private static Optional<Size> size(SettingValues values, int least, int most) {
    return values.find(Settings.SIZE).map(text -> size(text, least, most));
  }

  private static Size size(String text, int least, int most) {
    if (!text.matches("[0-9]{1,4}x[0-9]{1,4}")) {
      throw new InvalidSetting(
          "⟦size⟧ takes a width and a height, such as 800x480, not '%s'".formatted(text));
    }
    int times = text.indexOf('x');
    Size size =
        new Size(
            Integer.parseInt(text.substring(0, times)),
            Integer.parseInt(text.substring(times + 1)));
    if (Math.min(size.width(), size.height()) < least
        || Math.max(size.width(), size.height()) > most) {
      throw new InvalidSetting(
          "⟦size⟧: width and height must be from %d to %d, not %s".formatted(least, most, text));
    }
    return size;
  }
}
