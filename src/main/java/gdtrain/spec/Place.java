package gdtrain.spec;

import gdtrain.choice.InvalidSetting;

/**
 * Where something stands in a text.
 *
 * @param name of the text, for errors
 * @param line from 1
 * @param column from 1, in characters
 */
public record Place(String name, int line, int column) {
  /** What is wrong here, as an exception. */
  public InvalidSetting fault(String sentence) {
    return new InvalidSetting(this + ": " + sentence);
  }

  @Override
  public String toString() {
    return "%s line %d, column %d".formatted(name, line, column);
  }
}
