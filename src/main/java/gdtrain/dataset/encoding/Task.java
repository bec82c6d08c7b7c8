package gdtrain.dataset.encoding;

/** What is predicted. */
public enum Task {
  /** A number. */
  REGRESSION,
  /** One of two or more classes. */
  CLASSIFICATION
}
