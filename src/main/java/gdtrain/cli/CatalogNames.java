package gdtrain.cli;

import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;

/** What help lists of a catalog: every name with its settings at their defaults. */
abstract class CatalogNames implements Iterable<String> {
  private final Supplier<List<String>> names;

  /**
   * @param names asked for by help only, since a catalog takes time to load
   */
  private CatalogNames(Supplier<List<String>> names) {
    this.names = names;
  }

  @Override
  public Iterator<String> iterator() {
    return names.get().iterator();
  }

  /** Each on a line of its own. */
  private static List<String> lines(List<String> names) {
    return names.stream().map("%n"::concat).toList();
  }

  /** The losses. */
  static final class Losses extends CatalogNames {
    Losses() {
      super(() -> gdtrain.loss.Losses.CATALOG.complete());
    }
  }

  /** The activations. */
  static final class Activations extends CatalogNames {
    Activations() {
      super(() -> gdtrain.network.Activations.CATALOG.complete());
    }
  }

  /** The optimizers, each on a line. */
  static final class Optimizers extends CatalogNames {
    Optimizers() {
      super(() -> lines(gdtrain.optimizer.Optimizers.CATALOG.complete()));
    }
  }

  /** The schedules, each on a line. */
  static final class Schedules extends CatalogNames {
    Schedules() {
      super(() -> lines(gdtrain.optimizer.Schedules.CATALOG.complete()));
    }
  }
}
