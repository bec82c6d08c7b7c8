/**
 * Factorisations: QR of many rows that come one after the other, of which only R is kept, and
 * Cholesky's of a small matrix.
 *
 * <p>Rows are eliminated while a file is read, in the units of its columns ({@link
 * gdtrain.qr.RawFactor}), and before training, as they are encoded.
 */
package gdtrain.qr;
