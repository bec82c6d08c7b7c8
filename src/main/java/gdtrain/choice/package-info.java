/**
 * What is chosen by name and may have settings, such as {@code adam:beta1=0.8}: parsing, catalogs,
 * and errors that say what there is.
 */
package gdtrain.choice;
