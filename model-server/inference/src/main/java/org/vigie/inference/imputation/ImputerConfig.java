package org.vigie.inference.imputation;

/**
 * Configures the layers and the training of an imputer.
 *
 * @param width width of the state of an hour
 * @param heads heads of each attention layer; they divide the width
 * @param blocks attention layers, each with a feed-forward layer
 * @param inner width inside a feed-forward layer
 * @param context numbers that the state of an hour gives to each of its cells
 * @param cell width of the layer of a cell
 * @param rate highest learning rate
 * @param decay share that each step removes from a matrix, times the learning rate
 * @param seed the same seed gives the same weights
 */
public record ImputerConfig(
        int width,
        int heads,
        int blocks,
        int inner,
        int context,
        int cell,
        int epochs,
        double rate,
        double decay,
        long seed) {
    /** Epochs of the imputer that ships. */
    public static final int SHIPPED_EPOCHS = 90;

    public ImputerConfig {
        if (epochs < 1) {
            throw new IllegalArgumentException("epochs: must be at least 1, was " + epochs);
        }
        if (width % heads != 0) {
            throw new IllegalArgumentException("heads: must divide the width " + width + ", was " + heads);
        }
    }

    /** Returns the configuration of the imputer that ships. */
    public static ImputerConfig shipped(int epochs, long seed) {
        return new ImputerConfig(64, 4, 2, 128, 6, 24, epochs, 2e-3, .01, seed);
    }
}
