package gdtrain.cli.command;

import gdtrain.cli.option.Invocation;
import gdtrain.cli.output.Console;
import gdtrain.cli.output.ExitCode;
import gdtrain.run.DecisionThreshold;
import gdtrain.run.Replay;
import gdtrain.run.Session;
import gdtrain.run.TrainingRun;
import gdtrain.run.selection.OutOfFold;
import gdtrain.run.setting.Command;
import gdtrain.run.setting.SettingValues;
import gdtrain.run.setting.Settings;
import gdtrain.table.Table;
import gdtrain.train.Ending;
import gdtrain.train.Fit;
import java.util.List;
import java.util.Optional;

/** {@code gdtrain replay}: the run of a model again. */
public final class ReplayCommand implements CommandAction {
  @Override
  public Command command() {
    return Command.REPLAY;
  }

  @Override
  public List<String> description() {
    return List.of(
        "Trains again what a model records, and compares data, log and parameters to the last bit.",
        "DATA is the file that the model names, unless others are given. Status 0: nothing differs. Status 5: the first difference"
            + " is said on stderr: the hash of the data, the loss log, a parameter, a figure. Digits may differ where the"
            + " processor, gdtrain or Java is another. Nothing is written, and stdout stays empty.",
        EXAMPLES,
        "gdtrain replay cars.json",
        "gdtrain replay cars.json data/cars.csv",
        "gdtrain replay cars.json -q || echo not reproduced");
  }

  @Override
  public int run(Invocation invocation, Console console) {
    SettingValues values = invocation.values();
    Replay replay = Replay.of(invocation.model());
    List<String> data = replay.data(invocation.data());
    try (Session session =
        new Session(values, console.in(), console.notes(values.get(Settings.QUIET)))) {
      Table table = replay.read(session, data);
      Optional<String> difference = replay.difference(table);
      if (difference.isEmpty()) {
        TrainingRun run = replay.run(session, table);
        Fit fit = run.fit(epoch -> {});
        difference = replay.difference(decided(run, fit, session), table, fit);
        if (difference.isEmpty()) {
          session
              .notes()
              .accept(
                  "replayed: %,d epochs, log and parameters are the same to the last bit"
                      .formatted(fit.last().number()));
          return ExitCode.OK;
        }
      }
      console.say(
          "gdtrain: %s is not reproduced: %s".formatted(replay.start().file(), difference.get()));
      return ExitCode.REQUIREMENT;
    }
  }

  private static TrainingRun decided(TrainingRun run, Fit fit, Session session) {
    return fit.ending() == Ending.DIVERGED
        ? run
        : DecisionThreshold.decide(
            run, fit, () -> OutOfFold.of(run, session.workers()), session.notes());
  }
}
