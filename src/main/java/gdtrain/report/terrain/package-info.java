/** The loss over a plane or along a line through a point, as points, tables and text. */
package gdtrain.report.terrain;
