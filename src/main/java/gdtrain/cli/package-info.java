/** The command line: the only package that reads arguments, prints, or ends the program. */
package gdtrain.cli;
