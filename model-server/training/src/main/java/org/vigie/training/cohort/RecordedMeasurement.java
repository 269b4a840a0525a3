package org.vigie.training.cohort;

import java.time.Duration;
import org.vigie.schemas.variable.Variable;

/**
 * Holds a measured value of a recorded stay.
 *
 * @param since time since admission
 * @param value in the variable's unit
 */
public record RecordedMeasurement(Duration since, Variable variable, double value) {}
