package org.vigie.vitals;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.vigie.signal.clean.CleaningRevision;
import org.vigie.signal.clean.InstantHistory;
import org.vigie.signal.clean.Reading;
import org.vigie.signal.identify.StayAssignment;

/**
 * Judges a raw record all of whose readings are kept without a mark and followed. Its device and its bed change in place. The result equals
 * that of the full rules.
 */
record SteadyMessage(RawObservation raw, List<Reading> readings, StayAssignment assignment) {
    /** Lists of equal verdicts by their number, because nearly every message has one of them. */
    private static final List<List<StoredVerdict>> VERDICTS = IntStream.range(0, 64)
            .mapToObj(count -> List.copyOf(Collections.nCopies(count, StoredVerdict.STEADY)))
            .toList();

    /** Judges the record and stores what follows from it. Returns empty and changes nothing when the record is not steady. */
    Optional<JudgedObservation> take(StoredDevice device, CleaningStateStore store, CleaningRevision revision) {
        if (!isSteady(device, revision)) {
            return Optional.empty();
        }
        StoredBed bed = store.bed(raw);
        if (!bed.areOnlySources(raw.sourceDevice(), readings)) {
            return Optional.empty();
        }
        remember(device, bed, store);
        return Optional.of(
                new JudgedObservation(raw, assignment, verdicts(), EarlierPressures.NONE, EarlierUrine.NONE));
    }

    private boolean isSteady(StoredDevice device, CleaningRevision revision) {
        return !raw.backfilled()
                && readings.size() < VERDICTS.size()
                && !assignment.equals(IdentifiedObservation.UNKNOWN_BED)
                && device.isSteady(readings, raw.arrival(), revision);
    }

    private void remember(StoredDevice device, StoredBed bed, CleaningStateStore store) {
        store.remember(raw, new StoredMessage(raw.offset(), raw.publishedAt(), assignment, verdicts()));
        device.take(raw, readings);
        bed.take(raw, readings);
        store.remember(raw, device);
        store.remember(raw, InstantHistory.ofSteady(readings));
        store.remember(raw, bed);
    }

    private List<StoredVerdict> verdicts() {
        return VERDICTS.get(readings.size());
    }
}
