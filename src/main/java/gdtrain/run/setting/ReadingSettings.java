package gdtrain.run.setting;

import gdtrain.choice.EnumWord;
import gdtrain.choice.InvalidSetting;
import gdtrain.table.CellFormat;
import gdtrain.table.CellText;
import gdtrain.table.DateFormat;
import gdtrain.table.Selection;
import gdtrain.table.format.CellFormats;
import gdtrain.table.format.MissingCells;
import gdtrain.table.read.CsvOptions;
import gdtrain.table.read.CsvOptions.HeaderPresence;
import gdtrain.table.read.LineOptions;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How the bytes of the data become cells; read from the settings when a table is.
 *
 * @param values the settings
 */
public record ReadingSettings(SettingValues values) {
  private static final String BLANKS = "whitespace";

  /** The options of the reader where columns are numbers, categories or dates by the settings. */
  public CsvOptions csv() {
    CellFormats formats =
        new CellFormats(
            mark(Settings.DECIMAL),
            mark(Settings.THOUSANDS),
            dateOrder(),
            Selection.parse(values.text(Settings.NUMERIC)),
            Selection.parse(values.text(Settings.CATEGORICAL)),
            values.find(Settings.DATE).stream()
                .flatMap(List::stream)
                .map(ReadingSettings::date)
                .toList(),
            Map.of());
    return csv(formats, values.find(Settings.NA));
  }

  /**
   * The options of the reader for columns of known formats.
   *
   * @param known by the names of columns
   * @param na the cells that are missing unless these settings say so
   */
  public CsvOptions csv(Map<String, CellFormat> known, Optional<String> na) {
    CellFormats formats =
        new CellFormats(
            mark(Settings.DECIMAL),
            mark(Settings.THOUSANDS),
            dateOrder(),
            Selection.none(),
            Selection.none(),
            List.of(),
            known);
    return csv(formats, values.find(Settings.NA).or(() -> na));
  }

  private CsvOptions csv(CellFormats formats, Optional<String> na) {
    if (mark(Settings.DECIMAL).isPresent()
        && mark(Settings.DECIMAL).equals(mark(Settings.THOUSANDS))) {
      throw new InvalidSetting(
          "⟦decimal⟧ and ⟦thousands⟧ are both %s; numbers can be read in one way only"
              .formatted(values.get(Settings.DECIMAL)));
    }
    return new CsvOptions(
        Words.constant(HeaderPresence.class, Settings.HEADER, values),
        Selection.parse(values.text(Settings.COLUMNS)).references(),
        delimiter(),
        charset(),
        na.map(ReadingSettings::missing).orElse(MissingCells.USUAL),
        formats,
        Optional.empty(),
        LineOptions.of(
            values.get(Settings.DELIMITER).equals(BLANKS),
            values.get(Settings.COMMENT),
            values.get(Settings.SKIP)));
  }

  private static MissingCells missing(String tokens) {
    List<String> given = Selection.parse(tokens).references();
    if (given.isEmpty()) {
      throw new InvalidSetting(
          "⟦na⟧ is empty; name cells that are missing, or give ⟦na⟧ none so that only empty cells are");
    }
    boolean none = given.contains("none");
    List<String> more = given.stream().filter(token -> !token.equals("none")).toList();
    return (none ? MissingCells.NONE : MissingCells.USUAL).and(more);
  }

  private Optional<Character> mark(Setting<String> setting) {
    String mark = values.get(setting);
    return switch (mark) {
      case Settings.AUTO -> Optional.empty();
      case "point" -> Optional.of('.');
      case "comma" -> Optional.of(',');
      case "blank", "space" -> Optional.of(' ');
      case "’", "apostrophe" -> Optional.of('\'');
      default -> {
        String marks = setting == Settings.DECIMAL ? ".," : "., '";
        if (mark.length() != 1 || marks.indexOf(mark) < 0) {
          throw new InvalidSetting(
              "%s takes auto or one of %s, not '%s'"
                  .formatted(
                      setting,
                      setting == Settings.DECIMAL
                          ? "point (.), comma (,)"
                          : "point (.), comma (,), blank, apostrophe",
                      mark));
        }
        yield Optional.of(mark.charAt(0));
      }
    };
  }

  private Optional<DateFormat.Order> dateOrder() {
    String order = values.get(Settings.DATE_FORMAT);
    if (Words.isAuto(order)) {
      return Optional.empty();
    }
    return Stream.of(DateFormat.Order.values())
        .filter(o -> o.word().equals(order.toLowerCase(Locale.ROOT).replaceAll("[-. ]", "/")))
        .findFirst()
        .or(
            () -> {
              throw new InvalidSetting(
                  "⟦date-format⟧ takes auto, d/m/y, m/d/y or y/m/d, not '%s'".formatted(order));
            });
  }

  private static CellFormats.DateColumn date(String text) {
    int colon = text.lastIndexOf(':');
    String reference = colon < 0 ? text : text.substring(0, colon);
    String parts = colon < 0 ? "" : text.substring(colon + 1);
    if (CellText.strip(reference).isEmpty() || (colon >= 0 && parts.isBlank())) {
      throw new InvalidSetting(
          "⟦date⟧ takes a column, or a column and parts such as day:month,weekday, not '%s'"
              .formatted(text));
    }
    return new CellFormats.DateColumn(
        CellText.strip(reference),
        Stream.of(parts.split(","))
            .map(CellText::strip)
            .filter(part -> !part.isEmpty())
            .map(part -> EnumWord.constant(DateFormat.Part.class, Settings.DATE, part))
            .collect(Collectors.toSet()));
  }

  /** What separates cells, if it is said. */
  public Optional<Character> delimiter() {
    String delimiter = values.get(Settings.DELIMITER);
    return switch (delimiter) {
      case Settings.AUTO, BLANKS -> Optional.empty();
      case "tab", "\\t" -> Optional.of('\t');
      default -> {
        if (delimiter.length() != 1) {
          throw new InvalidSetting(
              "⟦delimiter⟧ takes auto, tab, whitespace or one character, not '%s'"
                  .formatted(delimiter));
        }
        yield Optional.of(delimiter.charAt(0));
      }
    };
  }

  /** How characters are written as bytes. */
  public Charset charset() {
    String encoding = values.get(Settings.ENCODING);
    try {
      return Charset.forName(encoding);
    } catch (IllegalArgumentException e) {
      throw new InvalidSetting(
          "⟦encoding⟧: there is no encoding '%s'; utf-8, windows-1252, iso-8859-1, big5, gbk and shift_jis are usual"
              .formatted(encoding),
          e);
    }
  }
}
