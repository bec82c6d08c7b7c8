package gdtrain.report;

/**
 * The reader of an output stream has closed it, as {@code head} does; there is nobody to work for.
 */
public final class BrokenPipe extends RuntimeException {
  private static final long serialVersionUID = 1;
}
