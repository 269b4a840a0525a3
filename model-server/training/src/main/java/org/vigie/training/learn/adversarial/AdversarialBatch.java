package org.vigie.training.learn.adversarial;

import static org.vigie.signal.window.HourlyGrid.HOURS;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;

/**
 * Holds recorded stays with random numbers for as many generated ones of the same conditions, joined to one array for each input.
 *
 * @param between place of the mixture between a recorded and a generated stay, 0 to 1
 */
record AdversarialBatch(
        int size, float[] cells, float[] facts, float[] conditions, float[] noise, float[] hourNoise, float[] between) {
    /** Share of deaths in a batch. More than recorded, because they are few and differ more from each other. */
    private static final double DEATHS = .3;

    /** Draws stays and random numbers. */
    static AdversarialBatch draw(
            List<EncodedStay> deaths, List<EncodedStay> survivors, AdversarialConfig config, SplittableRandom random) {
        List<EncodedStay> drawn = new ArrayList<>();
        for (int i = 0; i < config.batch(); i++) {
            List<EncodedStay> from = random.nextDouble() < DEATHS ? deaths : survivors;
            drawn.add(from.get(random.nextInt(from.size())));
        }
        return of(drawn, config, random);
    }

    /** Joins these stays and draws random numbers. */
    static AdversarialBatch of(List<EncodedStay> stays, AdversarialConfig config, SplittableRandom random) {
        int size = stays.size();
        float[] between = new float[size];
        for (int i = 0; i < size; i++) {
            between[i] = (float) random.nextDouble();
        }
        return new AdversarialBatch(
                size,
                joined(stays, EncodedStay::cells),
                joined(stays, EncodedStay::facts),
                joined(stays, stay -> stay.condition().encode()),
                gaussian(size * config.noise(), random),
                gaussian(size * HOURS * config.hourNoise(), random),
                between);
    }

    static float[] gaussian(int count, SplittableRandom random) {
        float[] numbers = new float[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = (float) random.nextGaussian();
        }
        return numbers;
    }

    private static float[] joined(List<EncodedStay> stays, Function<EncodedStay, float[]> part) {
        int each = part.apply(stays.get(0)).length;
        float[] joined = new float[stays.size() * each];
        for (int i = 0; i < stays.size(); i++) {
            System.arraycopy(part.apply(stays.get(i)), 0, joined, i * each, each);
        }
        return joined;
    }
}
