/**
 * The command line as picocli parses it, made from the table of settings, and settings from specs.
 */
package gdtrain.cli.option;
