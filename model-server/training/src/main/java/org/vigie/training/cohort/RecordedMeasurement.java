package org.vigie.training.cohort;

import java.time.Duration;
import org.vigie.schemas.variable.Variable;

/**
 * One value of a recording.
 *
 * @param since admission
 * @param value in the variable's unit
 */
public record RecordedMeasurement(Duration since, Variable variable, double value) {}
