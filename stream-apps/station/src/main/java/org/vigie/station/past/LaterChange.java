package org.vigie.station.past;

/**
 * Describes a value of an earlier situation that a later record changed.
 *
 * @param kind {@code WITHDRAWN}, {@code CORRECTED}, {@code LATE} (a newer value was measured before the situation and came after it) or
 *     {@code IDENTIFIED} (the provisional stay was given to a patient)
 * @param stay pseudonym of the stay of the later record
 * @param variable name in the variable catalogue; absent for {@code IDENTIFIED}, like the values and {@code measuredAt}
 * @param shown value of the situation, in the catalogue's unit; absent when none was shown
 * @param later value of the later record, in the catalogue's unit; absent when withdrawn
 * @param measuredAt epoch ms of the later value
 * @param knownAt epoch ms at which the broker took the later record
 */
public record LaterChange(
        String bed,
        String kind,
        String stay,
        String variable,
        Double shown,
        Double later,
        Long measuredAt,
        long knownAt) {}
