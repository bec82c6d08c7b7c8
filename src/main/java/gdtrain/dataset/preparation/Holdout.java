package gdtrain.dataset.preparation;

import gdtrain.choice.InvalidSetting;
import gdtrain.dataset.preparation.Folding.Apart;
import gdtrain.table.Notes;
import gdtrain.table.Table;
import java.util.List;
import java.util.stream.Stream;

/** Where the rows come from that are not learned from. */
public sealed interface Holdout {
  /** The rows by their use; where there are none, the table is empty. */
  Split split(Table usable, Roles roles, Preparation preparation, Notes notes);

  /** The columns that decide which rows those are, and so are no inputs. */
  default List<Apart> columns(Table table) {
    return List.of();
  }

  /** There are none. */
  record None() implements Holdout {
    @Override
    public Split split(Table usable, Roles roles, Preparation preparation, Notes notes) {
      return new Split(usable, usable.select(new int[0]));
    }
  }

  /**
   * A share of the rows is watched.
   *
   * @param fraction between 0 and 1
   * @param cut says which rows
   */
  record Share(double fraction, Cut cut) implements Holdout {
    /** Checks the share. */
    public Share {
      if (!(fraction > 0 && fraction < 1)) {
        throw refusal("⟦validation⟧", fraction);
      }
    }

    /** A share drawn at random. */
    public Share(double fraction, long seed) {
      this(fraction, new Cut.AtRandom(seed));
    }

    @Override
    public List<Apart> columns(Table table) {
      return cut.column(table, "⟦validation⟧").stream().toList();
    }

    @Override
    public Split split(Table usable, Roles roles, Preparation preparation, Notes notes) {
      Split split = Split.of(usable, fraction, cut, "⟦validation⟧");
      notes.accept(
          "%,d rows to learn from, %,d kept back for validation (%s)"
              .formatted(split.training().rows(), split.validation().rows(), cut.text()));
      return split;
    }
  }

  /** A share that is none. */
  private static InvalidSetting refusal(String setting, double fraction) {
    return new InvalidSetting(
        "%s takes a share between 0 and 1, or a file, not %s".formatted(setting, fraction));
  }

  /**
   * The rows of another table are watched.
   *
   * @param table has the same columns
   */
  record Other(Table table) implements Holdout {
    @Override
    public Split split(Table usable, Roles roles, Preparation preparation, Notes notes) {
      return new Split(usable, roles.usable(table, preparation.missing(), notes));
    }
  }

  /**
   * A share of the rows is measured once training is over.
   *
   * @param others says which of the other rows training watches
   * @param fraction between 0 and 1
   * @param cut says which rows
   */
  record TestShare(Holdout others, double fraction, Cut cut) implements Holdout {
    /** Checks the share. */
    public TestShare {
      if (!(fraction > 0 && fraction < 1)) {
        throw refusal("⟦test⟧", fraction);
      }
    }

    @Override
    public List<Apart> columns(Table table) {
      return Stream.concat(cut.column(table, "⟦test⟧").stream(), others.columns(table).stream())
          .toList();
    }

    @Override
    public Split split(Table usable, Roles roles, Preparation preparation, Notes notes) {
      Split drawn = Split.of(usable, fraction, cut, "⟦test⟧");
      notes.accept(
          "%,d of %,d rows kept back for the test (%s)"
              .formatted(drawn.validation().rows(), usable.rows(), cut.text()));
      Split rest = others.split(drawn.training(), roles, preparation, notes);
      return new Split(rest.training(), rest.validation(), drawn.validation());
    }
  }

  /**
   * The rows of another table are measured once training is over.
   *
   * @param others says which rows training itself watches
   * @param test has the same columns
   */
  record Tested(Holdout others, Table test) implements Holdout {
    @Override
    public List<Apart> columns(Table table) {
      return others.columns(table);
    }

    @Override
    public Split split(Table usable, Roles roles, Preparation preparation, Notes notes) {
      Split split = others.split(usable, roles, preparation, notes);
      Table rows = roles.usable(test, preparation.missing(), notes);
      return new Split(split.training(), split.validation(), rows);
    }
  }
}
