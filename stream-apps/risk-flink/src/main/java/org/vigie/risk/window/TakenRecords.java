package org.vigie.risk.window;

import org.vigie.schemas.CleanObservation;
import org.vigie.signal.identify.AttributedOffsets;

/**
 * Tells which raw records the hours of a stay contain. Live records come in the order of their offsets; records that were attributed late come
 * after newer ones, in rounds.
 */
final class TakenRecords {
    private final StayState state;

    TakenRecords(StayState state) {
        this.state = state;
    }

    /** Adds a record. Returns false when it was added before. */
    boolean add(CleanObservation observation) {
        return observation.getAttributedFrom() == null ? addLive(observation) : addAttributed(observation);
    }

    private boolean addLive(CleanObservation observation) {
        long offset = observation.getOrigin().getOffset();
        int partition = observation.getOrigin().getPartition();
        if (offset <= state.taken.getOrDefault(partition, AttributedOffsets.NOTHING)) {
            return false;
        }
        state.taken.put(partition, offset);
        state.attributed.replaceAll((key, offsets) -> offsets.settledAt(observation.getPublishedAt()));
        return true;
    }

    private boolean addAttributed(CleanObservation observation) {
        long offset = observation.getOrigin().getOffset();
        int partition = observation.getOrigin().getPartition();
        AttributedOffsets before = state.attributed.getOrDefault(partition, ofRelease010(partition));
        state.attributed.put(partition, before.and(offset, observation.getPublishedAt()));
        return !before.contains(offset);
    }

    private AttributedOffsets ofRelease010(int partition) {
        return AttributedOffsets.upTo(state.taken.getOrDefault(-1 - partition, AttributedOffsets.NOTHING));
    }
}
