/** The curves in loss logs: of gdtrain in each of its formats, and of other programs. */
package gdtrain.report.picture.log;
