package gdtrain.dataset;

/** What is predicted. */
public enum Task {
  /** A number. */
  REGRESSION,
  /** One of two or more classes. */
  CLASSIFICATION
}
