package gdtrain.run.selection;

import gdtrain.choice.InvalidSetting;
import gdtrain.run.setting.RunSettings;
import gdtrain.run.setting.Setting;
import gdtrain.run.setting.SettingValues;
import gdtrain.run.setting.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;

/** The runs that settings with several values stand for. */
public final class SweepGrid {
  private static final long MOST = 10_000;
  private static final int MOST_SAMPLES = 100_000;

  private final List<String> data;
  private final Function<SettingValues, String> command;
  private final boolean deals;
  private final List<SweepAxis> axes = new ArrayList<>();
  private SettingValues common = SettingValues.none();

  /**
   * The runs of a sweep.
   *
   * @param data the name of the table
   * @param given the settings that decide the runs, with their texts, in the order given
   * @param command what trains with these settings; for errors
   * @param deals whether rows are dealt to folds at random, by which runs are compared
   * @throws InvalidSetting if no setting varies
   */
  public SweepGrid(
      List<String> data,
      Map<Setting<?>, List<String>> given,
      Function<SettingValues, String> command,
      boolean deals) {
    this.data = data;
    this.command = command;
    this.deals = deals;
    given.forEach(this::add);
    if (axes.isEmpty()) {
      throw new InvalidSetting(
          "nothing varies; give an option several values, such as ⟦lr⟧ 0.01,0.1, or use fit");
    }
  }

  private void add(Setting<?> setting, List<String> texts) {
    if (setting.isFlag() || setting.isShared()) {
      common = common.with(setting, texts);
      return;
    }
    SweepAxis axis = SweepAxis.of(setting, texts);
    if (axis.varies()) {
      axes.add(axis);
    } else {
      common = common.with(setting, axis.values());
    }
  }

  /** The keys of the settings that vary. */
  public List<String> names() {
    return axes.stream().map(axis -> axis.setting().key()).toList();
  }

  /** Every combination; the setting given last varies fastest. */
  public List<SweepTrial> all() {
    axes.forEach(SweepAxis::checkForGrid);
    long size = 1;
    for (SweepAxis axis : axes) {
      size = Math.min(size * axis.values().size(), MOST + 1);
    }
    if (size > MOST) {
      throw new InvalidSetting(
          "the grid has more than %,d runs; ⟦samples⟧ N draws some".formatted(MOST));
    }
    List<List<String>> grid = List.of(List.of());
    for (SweepAxis axis : axes) {
      grid =
          grid.stream()
              .flatMap(start -> axis.values().stream().map(value -> with(start, value)))
              .toList();
    }
    return trials(grid);
  }

  private static List<String> with(List<String> start, String value) {
    List<String> longer = new ArrayList<>(start);
    longer.add(value);
    return longer;
  }

  /** Combinations drawn at random, each value on its own. */
  public List<SweepTrial> samples(int count, long seed) {
    if (count > MOST_SAMPLES) {
      throw new InvalidSetting(
          "⟦samples⟧ must be at most %,d, not %d".formatted(MOST_SAMPLES, count));
    }
    Random random = new Random(seed);
    return trials(
        IntStream.range(0, count)
            .mapToObj(i -> axes.stream().map(axis -> axis.draw(random)).toList())
            .toList());
  }

  private List<SweepTrial> trials(List<List<String>> values) {
    List<SweepTrial> trials =
        IntStream.range(0, values.size()).mapToObj(i -> trial(i + 1, values.get(i))).toList();
    if (deals && names().contains(Settings.SEED.key())) {
      throw new InvalidSetting(
          "⟦seed⟧ takes one value here: it deals the rows to ⟦folds⟧, by which runs are compared");
    }
    if (names().contains(Settings.SEED.key()) && trials.get(0).settings().validation().drawn()) {
      throw new InvalidSetting(
          "⟦seed⟧ takes one value here: it draws the rows of ⟦validation⟧, by which runs are"
              + " compared; ⟦validation⟧ FILE has the same for all");
    }
    return trials;
  }

  private SweepTrial trial(int number, List<String> values) {
    SettingValues all = common;
    try {
      for (int i = 0; i < axes.size(); i++) {
        all = all.with(axes.get(i).setting(), values.get(i));
      }
      return new SweepTrial(number, values, RunSettings.of(all).checked(data, deals));
    } catch (InvalidSetting e) {
      throw new InvalidSetting(
          "%s, in run %d: %s".formatted(e.sentence(), number, command(values)), e);
    }
  }

  private String command(List<String> values) {
    SettingValues all = common;
    for (int i = 0; i < axes.size(); i++) {
      all = all.withTexts(axes.get(i).setting(), List.of(values.get(i)));
    }
    return command.apply(all);
  }
}
