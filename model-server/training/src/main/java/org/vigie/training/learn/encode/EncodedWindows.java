package org.vigie.training.learn.encode;

/**
 * Holds windows as {@link NetworkInputs} encodes them.
 *
 * @param steps one row each of {@code STEPS x PER_STEP}
 * @param summaries one row each of {@code SUMMARY}
 */
public record EncodedWindows(float[][] steps, float[][] summaries) {
    public int size() {
        return steps.length;
    }

    public EncodedWindows only(int... places) {
        EncodedWindows some = new EncodedWindows(new float[places.length][], new float[places.length][]);
        for (int i = 0; i < places.length; i++) {
            some.steps[i] = steps[places[i]];
            some.summaries[i] = summaries[places[i]];
        }
        return some;
    }
}
