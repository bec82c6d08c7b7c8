/**
 * A run on disk, to be taken up again: where it stands, and what tells whose it is.
 *
 * <p>A file is a line of text with the format's version, the fields in order, and the SHA-256 of
 * all that comes before it, so that one that is damaged or not whole is never taken for good.
 */
package gdtrain.checkpoint;
