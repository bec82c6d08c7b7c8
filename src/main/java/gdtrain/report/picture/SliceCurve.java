package gdtrain.report.picture;

import gdtrain.report.NumberText;
import gdtrain.report.picture.Chart.Guide;
import gdtrain.report.picture.Chart.LogAxes;
import gdtrain.report.picture.Chart.Names;
import gdtrain.report.terrain.TerrainPoints;
import gdtrain.train.Epoch;
import gdtrain.train.ObjectiveValue;
import java.util.ArrayList;
import java.util.List;

/** A slice through a terrain, as it is measured: heights over the learning rate of a step. */
public final class SliceCurve implements TerrainPoints {
  private final Names names;
  private final Series curve;
  private final List<Guide> guides = new ArrayList<>();

  /**
   * A slice without points.
   *
   * @param title above it; may be empty
   * @param heightName what the heights are, such as mse
   */
  public SliceCurve(String title, String heightName) {
    this.names = new Names(title, "learning rate of the step", heightName);
    this.curve = new Series(heightName);
  }

  @Override
  public void step(String kind, double length, ObjectiveValue height) {
    if (!kind.equals("slice")) {
      String name = kind.replace('_', ' ') + " " + NumberText.text(length);
      guides.add(new Guide(name, length, kind.equals("largest_stable")));
    } else {
      curve.add(length, height.objective());
    }
  }

  @Override
  public void surface(double x, double y, ObjectiveValue height) {
    throw new IllegalStateException("a slice has no surface");
  }

  @Override
  public void path(double x, double y, Epoch epoch) {
    throw new IllegalStateException("a slice has no path");
  }

  /** What was measured, with the steps that stand out; shaded where gd is stable. */
  public Chart chart() {
    return Chart.of(names, List.of(curve), LogAxes.AUTO).withGuides(guides);
  }
}
