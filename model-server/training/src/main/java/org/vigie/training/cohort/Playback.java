package org.vigie.training.cohort;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.vigie.schemas.variable.VariableCatalogue;
import org.vigie.signal.clean.Arrival;
import org.vigie.signal.clean.Channels;
import org.vigie.signal.clean.Cleaner;
import org.vigie.signal.clean.Judgement;
import org.vigie.signal.clean.Outcome;
import org.vigie.signal.clean.Reading;
import org.vigie.signal.clean.Reason;
import org.vigie.signal.clean.Status;
import org.vigie.signal.clean.Units;

/**
 * One stay's values as one device would have sent them, a message for each instant, judged by the {@link Cleaner} that judges the live
 * stream. Each message comes the moment it was measured.
 */
final class Playback {
    private static final Instant ADMITTED = Instant.EPOCH;

    private final NavigableMap<Duration, List<Reading>> messages = new TreeMap<>();
    private final Map<Fault, Integer> faults;

    /** @param faults counts what is dropped */
    Playback(Map<Fault, Integer> faults) {
        this.faults = faults;
    }

    /**
     * Takes in one value, in any order of time; those of one instant keep theirs.
     *
     * @param variable name in the catalogue
     * @param value in {@code unit}
     */
    void add(Duration since, String variable, double value, String unit) {
        messages.computeIfAbsent(since, ignored -> new ArrayList<>())
                .add(new Reading(variable, value, "", unit, Status.VALID, ADMITTED.plus(since)));
    }

    /** What a live window would have taken in, in the order of time. */
    List<Measurement> kept() {
        List<Measurement> kept = new ArrayList<>();
        Channels channels = Channels.SILENT;
        for (var message : messages.entrySet()) {
            Instant at = ADMITTED.plus(message.getKey());
            Judgement judgement = Cleaner.judge(message.getValue(), new Arrival(at, at), channels);
            channels = judgement.channels();
            for (int i = 0; i < judgement.reasons().size(); i++) {
                take(
                        message.getKey(),
                        message.getValue().get(i),
                        judgement.reasons().get(i),
                        kept);
            }
        }
        return kept;
    }

    private void take(Duration since, Reading reading, Reason reason, List<Measurement> kept) {
        if (reason.outcome() == Outcome.KEPT) {
            kept.add(new Measurement(
                    since, VariableCatalogue.standard().get(reading.variable()), Units.catalogueValue(reading)));
        } else {
            faults.merge(Fault.of(reason), 1, Integer::sum);
        }
    }
}
