package gdtrain.dataset.preparation;

import gdtrain.choice.InvalidSetting;
import gdtrain.dataset.encoding.MissingPolicy;
import gdtrain.dataset.encoding.Offset;
import gdtrain.dataset.encoding.Task;
import gdtrain.dataset.encoding.UsableRows;
import gdtrain.dataset.preparation.Folding.Apart;
import gdtrain.table.BadTable;
import gdtrain.table.CellText;
import gdtrain.table.Column;
import gdtrain.table.ColumnReading;
import gdtrain.table.Notes;
import gdtrain.table.NumericColumn;
import gdtrain.table.Selection;
import gdtrain.table.Table;
import gdtrain.table.TextColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Which column plays which role.
 *
 * @param task what is predicted
 * @param target name of the target column
 * @param weight name of the column of row weights, if any
 * @param offset of raw outputs, if any
 * @param inputs names of the input columns
 * @param notes what was assumed, a sentence each
 * @param warnings what is likely a mistake, a sentence each
 */
public record Roles(
    Task task,
    String target,
    Optional<String> weight,
    Optional<Offset> offset,
    List<String> inputs,
    List<String> notes,
    List<String> warnings) {

  /** Determines the roles from the table and the user's settings. */
  public static Roles of(Table table, Preparation preparation) {
    return of(table, preparation, List.of());
  }

  /**
   * The roles where columns say which rows are held out.
   *
   * @param apart those columns, which are then no inputs
   */
  static Roles of(Table table, Preparation preparation, List<Apart> apart) {
    List<String> names = table.columnNames();
    List<String> notes = new ArrayList<>();
    int target =
        preparation
            .target()
            .map(reference -> Selection.resolveOne(reference, names, "⟦target⟧"))
            .orElseGet(() -> lastOfFile(table));
    Optional<Integer> weight =
        preparation.weight().map(reference -> Selection.resolveOne(reference, names, "⟦weight⟧"));
    Optional<Integer> offset =
        preparation.offset().map(o -> Selection.resolveOne(o.column(), names, o.setting()));
    if (offset.isPresent() && (offset.get() == target || offset.equals(weight))) {
      throw new InvalidSetting(
          "%s and the %s are the same column, '%s'"
              .formatted(
                  preparation.offset().get().setting(),
                  offset.get() == target ? "target" : "weight",
                  names.get(offset.get())));
    }
    if (weight.isPresent() && weight.get() == target) {
      throw new InvalidSetting(
          "⟦weight⟧ and the target are the same column, '%s'".formatted(names.get(target)));
    }
    Column targetColumn = table.columns().get(target);
    Task task = preparation.task().orElseGet(() -> taskOf(targetColumn));
    notes.add(targetNote(targetColumn, task, preparation));
    List<String> warnings = new ArrayList<>();
    Set<Integer> taken =
        new TreeSet<>(List.of(target, weight.orElse(target), offset.orElse(target)));
    apart.forEach(column -> check(column, table, preparation, target, weight));
    List<String> inputs = inputs(table, preparation, taken, apart, warnings);
    taken.forEach(index -> tell(table.columns().get(index), notes, warnings));
    apart.forEach(a -> tell(table.columns().get(a.index()), notes, warnings));
    inputs.forEach(name -> tell(table.column(name).orElseThrow(), notes, warnings));
    return new Roles(
        task,
        names.get(target),
        weight.map(names::get),
        offset.map(o -> new Offset(names.get(o), preparation.offset().get().exposure())),
        inputs,
        List.copyOf(notes),
        List.copyOf(warnings));
  }

  /** Refuses a column that is to be no input where it has another role. */
  private static void check(
      Apart apart, Table table, Preparation preparation, int target, Optional<Integer> weight) {
    List<String> names = table.columnNames();
    String fault = "";
    if (apart.index() == target) {
      fault = "names the target, '%s'; ⟦target⟧ names another";
    } else if (weight.isPresent() && weight.get() == apart.index()) {
      fault = "and ⟦weight⟧ name the same column, '%s'";
    } else if (preparation.include().resolve(names, "⟦include⟧").contains(apart.index())) {
      fault = "and ⟦include⟧ name the same column, '%s', but it is no input";
    }
    if (!fault.isEmpty()) {
      throw new InvalidSetting(apart.setting() + " " + fault.formatted(names.get(apart.index())));
    }
  }

  /** How a column in use was read. */
  private static void tell(Column column, List<String> notes, List<String> warnings) {
    notes.addAll(column.reading().notes());
    warnings.addAll(column.reading().warnings());
  }

  /** Says what was assumed, and what is likely a mistake. */
  void tell(Notes to) {
    notes.forEach(to);
    warnings.forEach(to::warn);
  }

  /** The last column that is not a part of another. */
  private static int lastOfFile(Table table) {
    int last = table.columns().size() - 1;
    while (table.columns().get(last).reading().origin() == ColumnReading.Origin.PART) {
      last--;
    }
    return last;
  }

  /**
   * The rows of a table with these columns that can be used.
   *
   * @param notes receives a sentence for every reason by which rows were left out
   */
  Table usable(Table table, MissingPolicy policy, Notes notes) {
    return UsableRows.of(table, target, inputs, policy, notes);
  }

  private static Task taskOf(Column target) {
    boolean classes = target instanceof TextColumn || distinct(target).limit(3).count() == 2;
    return classes ? Task.CLASSIFICATION : Task.REGRESSION;
  }

  private static DoubleStream distinct(Column target) {
    NumericColumn numbers = (NumericColumn) target;
    return IntStream.range(0, numbers.rows())
        .filter(row -> !numbers.isMissing(row))
        .mapToDouble(numbers::value)
        .distinct();
  }

  private static String targetNote(Column target, Task task, Preparation preparation) {
    String why =
        preparation.target().isPresent() ? "" : ", the last column (⟦target⟧ NAME for another)";
    String note =
        "target '%s'%s: %s".formatted(target.name(), why, task.name().toLowerCase(Locale.ROOT));
    if (preparation.task().isEmpty() && task == Task.REGRESSION && fewWholeNumbers(target)) {
      note += "; it holds at most 20 whole numbers, so ⟦task⟧ classification may be meant";
    }
    return note;
  }

  private static boolean fewWholeNumbers(Column target) {
    double[] values = distinct(target).limit(21).toArray();
    boolean few = values.length <= 20 && values.length < target.rows();
    return few && DoubleStream.of(values).allMatch(v -> v == Math.rint(v));
  }

  private static void refuse(String column, String option, boolean without, String reason) {
    if (without) {
      throw new InvalidSetting(
          "%s has no effect on column %s: it is %s"
              .formatted(option, CellText.quoted(column), reason));
    }
  }

  private static List<String> inputs(
      Table table,
      Preparation preparation,
      Set<Integer> taken,
      List<Apart> apart,
      List<String> warnings) {
    List<String> names = table.columnNames();
    Set<Integer> included = new TreeSet<>(preparation.include().resolve(names, "⟦include⟧"));
    Set<Integer> excluded = new TreeSet<>(preparation.exclude().resolve(names, "⟦exclude⟧"));
    for (int i : excluded) {
      refuse(
          names.get(i),
          "⟦exclude⟧",
          taken.contains(i),
          "the target or the weight, and so no input");
      refuse(names.get(i), "⟦exclude⟧", included.contains(i), "also given to ⟦include⟧");
    }
    for (int i : included) {
      refuse(
          names.get(i),
          "⟦include⟧",
          taken.contains(i),
          "the target or the weight, and so no input");
    }
    List<Integer> candidates =
        IntStream.range(0, names.size())
            .filter(i -> !taken.contains(i) && !excluded.contains(i))
            .filter(i -> apart.stream().noneMatch(column -> column.index() == i))
            .boxed()
            .toList();
    InputDoubts doubts = new InputDoubts(table, candidates.size() > 1);
    List<String> inputs = new ArrayList<>();
    for (int i : candidates) {
      Optional<String> fault = included.contains(i) ? Optional.empty() : doubts.leftOut(i);
      if (fault.isPresent()) {
        warnings.addAll(table.columns().get(i).reading().warnings());
        warnings.add(fault.get());
      }
      if (fault.isEmpty()) {
        inputs.add(names.get(i));
        doubts.doubt(i).filter(d -> !included.contains(i)).ifPresent(warnings::add);
      }
    }
    if (inputs.isEmpty()) {
      String why = warnings.isEmpty() ? "" : ": " + String.join("; ", warnings);
      throw new BadTable(
          "%s has no input column left besides the target%s%s"
              .formatted(
                  table.name(), why, warnings.isEmpty() ? "; give a file with more columns" : ""));
    }
    return inputs;
  }
}
