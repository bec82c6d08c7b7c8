package gdtrain.dataset.preparation;

import gdtrain.choice.InvalidSetting;
import gdtrain.table.Notes;
import gdtrain.table.Table;
import java.util.Random;

/** Where the rows come from that are not learned from. */
public sealed interface Holdout {
  /** The rows by their use; where there are none, the table is empty. */
  Split split(Table usable, Roles roles, Preparation preparation, Notes notes);

  /** There are none. */
  record None() implements Holdout {
    @Override
    public Split split(Table usable, Roles roles, Preparation preparation, Notes notes) {
      return new Split(usable, usable.select(new int[0]));
    }
  }

  /**
   * A share of the rows, drawn at random.
   *
   * @param fraction between 0 and 1
   * @param seed of the generator
   */
  record Share(double fraction, long seed) implements Holdout {
    /** Checks the share. */
    public Share {
      if (!(fraction > 0 && fraction < 1)) {
        throw refusal("⟦validation⟧", fraction);
      }
    }

    @Override
    public Split split(Table usable, Roles roles, Preparation preparation, Notes notes) {
      Split split = Split.of(usable, fraction, new Random(seed), "⟦validation⟧");
      notes.accept(
          "%,d rows to learn from, %,d kept back for validation (⟦seed⟧ %d)"
              .formatted(split.training().rows(), split.validation().rows(), seed));
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
   * A share of the rows, drawn at random, is measured once training is over.
   *
   * @param others says which of the other rows training watches
   * @param fraction between 0 and 1
   * @param seed of the generator
   */
  record TestShare(Holdout others, double fraction, long seed) implements Holdout {
    /** Checks the share. */
    public TestShare {
      if (!(fraction > 0 && fraction < 1)) {
        throw refusal("⟦test⟧", fraction);
      }
    }

    @Override
    public Split split(Table usable, Roles roles, Preparation preparation, Notes notes) {
      Split drawn = Split.of(usable, fraction, new Random(seed), "⟦test⟧");
      notes.accept(
          "%,d of %,d rows kept back for the test (⟦seed⟧ %d)"
              .formatted(drawn.validation().rows(), usable.rows(), seed));
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
    public Split split(Table usable, Roles roles, Preparation preparation, Notes notes) {
      Split split = others.split(usable, roles, preparation, notes);
      Table rows = roles.usable(test, preparation.missing(), notes);
      return new Split(split.training(), split.validation(), rows);
    }
  }
}
