package gdtrain.cli;

import gdtrain.train.Method;

/**
 * How descent goes, with the words for it.
 *
 * @param method what an epoch is made of
 * @param description optimizer, settings, learning rate and schedule
 * @param remedy what to try where it diverges
 */
record NamedMethod(Method method, String description, String remedy) {}
