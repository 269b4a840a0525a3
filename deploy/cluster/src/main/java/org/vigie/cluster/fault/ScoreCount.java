package org.vigie.cluster.fault;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Collections;
import java.util.List;
import org.vigie.replay.passport.PassportOutcome;

/**
 * Counts the scores of a run and what came out when they were computed again.
 *
 * @param same computed again with the same outcome
 * @param different computed again with another outcome
 * @param unknown not computed again: the window is missing or the model gives no score
 * @param unavailable scores without an answer of a model, because no model server answered
 */
record ScoreCount(
        @JsonProperty("same") int same,
        @JsonProperty("different") int different,
        @JsonProperty("unknown") int unknown,
        @JsonProperty("unavailable") int unavailable) {
    static ScoreCount none() {
        return new ScoreCount(0, 0, 0, 0);
    }

    /**
     * @param answered scores that a model answered
     * @param unavailable scores without an answer
     * @param outcomes of the answered scores whose window was found
     */
    static ScoreCount of(int answered, int unavailable, List<PassportOutcome> outcomes) {
        int same = Collections.frequency(outcomes, PassportOutcome.SAME);
        int different = Collections.frequency(outcomes, PassportOutcome.DIFF);
        return new ScoreCount(same, different, answered - same - different, unavailable);
    }

    /** Returns whether each score that a model answered was computed again with the same outcome. */
    boolean isReproducible() {
        return different == 0 && unknown == 0;
    }
}
