package org.vigie.simulator.ward;

import java.time.Instant;
import org.apache.avro.specific.SpecificRecord;

/**
 * Holds a record that is due at an instant of the ward's clock.
 *
 * @param bed bed of the record, which is its key
 * @param value an Observation, a BedStays or a Truth; an Observation is due at its received time
 */
public record ScheduledRecord(Instant due, String bed, SpecificRecord value) {}
