package gdtrain.lint;

/** How sure it is that a finding is a mistake. */
public enum Severity {
  /** Nearly always a mistake: the run would be worth nothing. */
  ERROR,
  /** It harms the run, or hides a mistake in the data. */
  WARNING,
  /** It may be meant. */
  HINT
}
