package org.vigie.training.cohort;

import java.util.OptionalInt;

/**
 * Holds one stay of PhysioNet-2019.
 *
 * @param hours recorded hours in the unit
 * @param labelledFrom hour of the stay from which sepsis is labelled: six hours before its onset; empty when it is not labelled
 */
public record SepsisStay(RecordedStay recording, int hours, OptionalInt labelledFrom) {}
