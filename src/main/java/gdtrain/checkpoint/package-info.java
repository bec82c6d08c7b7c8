/**
 * A run on disk, to be resumed: where it stands, and the settings and data it belongs to.
 *
 * <p>A file is a line of text with the format's version, the fields in order, and the SHA-256 of
 * all that comes before it, so that a damaged or incomplete file is always detected.
 */
package gdtrain.checkpoint;
