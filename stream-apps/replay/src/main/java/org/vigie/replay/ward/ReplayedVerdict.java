package org.vigie.replay.ward;

import java.util.Optional;
import org.vigie.replay.engine.RecordedRecord;
import org.vigie.schemas.CleanObservation;

/**
 * Holds what the replayed vitals-streams decided about a message.
 *
 * @param record as the replay writes it
 * @param kept its readings that later steps use; empty for a rejected reading
 */
record ReplayedVerdict(RecordedRecord record, Optional<CleanObservation> kept) {}
