package gdtrain.spec;

/**
 * A key and what stands behind it.
 *
 * @param key as written
 * @param place where the key begins
 * @param value what it is given
 */
public record Entry(String key, Place place, Value value) {}
