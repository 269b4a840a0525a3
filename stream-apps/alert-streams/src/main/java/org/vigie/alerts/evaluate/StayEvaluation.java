package org.vigie.alerts.evaluate;

import org.vigie.alerts.state.StayAlertState;
import org.vigie.alerts.state.StayOutput;

/** Holds the new state of a stay with the resulting output. */
public record StayEvaluation(StayAlertState state, StayOutput output) {
    /** Returns the new state and the joined output of this evaluation and the next one. */
    public StayEvaluation then(StayEvaluation next) {
        return new StayEvaluation(next.state, output.and(next.output));
    }
}
