package gdtrain.dataset.encoding;

/**
 * A number that enters the network for every row.
 *
 * @param name {@code column}, {@code column=level}, {@code column^2} or {@code one:other}
 * @param unit in which it enters
 */
public record Feature(String name, Unit unit) {}
