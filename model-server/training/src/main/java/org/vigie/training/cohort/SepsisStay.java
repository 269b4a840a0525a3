package org.vigie.training.cohort;

import java.util.OptionalInt;

/**
 * One stay of PhysioNet-2019.
 *
 * @param hours in the unit, as far as it was recorded
 * @param labelledFrom hour of the stay from which sepsis is labelled: six hours before its onset; empty when it never is
 */
public record SepsisStay(RecordedStay recording, int hours, OptionalInt labelledFrom) {}
