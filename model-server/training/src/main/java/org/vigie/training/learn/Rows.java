package org.vigie.training.learn;

/**
 * Many windows as {@link Inputs} gives them.
 *
 * @param steps one row each of {@code STEPS x PER_STEP}
 * @param summaries one row each of {@code SUMMARY}
 */
public record Rows(float[][] steps, float[][] summaries) {
    int size() {
        return steps.length;
    }

    Rows only(int... places) {
        Rows some = new Rows(new float[places.length][], new float[places.length][]);
        for (int i = 0; i < places.length; i++) {
            some.steps[i] = steps[places[i]];
            some.summaries[i] = summaries[places[i]];
        }
        return some;
    }
}
