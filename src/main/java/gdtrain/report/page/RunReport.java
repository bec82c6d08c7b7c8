package gdtrain.report.page;

import gdtrain.model.Parameter;
import gdtrain.report.html.HtmlPage;
import gdtrain.report.language.Phrases;
import gdtrain.report.picture.Series;
import gdtrain.report.picture.TerrainMap;
import gdtrain.train.Ending;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a page says about a run.
 *
 * @param target what is predicted
 * @param data the file that was learned from
 * @param outcome how the run ended, where that is known
 * @param curves of its epochs, as far as they are known
 * @param parameters those that are kept, by name
 * @param slopes at the kept parameters, where they are known
 * @param rows how rows are predicted: training rows first, then those that were not learned from
 * @param notes what was noticed about the data and about the run
 * @param facts what repeats the run
 * @param terrain the loss around the path, where it does not take long to measure
 */
public record RunReport(
    String target,
    String data,
    Optional<Outcome> outcome,
    List<Curve> curves,
    List<Parameter> parameters,
    Optional<Slopes> slopes,
    List<RowReview> rows,
    ReviewNotes notes,
    Facts facts,
    Optional<TerrainMap> terrain) {
  /** Copies the lists. */
  public RunReport {
    curves = List.copyOf(curves);
    parameters = List.copyOf(parameters);
    rows = List.copyOf(rows);
  }

  /**
   * How a run ended.
   *
   * @param epochs the last epoch
   * @param kept the epoch whose parameters are kept
   * @param lossName what was minimised
   * @param loss of the training rows at the kept epoch
   * @param baseline the loss of the best constant prediction
   */
  public record Outcome(
      Ending ending, int epochs, int kept, String lossName, double loss, double baseline) {
    boolean diverged() {
      return ending == Ending.DIVERGED;
    }

    /** Whether a constant would have been as good. */
    boolean useless() {
      return !(loss < baseline * (1 - 1e-9));
    }
  }

  /**
   * What was noticed, a sentence each.
   *
   * @param data about the rows
   * @param run about the run
   */
  public record ReviewNotes(List<String> data, List<String> run) {
    /** Copies the lists. */
    public ReviewNotes {
      data = List.copyOf(data);
      run = List.copyOf(run);
    }
  }

  /**
   * What repeats a run.
   *
   * @param data the file, its hash and so on, by name
   * @param settings by name
   * @param command that does it again; empty where it is not known
   */
  public record Facts(
      Map<String, String> data, Map<String, String> settings, Optional<String> command) {
    /** The last section of a page. */
    void addTo(HtmlPage page, Phrases phrases) {
      page.section(phrases.text("repeat.heading"));
      command.ifPresent(words -> page.lines(List.of(words)));
      page.facts(data);
      if (!settings.isEmpty()) {
        page.details(phrases.text("repeat.settings"), settings);
      }
    }
  }

  /**
   * Curves of one chart.
   *
   * @param key of its words
   */
  public record Curve(String key, List<Series> series) {}

  /** The rows that tell most about new ones: the last that were not learned from. */
  Optional<RowReview> judged() {
    return rows.isEmpty() ? Optional.empty() : Optional.of(rows.get(rows.size() - 1));
  }
}
