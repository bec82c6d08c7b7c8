package gdtrain.fuzz;

import gdtrain.choice.UserError;

/** What an error says must be fit for a person. */
final class Sentences {
  /** A sentence is no page. */
  private static final int LONGEST = 5_000;

  private Sentences() {}

  static void check(UserError error) {
    String sentence = error.sentence();
    if (sentence == null || sentence.isBlank() || sentence.length() > LONGEST) {
      throw new AssertionError("no sentence: " + sentence, error);
    }
  }
}
