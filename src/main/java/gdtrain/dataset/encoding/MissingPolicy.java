package gdtrain.dataset.encoding;

/** What happens to missing cells of the inputs. */
public enum MissingPolicy {
  /** Numbers become the training mean, categories the most frequent level. */
  IMPUTE,
  /** The row is left out. */
  DROP,
  /** The data is refused. */
  ERROR
}
