package gdtrain.spec;

import java.util.List;

/** What a key is given. {@code toString} says what kind it is, for errors. */
public sealed interface Value {
  /** Where it begins. */
  Place place();

  /** No value: the key alone, {@code null} or {@code ~}. */
  record Nothing(Place place) implements Value {
    @Override
    public String toString() {
      return "nothing";
    }
  }

  /**
   * A word, a number, a text.
   *
   * @param text as written, so that numbers keep every digit; without quotes
   * @param quoted whether it had quotes
   */
  record Text(Place place, String text, boolean quoted) implements Value {
    private static final int LONGEST = 40;

    @Override
    public String toString() {
      String first = text.lines().findFirst().orElse("");
      String shown = first.substring(0, Math.min(first.length(), LONGEST));
      return "'" + shown + (shown.equals(text) ? "'" : "...'");
    }
  }

  /** A list. */
  record Items(Place place, List<Value> values) implements Value {
    /** Keeps a copy of the values. */
    public Items {
      values = List.copyOf(values);
    }

    @Override
    public String toString() {
      return "a list";
    }
  }

  /** Keys, each once, in the order written. */
  record Keys(Place place, List<Entry> entries) implements Value {
    /** Keeps a copy of the entries. */
    public Keys {
      entries = List.copyOf(entries);
    }

    @Override
    public String toString() {
      return "keys with values";
    }
  }
}
