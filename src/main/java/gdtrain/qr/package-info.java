/**
 * QR factorisations of many rows that come one after the other, of which only R is kept.
 *
 * <p>Both who reads a table and who trains on its rows eliminate them: the one in the units of the
 * file ({@link gdtrain.qr.RawFactor}), the other as they are encoded.
 */
package gdtrain.qr;
