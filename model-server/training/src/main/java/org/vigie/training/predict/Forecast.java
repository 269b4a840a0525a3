package org.vigie.training.predict;

import java.util.Optional;

/**
 * What a model says of a stay at one hour.
 *
 * @param probability of dying in hospital, 0 to 1; also given where the model would abstain on the ward
 * @param losDays expected length of stay from admission; NaN when the model does not say
 * @param survival probability to be alive so many days after admission, the first after one day; empty when the model does not say
 * @param abstained why the model would not have spoken on the ward
 */
public record Forecast(float probability, float losDays, float[] survival, Optional<String> abstained) {
    /** Probability to be alive after {@code days}; NaN when the model does not say. */
    public float survival(int days) {
        return survival.length < days ? Float.NaN : survival[days - 1];
    }
}
