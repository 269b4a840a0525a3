package org.vigie.triage.training.learn;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Holds the features and the experts' levels of visits.
 *
 * @param levels 1 to 5
 */
public record TriageSample(float[][] rows, int[] levels) {
    /** Share of the cells that are removed from a copy. */
    private static final double TAKEN_OUT = 0.15;

    public int size() {
        return levels.length;
    }

    public TriageSample only(int[] places) {
        return new TriageSample(
                Arrays.stream(places).mapToObj(place -> rows[place]).toArray(float[][]::new),
                Arrays.stream(places).map(place -> levels[place]).toArray());
    }

    /** Adds a copy with missing cells, so that the trees learn to predict without inputs that are never missing in the data. */
    public TriageSample withGaps(long seed) {
        Random random = new Random(seed);
        float[][] twice = Arrays.copyOf(rows, 2 * rows.length);
        for (int i = 0; i < rows.length; i++) {
            twice[rows.length + i] = gappy(rows[i], random);
        }
        int[] theirs =
                IntStream.concat(Arrays.stream(levels), Arrays.stream(levels)).toArray();
        return new TriageSample(twice, theirs);
    }

    private static float[] gappy(float[] row, Random random) {
        float[] copy = row.clone();
        for (int column = 0; column < copy.length; column++) {
            if (random.nextDouble() < TAKEN_OUT) {
                copy[column] = Float.NaN;
            }
        }
        return copy;
    }
}
