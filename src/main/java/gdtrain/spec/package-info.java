/**
 * A YAML text as keys with values, each with its line and column; what the keys mean is said
 * elsewhere.
 */
package gdtrain.spec;
