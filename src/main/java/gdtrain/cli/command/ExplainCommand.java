package gdtrain.cli.command;

import gdtrain.choice.InvalidSetting;
import gdtrain.cli.option.Invocation;
import gdtrain.cli.output.Console;
import gdtrain.cli.output.ExitCode;
import gdtrain.cli.output.ProgressLine.Screen;
import gdtrain.report.BrokenPipe;
import gdtrain.report.EndingText;
import gdtrain.report.TableFormat;
import gdtrain.report.explanation.Explanation;
import gdtrain.report.explanation.FollowedRow;
import gdtrain.report.explanation.InfluenceText;
import gdtrain.report.language.Language;
import gdtrain.report.language.Phrases;
import gdtrain.run.setting.Command;
import gdtrain.run.setting.Setting;
import gdtrain.run.setting.SettingValues;
import gdtrain.run.setting.Settings;
import gdtrain.run.setting.Words;
import gdtrain.run.uncertainty.RunInfluence;
import gdtrain.train.Ending;
import gdtrain.train.Fit;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** {@code gdtrain explain}: the gradient, parameter by parameter and row by row. */
public final class ExplainCommand implements CommandAction {
  @Override
  public Command command() {
    return Command.EXPLAIN;
  }

  @Override
  public List<String> description() {
    return List.of(
        "Explains the gradient at a point of the run that fit would make: which parameter to raise or"
            + " lower, what a step does to the loss, and which rows want it.",
        "Parameters, the most important first; csv:"
            + " layer,output,input,value,gradient,direction,step,next,change,bend,share. value: acts on"
            + " scaled inputs. gradient: of loss and penalty, over all rows and units. direction: raise"
            + " where the gradient is below 0, lower where it is above, or stay. step: from here to the"
            + " run's next epoch, whatever its optimizer. change: gradient x step, what it does to the"
            + " loss if the slope stays. bend: half of step x (Hessian x step), what the curvature adds;"
            + " only where that is exact, for linear models under squared loss. A table has next and bend where"
            + " they leave the names whole."
            + " share: |change| over the sum of all |change|, so that shares of steps up and down sum to"
            + " 1. Heights and slopes are in the unit of the target's column.",
        "",
        "--rows, the strongest first; csv: line,truth,prediction,probability,loss,weight,slope,pull,share."
            + " loss and slope: of the row alone. slope: dloss/dprediction, such as 2 (prediction -"
            + " truth); where the network's raw output is no prediction, dloss/draw: of the logarithm"
            + " for counts and amounts, of the raw output of the truth for classes. pull: weight x slope /"
            + " total weight, its part in the mean loss. share: of the sum of all rows' |pull|.",
        "",
        "--rows with --influence, the most influential first; csv:"
            + " line,truth,prediction,leverage,standardized_residual,cooks_distance.",
        "",
        "--row: what each parameter's slope says, one step of gradient descent on this row's loss alone at the"
            + " learning rate of the run's next step, and what that makes of its prediction.",
        "",
        "--follow: trains as fit does; csv: epoch,prediction,probability,loss,slope,lr,correction. lr: of the"
            + " step that follows. correction: - lr x slope; the larger the error, the larger. A table has the"
            + " first and the last epoch, and those that are powers of two.",
        "",
        "json has the heights, largest_stable_lr and condition_number with their kind (exact, bound or"
            + " local), and the optimum where it is known, before the parameters, rows or row.",
        EXAMPLES,
        "gdtrain explain cars.csv --target mpg",
        "gdtrain explain cars.csv --target mpg --at 10 --rows 5",
        "gdtrain explain cars.csv --row 2");
  }

  @Override
  public int run(Invocation invocation, Console console) {
    SettingValues values = invocation.values();
    check(values);
    TableFormat format = Words.constant(TableFormat.class, Settings.EXPLAIN_FORMAT, values);
    Language language = Language.of(values.get(Settings.LANG), Settings.LANG, System.getenv());
    Phrases phrases = new Phrases("explain", language);
    Inspection inspection = new Inspection(invocation);
    return inspection.look(
        console,
        false,
        settings -> settings,
        (run, notes) -> {
          if (values.get(Settings.INFLUENCE)) {
            InfluenceText text =
                new InfluenceText(
                    run.tables().training(),
                    run.network().parameters(),
                    RunInfluence.of(run),
                    phrases);
            print(text.lines(values.get(Settings.ROWS), format), format, console);
            return ExitCode.OK;
          }
          if (values.isGiven(Settings.FOLLOW)) {
            FollowedRow row = FollowedRow.of(run, values.get(Settings.FOLLOW), phrases);
            Fit fit = row.follow();
            print(row.lines(format, Screen.paper()), format, console);
            return ended(fit, notes, console);
          }
          Explanation explanation =
              new Explanation(run, inspection.reach(run, notes), inspection.model(), phrases);
          print(
              explanation.lines(
                  values.find(Settings.ROWS), values.find(Settings.ROW), format, Screen.paper()),
              format,
              console);
          return ExitCode.OK;
        });
  }

  private static void print(Stream<String> lines, TableFormat format, Console console) {
    lines.forEach(format == TableFormat.TABLE ? console::print : console::printData);
    BrokenPipe.flush(console.out());
  }

  private static int ended(Fit fit, Consumer<String> notes, Console console) {
    if (fit.ending() == Ending.DIVERGED) {
      console.say("gdtrain: " + EndingText.of(fit));
      return ExitCode.DIVERGED;
    }
    notes.accept(EndingText.of(fit));
    return ExitCode.OK;
  }

  /** Refuses what no data can make right. */
  private static void check(SettingValues values) {
    values.checkCount(Settings.ROWS);
    if (values.get(Settings.INFLUENCE)) {
      if (!values.isGiven(Settings.ROWS)) {
        values.refuse(Settings.INFLUENCE, "without ⟦rows⟧");
      }
      values.refuse(Settings.AT, "with ⟦influence⟧, which is of the exact minimum");
    }
    boolean row = values.isGiven(Settings.ROW);
    if (row && values.isGiven(Settings.ROWS)) {
      throw new InvalidSetting(
          "⟦rows⟧ has no effect with ⟦row⟧, which explains one row; leave one of them out");
    }
    for (Setting<?> other : List.of(Settings.ROW, Settings.ROWS, Settings.AT, Settings.MODEL)) {
      if (values.isGiven(Settings.FOLLOW) && values.isGiven(other)) {
        throw new InvalidSetting(
            "%s has no effect with ⟦follow⟧, which goes through all epochs of a run"
                .formatted(other));
      }
    }
    TableFormat format = Words.constant(TableFormat.class, Settings.EXPLAIN_FORMAT, values);
    if (row && format == TableFormat.CSV) {
      throw new InvalidSetting(
          "⟦format⟧ csv has no effect with ⟦row⟧, which is no list of records; json has all of it");
    }
  }
}
