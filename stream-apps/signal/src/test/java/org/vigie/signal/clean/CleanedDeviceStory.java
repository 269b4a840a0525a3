package org.vigie.signal.clean;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.vigie.schemas.variable.VariableCatalogue;
import org.vigie.signal.identify.BedOccupancy;
import org.vigie.signal.identify.StayTimeline;

/** Sends the readings of one device at one bed to the cleaner. One second passes from message to message. */
final class CleanedDeviceStory {
    static final Instant START = Instant.parse("2026-03-01T08:00:00Z");

    private final CleaningRevision revision;
    private DeviceChannels channels = DeviceChannels.SILENT;
    private Instant now = START;

    CleanedDeviceStory() {
        this(CleaningRevision.SHIPPED);
    }

    private StayTimeline stay = StayTimeline.always("");

    CleanedDeviceStory(CleaningRevision revision) {
        this.revision = revision;
    }

    /** Says that another patient is in the bed from now on. */
    CleanedDeviceStory nextPatient() {
        stay = new StayTimeline(List.of(new BedOccupancy("next", now, BedOccupancy.OPEN)));
        return this;
    }

    Instant now() {
        return now;
    }

    CleanedDeviceStory after(Duration passed) {
        now = now.plus(passed);
        return this;
    }

    /** Cleans one message. Its readings are measured now unless they have another time. */
    List<CleaningReason> send(Reading... readings) {
        CleaningResult result = ReadingCleaner.judge(
                List.of(readings),
                new ArrivalTimes(now, now),
                channels,
                InstantHistory.NOTHING,
                new NewestValueRules(revision, stay));
        channels = result.channels();
        now = now.plusSeconds(1);
        return result.reasons();
    }

    /** Cleans one reading of one variable each second. */
    List<CleaningReason> send(String variable, String values) {
        List<CleaningReason> reasons = new ArrayList<>();
        Arrays.stream(values.split(" "))
                .mapToDouble(Double::parseDouble)
                .forEach(value -> reasons.addAll(send(reading(variable, value))));
        return reasons;
    }

    /** Cleans the same values each second, and returns the reasons of each variable. */
    Map<String, List<CleaningReason>> send(int seconds, Map<String, Double> values) {
        List<String> variables = values.keySet().stream().sorted().toList();
        Map<String, List<CleaningReason>> reasons = new TreeMap<>();
        for (int second = 0; second < seconds; second++) {
            List<CleaningReason> message = send(variables.stream()
                    .map(variable -> reading(variable, values.get(variable)))
                    .toArray(Reading[]::new));
            for (int place = 0; place < variables.size(); place++) {
                reasons.computeIfAbsent(variables.get(place), ignored -> new ArrayList<>())
                        .add(message.get(place));
            }
        }
        return reasons;
    }

    /** Returns what each reading of a message withdraws. */
    static List<List<Double>> withdrawn(CleaningResult result) {
        return result.verdicts().stream().map(Verdict::withdrawn).toList();
    }

    Reading reading(String variable, double value) {
        return reading(variable, value, now);
    }

    static Reading reading(String variable, double value, Instant measuredAt) {
        String unit = VariableCatalogue.standard().get(variable).unit();
        return new Reading(variable, value, "", unit, MeasurementStatus.VALID, measuredAt);
    }
}
