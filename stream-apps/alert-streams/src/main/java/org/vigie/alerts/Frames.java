package org.vigie.alerts;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.vigie.schemas.CleanObservation;
import org.vigie.schemas.JudgedReading;
import org.vigie.schemas.Reason;
import org.vigie.schemas.Verdict;
import org.vigie.signal.alert.Frame;
import org.vigie.signal.earlywarning.Place;

/**
 * A clean observation, instant by instant. A late reading is good for windows, not for alarms, and is left out; what it withdraws is
 * not.
 */
final class Frames {
    private Frames() {}

    static List<Frame> of(CleanObservation observation) {
        Map<Instant, List<JudgedReading>> byInstant = new TreeMap<>();
        for (JudgedReading reading : observation.getReadings()) {
            if (isNews(reading) || !reading.getWithdraws().isEmpty()) {
                byInstant
                        .computeIfAbsent(reading.getMeasuredAt(), at -> new ArrayList<>())
                        .add(reading);
            }
        }
        return byInstant.entrySet().stream()
                .map(entry -> frame(observation, entry.getKey(), entry.getValue()))
                .toList();
    }

    private static Frame frame(CleanObservation observation, Instant at, List<JudgedReading> readings) {
        return new Frame(
                observation.getBed(),
                at,
                observation.getReceivedTime(),
                readings.stream()
                        .filter(reading -> reading.getVerdict() == Verdict.KEPT && isNews(reading))
                        .map(reading -> kept(observation, reading))
                        .toList(),
                readings.stream()
                        .filter(reading -> reading.getVerdict() == Verdict.SUSPECT)
                        .map(JudgedReading::getVariable)
                        .toList(),
                readings.stream()
                        .flatMap(reading -> reading.getWithdraws().stream()
                                .map(value -> new Frame.Withdrawn(reading.getVariable(), value)))
                        .toList());
    }

    private static boolean isNews(JudgedReading reading) {
        return reading.getReason() != Reason.OUT_OF_ORDER && reading.getVerdict() != Verdict.RETRACTED;
    }

    private static Frame.Kept kept(CleanObservation observation, JudgedReading reading) {
        var origin = observation.getOrigin();
        return new Frame.Kept(
                reading.getVariable(),
                reading.getValue(),
                new Place(origin.getPartition(), origin.getOffset(), reading.getIndex()));
    }
}
