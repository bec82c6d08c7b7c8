/** Standard streams, exit codes, output files, progress, and the verdict on requirements. */
package gdtrain.cli.output;
