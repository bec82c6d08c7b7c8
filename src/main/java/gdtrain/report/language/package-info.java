/** The words of texts for people, in the languages that they can be had in. */
package gdtrain.report.language;
