package gdtrain.table;

import java.util.function.Consumer;

/** Receives what is assumed about data, a sentence each. */
@FunctionalInterface
public interface Notes extends Consumer<String> {
  /** Receives what was assumed. */
  @Override
  void accept(String sentence);

  /** Receives what is likely a mistake. */
  default void warn(String sentence) {
    accept("warning: " + sentence);
  }
}
