package org.vigie.station.health;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.vigie.schemas.CleaningReasonRecord;
import org.vigie.schemas.JudgedReading;
import org.vigie.schemas.QuarantineReason;
import org.vigie.schemas.Quarantined;
import org.vigie.schemas.RejectedReading;

/** Counts readings by verdict: kept, suspect, rejected and unreadable. */
public final class ReadingQualityCounts {
    private final Map<CleaningReasonRecord, Long> suspect = new EnumMap<>(CleaningReasonRecord.class);
    private final Map<CleaningReasonRecord, Long> rejected = new EnumMap<>(CleaningReasonRecord.class);
    private final Map<QuarantineReason, Long> quarantined = new EnumMap<>(QuarantineReason.class);
    private final DoubtfulReadingCounts doubtful = new DoubtfulReadingCounts();
    private long kept;
    private long retracted;
    private long unreadable;
    private Instant since;

    public void take(JudgedReading reading, Instant publishedAt) {
        countedFrom(publishedAt);
        switch (reading.getVerdict()) {
            case KEPT -> kept++;
            case SUSPECT -> takeSuspect(reading);
            default -> retracted++;
        }
    }

    private void takeSuspect(JudgedReading reading) {
        suspect.merge(reading.getReason(), 1L, Long::sum);
        doubtful.take(reading.getVariable(), reading.getReason());
    }

    public void take(RejectedReading reading) {
        countedFrom(reading.getPublishedAt());
        rejected.merge(reading.getReason(), 1L, Long::sum);
        if (reading.getReason() != CleaningReasonRecord.DUPLICATE) {
            doubtful.take(reading.getReading().getVariable(), reading.getReason());
        }
    }

    public void take(Quarantined record) {
        countedFrom(record.getQuarantinedAt());
        quarantined.merge(record.getReason(), 1L, Long::sum);
    }

    public void unreadable() {
        unreadable++;
    }

    public Map<String, Long> suspectByReason() {
        return named(suspect);
    }

    /** Counts rejected readings by reason, without duplicates. */
    public Map<String, Long> rejectedByReason() {
        Map<String, Long> reasons = named(rejected);
        reasons.remove(CleaningReasonRecord.DUPLICATE.name());
        return reasons;
    }

    /** Returns which variables were suspect or rejected most often, and why. */
    public List<DoubtfulReadingsSnapshot> doubtful() {
        return doubtful.mostFrequent();
    }

    public ReadingQualitySnapshot snapshot(List<SenderSnapshot> senders) {
        return new ReadingQualitySnapshot(
                since == null ? null : since.toEpochMilli(),
                kept,
                retracted,
                suspectByReason(),
                rejectedByReason(),
                rejected.getOrDefault(CleaningReasonRecord.DUPLICATE, 0L),
                named(quarantined),
                unreadable,
                senders);
    }

    private void countedFrom(Instant at) {
        since = since == null || at.isBefore(since) ? at : since;
    }

    private static Map<String, Long> named(Map<? extends Enum<?>, Long> counts) {
        Map<String, Long> named = new TreeMap<>();
        counts.forEach((reason, count) -> named.put(reason.name(), count));
        return named;
    }
}
