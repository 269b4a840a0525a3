package org.vigie.alerts.evaluate;

import org.vigie.alerts.state.StayAlertState;
import org.vigie.alerts.state.StayOutput;

/** Holds the new state of a stay with the resulting output. */
public record StayEvaluation(StayAlertState state, StayOutput output) {}
