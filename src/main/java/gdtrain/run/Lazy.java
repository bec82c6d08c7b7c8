package gdtrain.run;

import java.util.function.Supplier;

/** What is found out when it is first asked for, by one thread. */
public final class Lazy<T> implements Supplier<T> {
  private final Supplier<T> source;
  private T value;

  /** A value that is yet to be found out. */
  public Lazy(Supplier<T> source) {
    this.source = source;
  }

  @Override
  public T get() {
    if (value == null) {
      value = source.get();
    }
    return value;
  }
}
