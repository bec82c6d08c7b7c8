package gdtrain.report.terrain;

import gdtrain.report.BrokenPipe;
import gdtrain.train.Epoch;
import gdtrain.train.ObjectiveValue;
import java.io.PrintStream;

/**
 * Points of the objective as long CSV, {@code kind,x,y,loss,epoch[,objective][,lr]}. A cell is
 * empty if its kind has no such number. No line is blank, so that every CSV reader accepts it.
 */
public final class TerrainTable implements TerrainPoints {
  private final boolean objective;
  private final boolean rates;
  private final PrintStream out;
  private String rate = "";

  /**
   * A table without rows.
   *
   * @param objective whether there is a penalty, so that the objective is not the loss
   * @param rates whether paths of several learning rates are compared
   */
  public TerrainTable(boolean objective, boolean rates, PrintStream out) {
    this.objective = objective;
    this.rates = rates;
    this.out = out;
  }

  @Override
  public void begin() {
    line("kind,x,y,loss,epoch", "objective", "lr");
  }

  @Override
  public void surface(double x, double y, ObjectiveValue height) {
    line("surface," + x + "," + y + "," + height.loss() + ",", "" + height.objective(), "");
  }

  @Override
  public void run(String name) {
    rate = name;
  }

  @Override
  public void path(double x, double y, Epoch epoch) {
    String start = "path," + x + "," + y;
    line(start + "," + epoch.loss() + "," + epoch.number(), "" + epoch.objective(), rate);
  }

  @Override
  public void step(String kind, double length, ObjectiveValue height) {
    line(kind + "," + length + ",," + height.loss() + ",", "" + height.objective(), "");
  }

  private void line(String cells, String last, String lr) {
    out.append(cells)
        .append(objective ? "," + last : "")
        .append(rates ? "," + lr : "")
        .append('\n');
    BrokenPipe.flush(out);
  }
}
