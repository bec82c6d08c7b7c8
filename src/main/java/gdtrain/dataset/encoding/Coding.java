package gdtrain.dataset.encoding;

/** How a categorical input becomes 0/1 features. */
public enum Coding {
  /** One feature for every level but the first, which is the base. */
  TREATMENT,
  /** One feature for every level. */
  FULL
}
