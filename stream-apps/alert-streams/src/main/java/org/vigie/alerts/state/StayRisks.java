package org.vigie.alerts.state;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Holds the risk score that decides about a stay, and newer ones that are not in force yet.
 *
 * <p>A score is in force after the readings that the broker took before it, and before those that it took later. So the same records
 * give the same decisions, in whatever order scores and readings are read. See decision 51.
 *
 * @param inForce score that decides
 * @param awaited newer scores in their order; most often there is none
 */
public record StayRisks(StayRisk inForce, List<AwaitedRisk> awaited) {
    static final StayRisks NONE = new StayRisks(StayRisk.NONE, List.of());

    /** Scores that may wait. More wait only while readings of hours are processed at once; the oldest ones are then left out. */
    private static final int MOST_AWAITED = 100;

    /** @param published when the broker appended the score */
    public record AwaitedRisk(StayRisk risk, Instant published) {}

    public StayRisks {
        awaited = List.copyOf(awaited);
    }

    /** Returns true when the score is newer than all known ones. */
    public boolean isNew(StayRisk risk) {
        StayRisk newest =
                awaited.isEmpty() ? inForce : awaited.get(awaited.size() - 1).risk();
        return !risk.isOlderThan(newest) && !risk.equals(newest);
    }

    StayRisks and(StayRisk risk, Instant published) {
        List<AwaitedRisk> more = new ArrayList<>(awaited);
        more.add(new AwaitedRisk(risk, published));
        return new StayRisks(inForce, more.subList(Math.max(0, more.size() - MOST_AWAITED), more.size()));
    }

    /** Returns true when a score waits that the broker appended before a time. */
    public boolean isDue(Instant time) {
        return !awaited.isEmpty() && awaited.get(0).published().isBefore(time);
    }

    StayRisks withNextInForce() {
        return new StayRisks(awaited.get(0).risk(), awaited.subList(1, awaited.size()));
    }
}
