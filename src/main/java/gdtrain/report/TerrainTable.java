package gdtrain.report;

import gdtrain.train.Epoch;
import gdtrain.train.ObjectiveValue;
import java.io.PrintStream;

/**
 * Points of the objective as long CSV, {@code kind,x,y,loss,epoch[,objective]}. A cell is empty if
 * its kind has no such number. No line is blank, so that every CSV reader accepts it.
 */
public final class TerrainTable {
  private final boolean objective;
  private final PrintStream out;

  /**
   * Writes the header.
   *
   * @param objective whether there is a penalty, so that the objective is not the loss
   */
  public TerrainTable(boolean objective, PrintStream out) {
    this.objective = objective;
    this.out = out;
    line("kind,x,y,loss,epoch", "objective");
  }

  /** Writes a point of the surface. */
  public void surface(double x, double y, ObjectiveValue height) {
    line("surface," + x + "," + y + "," + height.loss() + ",", "" + height.objective());
  }

  /** Writes where an epoch ended, with loss and objective as in the loss log. */
  public void path(double x, double y, Epoch epoch) {
    String start = "path," + x + "," + y;
    line(start + "," + epoch.loss() + "," + epoch.number(), "" + epoch.objective());
  }

  /**
   * Writes a step along the slice.
   *
   * @param kind of the step, one word
   */
  public void step(String kind, double length, ObjectiveValue height) {
    line(kind + "," + length + ",," + height.loss() + ",", "" + height.objective());
  }

  private void line(String cells, String last) {
    out.append(cells).append(objective ? "," + last : "").append('\n');
    BrokenPipe.flush(out);
  }
}
