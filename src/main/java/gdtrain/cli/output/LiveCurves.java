package gdtrain.cli.output;

import gdtrain.cli.output.ProgressLine.Screen;
import gdtrain.report.explanation.TextStyle;
import gdtrain.report.page.EpochCurves;
import gdtrain.report.picture.Chart;
import gdtrain.report.picture.Chart.LogAxes;
import gdtrain.report.picture.Chart.Names;
import gdtrain.report.picture.Size;
import gdtrain.report.picture.TerminalPicture;
import gdtrain.report.picture.TerminalPicture.Style;
import gdtrain.train.Epoch;
import gdtrain.train.Watcher;
import java.io.PrintStream;
import java.util.List;

/** The curves of a run's losses on stderr, drawn anew while it trains. */
public final class LiveCurves implements Watcher, AutoCloseable {
  private static final Names NAMES = new Names("", "epoch", "");

  private final EpochCurves curves;
  private final Style style;
  private final LivePicture picture;
  private long epochs;

  /**
   * Curves that nothing is drawn of yet.
   *
   * @param penalised whether the objective is more than the loss
   * @param err a terminal
   */
  public LiveCurves(boolean penalised, PrintStream err) {
    this.curves = new EpochCurves(penalised);
    TextStyle paper = Screen.errorPaper();
    Size size = Style.usual(paper.width(), Screen.errorRows());
    this.style = new Style(size, Screen.hasBraille(), paper.coloured());
    this.picture = new LivePicture(err, this::lines, this::epochs);
    picture.begin();
  }

  @Override
  public synchronized void epoch(Epoch epoch) {
    curves.add(epoch);
    epochs++;
  }

  private synchronized long epochs() {
    return epochs;
  }

  private synchronized List<String> lines() {
    return TerminalPicture.lines(Chart.of(NAMES, curves.losses(), LogAxes.AUTO), style);
  }

  /** From now on nothing is drawn over: others have begun to write lines. */
  public void stop() {
    picture.stop();
  }

  /** Leaves the last picture. */
  @Override
  public void close() {
    picture.close();
  }
}
