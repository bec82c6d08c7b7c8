package gdtrain.report.picture;

/**
 * The size of a picture.
 *
 * @param width in pixels, or in characters of a terminal
 * @param height in pixels, or in lines of a terminal
 */
public record Size(int width, int height) {}
