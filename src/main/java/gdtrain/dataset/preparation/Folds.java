package gdtrain.dataset.preparation;

import gdtrain.dataset.encoding.Cells;
import gdtrain.dataset.encoding.Schema;
import gdtrain.dataset.encoding.Target;
import gdtrain.dataset.encoding.Task;
import gdtrain.table.Notes;
import gdtrain.table.Table;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A table cut for cross-validation. Whatever is fitted, means and scales, what replaces a missing
 * cell, which columns vary, is fitted anew for every fold, on the rows that it does not hold out;
 * only the levels of categories and the classes are those of all rows.
 */
public final class Folds {
  private final Preparation preparation;
  private final boolean intercept;
  private final Roles roles;
  private final Table rows;
  private final Schema schema;
  private final List<String> labels;
  private final boolean inTime;
  private final List<Folding.Fold> folds;
  private final Set<String> said = new HashSet<>();
  private final Map<Integer, Prepared> kept = new HashMap<>();
  private boolean keeps;

  /**
   * Cuts a table.
   *
   * @param intercept whether there is a constant input
   * @param notes receives what was assumed of all rows, a sentence each
   */
  public Folds(
      Table table, Preparation preparation, boolean intercept, Folding folding, Notes notes) {
    this.preparation = preparation;
    this.intercept = intercept;
    this.roles = Roles.of(table, preparation, folding.column(table).stream().toList());
    Notes heard =
        note -> {
          notes.accept(note);
          said.add(note);
        };
    roles.tell(notes);
    this.rows = roles.usable(table, preparation.missing(), heard);
    MissingCount.of(rows, roles, preparation.missing()).ifPresent(heard);
    this.schema = Prepared.schema(schemaFit(rows), rows, heard);
    this.labels = labels();
    this.inTime = folding instanceof Folding.InTime;
    this.folds = List.copyOf(folding.folds(rows, labels, heard));
  }

  /** Other folds of the same rows. */
  private Folds(Folds all, List<Folding.Fold> folds) {
    this.preparation = all.preparation;
    this.intercept = all.intercept;
    this.roles = all.roles;
    this.rows = all.rows;
    this.schema = all.schema;
    this.labels = all.labels;
    this.inTime = all.inTime;
    this.folds = folds;
    this.said.addAll(all.said);
  }

  /**
   * These folds, each of which learns from a share of its rows only: the most recent where folds
   * are cut in time, else random ones, each class by its share; larger shares have those of smaller
   * ones, too.
   *
   * @param share above 0, at most 1
   * @param seed of the generator
   */
  public Folds learningFrom(double share, long seed) {
    LearningShare part =
        new LearningShare(share, inTime ? OptionalLong.empty() : OptionalLong.of(seed));
    return new Folds(this, folds.stream().map(fold -> part.of(fold, labels)).toList());
  }

  private SchemaFit schemaFit(Table training) {
    return new SchemaFit(roles, preparation, rows, training, intercept);
  }

  private List<String> labels() {
    var column = Cells.column(rows, target().name());
    boolean classes = target().task() == Task.CLASSIFICATION;
    return IntStream.range(0, rows.rows())
        .mapToObj(row -> classes ? Cells.label(column, row) : "")
        .toList();
  }

  /** The predicted column. */
  public Target target() {
    return schema.target();
  }

  /** All rows that can be used. */
  public Table rows() {
    return rows;
  }

  /** What fits all rows; that of a fold may differ. */
  public Schema schema() {
    return schema;
  }

  /** How the folds are called, in order. */
  public List<String> names() {
    return folds.stream().map(Folding.Fold::name).toList();
  }

  /** These folds, which keep the rows of each when they have been prepared, for further runs. */
  public Folds keepingRows() {
    keeps = true;
    return this;
  }

  /**
   * The rows of a fold: training rows, and as test rows those it holds out. They are to be handed
   * back by {@link #release}.
   *
   * @param index from 0
   * @param notes receives what was left out in this fold but not with all rows
   */
  public synchronized Prepared fold(int index, Notes notes) {
    Prepared known = kept.get(index);
    if (known != null) {
      return known;
    }
    Prepared prepared = prepared(folds.get(index), notes);
    if (keeps) {
      kept.put(index, prepared);
    }
    return prepared;
  }

  private Prepared prepared(Folding.Fold fold, Notes notes) {
    Split split = fold.split(rows);
    SchemaFit fit = schemaFit(split.training());
    Prepared prepared = Prepared.of(fit.fit(), split);
    fit.notes().stream()
        .filter(note -> !said.contains(note))
        .forEach(note -> notes.accept("fold %s: %s".formatted(fold.name(), note)));
    return prepared;
  }

  /** Gives back what the rows of a fold take, unless they are kept. */
  public void release(Prepared fold) {
    if (!keeps) {
      fold.release();
    }
  }
}
