package gdtrain.report.lesson;

import gdtrain.run.Session;
import gdtrain.run.TrainingRun;
import gdtrain.run.setting.RunSettings;
import gdtrain.table.Table;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The runs that a lesson looks at, on one table.
 *
 * @param session that read the table
 * @param settings how the columns are used
 * @param table the learner's
 * @param data how a command line names it, with the options that say how its columns are used
 */
public record LessonRuns(Session session, RunSettings settings, Table table, String data) {
  /** The table of the program itself: thirty invented pets. */
  public static InputStream pets() {
    return LessonRuns.class.getResourceAsStream("pets.csv");
  }

  /** A run with other settings, made when it is asked for. */
  TrainingRun run(Map<String, String> changes) {
    RunSettings changed = settings.with(new LinkedHashMap<>(changes));
    return session.run(changed, session.prepare(changed, table));
  }
}
