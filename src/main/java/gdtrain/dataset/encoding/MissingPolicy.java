package gdtrain.dataset.encoding;

/** What happens to missing cells of the inputs. */
public enum MissingPolicy {
  /** Numbers become the training mean; of categories, missing is one more. */
  AUTO,
  /** Numbers become the training mean, categories the most frequent one. */
  IMPUTE,
  /** As {@link #AUTO}, and every number with gaps has an input that says where they are. */
  INDICATOR,
  /** The row is left out. */
  DROP,
  /** The data is refused. */
  ERROR
}
