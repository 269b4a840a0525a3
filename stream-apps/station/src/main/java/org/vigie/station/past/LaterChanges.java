package org.vigie.station.past;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.vigie.schemas.CleanObservation;
import org.vigie.schemas.CleaningOutcomeRecord;
import org.vigie.schemas.JudgedReading;
import org.vigie.station.stay.ValueSnapshot;
import org.vigie.station.ward.BedSnapshot;

/**
 * Finds the values of an earlier situation that later records withdrew, corrected or would have replaced. Of several late values of a
 * variable it keeps the one that was measured last.
 */
final class LaterChanges {
    /** A value that was measured less than this before the situation was on its usual way. */
    private static final Duration ON_ITS_WAY = Duration.ofMinutes(1);

    private final Map<String, String> beds = new HashMap<>();
    private final Map<String, Map<String, ValueSnapshot>> shown = new HashMap<>();
    private final Set<String> identified = new HashSet<>();
    private final long measuredBefore;
    private final LateValues late = new LateValues();
    private final List<LaterChange> found = new ArrayList<>();

    /** @param wardTime of the situation */
    LaterChanges(List<BedSnapshot> situation, Instant wardTime) {
        measuredBefore = wardTime.minus(ON_ITS_WAY).toEpochMilli();
        situation.stream().filter(bed -> bed.occupant() != null).forEach(this::add);
    }

    private void add(BedSnapshot bed) {
        String stay = bed.occupant().stay();
        Map<String, ValueSnapshot> values = new HashMap<>();
        bed.values().forEach(value -> values.put(value.variable(), value));
        beds.put(stay, bed.bed());
        shown.put(stay, values);
    }

    /** @param knownAt when the broker took the record */
    void take(CleanObservation later, Instant knownAt) {
        String from = later.getAttributedFrom();
        if (from != null && beds.containsKey(from) && identified.add(from)) {
            found.add(new LaterChange(
                    beds.get(from), "IDENTIFIED", later.getStay(), null, null, null, null, knownAt.toEpochMilli()));
        }
        if (from == null && beds.containsKey(later.getStay())) {
            later.getReadings().forEach(reading -> take(later, reading, knownAt));
        }
    }

    private void take(CleanObservation later, JudgedReading reading, Instant knownAt) {
        ValueSnapshot value = shown.get(later.getStay()).get(reading.getVariable());
        if (isWithdrawn(reading) || isCorrection(reading)) {
            late.remove(new LaterReading(later, reading));
        }
        if (value != null && isOf(value, later, reading)) {
            takeChange(later, reading, value, knownAt);
        } else if (isLate(value, reading)) {
            late.take(
                    new LaterReading(later, reading),
                    change(later, "LATE", reading, value, reading.getValue(), knownAt));
        }
    }

    private void takeChange(CleanObservation later, JudgedReading reading, ValueSnapshot value, Instant knownAt) {
        if (isWithdrawn(reading)) {
            found.add(change(later, "WITHDRAWN", reading, value, null, knownAt));
        } else if (isCorrection(reading)) {
            found.add(change(later, "CORRECTED", reading, value, reading.getValue(), knownAt));
        }
    }

    private static boolean isWithdrawn(JudgedReading reading) {
        return reading.getVerdict() == CleaningOutcomeRecord.RETRACTED;
    }

    private static boolean isCorrection(JudgedReading reading) {
        return !reading.getWithdraws().isEmpty();
    }

    private boolean isLate(ValueSnapshot value, JudgedReading reading) {
        long measured = reading.getMeasuredAt().toEpochMilli();
        return reading.getVerdict() == CleaningOutcomeRecord.KEPT
                && reading.getFollowed()
                && measured < measuredBefore
                && (value == null || measured > value.measuredAt());
    }

    private static boolean isOf(ValueSnapshot value, CleanObservation later, JudgedReading reading) {
        Double number = value.value() == null ? value.last() : value.value();
        return value.measuredAt() == reading.getMeasuredAt().toEpochMilli()
                && new LaterReading(later, reading).isOf(value.source(), value.device(), value.channel(), number);
    }

    private LaterChange change(
            CleanObservation later,
            String kind,
            JudgedReading reading,
            ValueSnapshot value,
            Double replacement,
            Instant knownAt) {
        return new LaterChange(
                beds.get(later.getStay()),
                kind,
                later.getStay(),
                reading.getVariable(),
                value == null ? null : value.value(),
                replacement,
                reading.getMeasuredAt().toEpochMilli(),
                knownAt.toEpochMilli());
    }

    /** Returns the changes in the order in which they became known. */
    List<LaterChange> found() {
        return Stream.concat(found.stream(), late.newest())
                .sorted(Comparator.comparingLong(LaterChange::knownAt))
                .toList();
    }
}
