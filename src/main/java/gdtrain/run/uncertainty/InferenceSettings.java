package gdtrain.run.uncertainty;

import gdtrain.choice.EnumWord;
import gdtrain.choice.InvalidSetting;
import gdtrain.insight.inference.Robust;
import gdtrain.loss.Losses;
import gdtrain.run.setting.RunSettings;
import gdtrain.run.setting.SettingValues;
import gdtrain.run.setting.Settings;
import gdtrain.run.setting.Words;
import gdtrain.table.Selection;
import gdtrain.table.Table;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How a run infers, as the user asks for it.
 *
 * @param level of the confidence intervals
 * @param robust how unequal variances are allowed for, if they are
 * @param cluster the column of rows that depend on each other, if there is one
 */
public record InferenceSettings(double level, Optional<Robust> robust, Optional<String> cluster) {
  /** Refuses what no data can make right. */
  public InferenceSettings {
    checkLevel(Settings.LEVEL.toString(), level);
    if (robust.isPresent() && cluster.isPresent()) {
      throw new InvalidSetting(
          "⟦robust⟧ has no effect with ⟦cluster⟧, which allows for unequal variances, too");
    }
  }

  /** Those that were given; empty where nothing is inferred. */
  public static Optional<InferenceSettings> of(SettingValues values) {
    if (!values.get(Settings.INFERENCE)) {
      Stream.of(Settings.LEVEL, Settings.ROBUST, Settings.CLUSTER)
          .forEach(setting -> values.refuse(setting, "without ⟦inference⟧"));
      return Optional.empty();
    }
    return Optional.of(
        new InferenceSettings(
            values.get(Settings.LEVEL),
            values
                .find(Settings.ROBUST)
                .map(word -> EnumWord.constant(Robust.class, Settings.ROBUST, word)),
            values.find(Settings.CLUSTER)));
  }

  /** Whether standard errors are those of the likelihood. */
  boolean isClassical() {
    return robust.isEmpty() && cluster.isEmpty();
  }

  /** Refuses a level that is no probability between 0 and 1. */
  public static void checkLevel(String setting, double level) {
    if (!(level > 0 && level < 1)) {
      throw new InvalidSetting(
          "%s must be between 0 and 1, such as 0.95, not %s".formatted(setting, level));
    }
  }

  /** The settings of the run: the column of clusters is no input. */
  public static SettingValues withoutClusters(SettingValues values) {
    Optional<String> cluster = values.find(Settings.CLUSTER);
    if (cluster.isEmpty()) {
      return values;
    }
    String excluded =
        Stream.concat(values.find(Settings.EXCLUDE).stream(), cluster.map(Selection::item).stream())
            .collect(Collectors.joining(","));
    return values.with(Settings.EXCLUDE, excluded);
  }

  /**
   * Refuses a column that is not there, before it is left out of the inputs.
   *
   * @throws gdtrain.table.UnknownColumn if there is none
   */
  public void check(Table table) {
    cluster.ifPresent(
        name -> Selection.resolveOne(name, table.columnNames(), Settings.CLUSTER.toString()));
  }

  /**
   * Refuses runs whose parameters are not where a likelihood is highest.
   *
   * @throws InvalidSetting with the reason
   */
  public void check(RunSettings settings) {
    if (settings.network().deep()) {
      throw new InvalidSetting(
          "⟦inference⟧ is for linear models: the weights of hidden layers have no unique values to be sure of");
    }
    if (settings.descent().l1() > 0 || settings.descent().l2().orElse(0) > 0) {
      throw new InvalidSetting(
          "⟦inference⟧ needs a model without ⟦l1⟧ and ⟦l2⟧: a penalty pulls the parameters towards 0, which no standard error tells");
    }
    if (!settings.loss().classWeights().none()) {
      throw new InvalidSetting(
          "⟦inference⟧ has no meaning with ⟦class-weight⟧: rows that count more than they are make standard errors too small");
    }
    String loss = settings.loss().text();
    if (!Words.isAuto(loss) && Losses.CATALOG.choose(loss).likelihood().isEmpty()) {
      throw new InvalidSetting(
          "⟦inference⟧ needs a loss that is a likelihood, which %s is not; mse, binary-cross-entropy, softmax-cross-entropy, poisson and gamma are"
              .formatted(loss));
    }
  }
}
