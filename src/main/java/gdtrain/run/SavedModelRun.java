package gdtrain.run;

import gdtrain.choice.InvalidSetting;
import gdtrain.choice.UserError;
import gdtrain.dataset.Dtype;
import gdtrain.dataset.encoding.Schema;
import gdtrain.dataset.preparation.Prepared;
import gdtrain.model.BadModel;
import gdtrain.run.setting.Command.Group;
import gdtrain.run.setting.RunInput;
import gdtrain.run.setting.RunSettings;
import gdtrain.run.setting.SettingValues;
import gdtrain.run.setting.StartModel;
import gdtrain.table.Notes;
import gdtrain.table.Table;
import gdtrain.table.read.FactorRequest;
import gdtrain.table.read.Source;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * A run that goes on from a saved model, by the settings it was trained with.
 *
 * @param model where it starts
 * @param settings those of the model, but tables are read as another command says
 */
public record SavedModelRun(StartModel model, RunSettings settings) implements RunInput {
  /** Rows are those of the command, and it starts from the model. */
  private static final Set<String> OTHERS =
      Set.of("validation", "test", "patience", "warm-start", "init", "threshold");

  /**
   * The run of a saved model.
   *
   * @param given of a command, which may only say how tables are read
   */
  public static SavedModelRun of(StartModel model, SettingValues given) {
    given.given().stream()
        .filter(setting -> setting.group().decides() && setting.group() != Group.READING)
        .findFirst()
        .ifPresent(
            setting -> {
              throw new InvalidSetting(
                  "%s has no effect with ⟦model⟧, which has its own settings".formatted(setting));
            });
    SettingValues reading = given.only(setting -> setting.group() == Group.READING);
    return new SavedModelRun(
        model,
        settings(
            model,
            stored -> {
              stored.keySet().removeAll(OTHERS);
              stored.put("warm-start", model.file());
              return RunSettings.of(RunSettings.unchecked(stored).values().with(reading));
            }));
  }

  /**
   * What is made of the settings that a model was trained with.
   *
   * @param make receives them by key
   * @throws BadModel if they are not there or at fault
   */
  static RunSettings settings(StartModel start, Function<Map<String, Object>, RunSettings> make) {
    try {
      if (!(start.model().record().get("settings") instanceof Map<?, ?> settings)) {
        throw new InvalidSetting("run.settings is not there");
      }
      Map<String, Object> stored = new LinkedHashMap<>();
      settings.forEach((key, value) -> stored.put(key.toString(), value));
      stored.keySet().removeIf(key -> !RunSettings.isSetting(key));
      return make.apply(stored);
    } catch (BadModel e) {
      throw e;
    } catch (UserError e) {
      throw new BadModel(
          "the settings in %s are at fault: %s".formatted(start.file(), e.sentence()), e);
    }
  }

  @Override
  public Optional<FactorRequest> factoring() {
    Schema schema = model.model().schema();
    boolean plain =
        schema.weight().isEmpty()
            && schema.products().isEmpty()
            && schema.dtype() == Dtype.DOUBLE
            && schema.target().classes().isEmpty();
    return plain ? settings.factoring(Optional.of(schema.target().name())) : Optional.empty();
  }

  @Override
  public Table read(Source source, Optional<FactorRequest> factoring, int threads) {
    return AppliedModel.of(model.model(), "error")
        .read(source, settings.reading(), factoring, threads);
  }

  @Override
  public Table readLike(Table like, Source source, int threads) {
    return read(source, Optional.empty(), threads);
  }

  @Override
  public Prepared prepare(Table table, Function<String, Table> reader, Notes notes) {
    Schema schema = model.model().schema();
    return Prepared.of(schema, schema.usable(table, settings.preparation().missing(), notes));
  }
}
