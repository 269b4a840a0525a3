package org.vigie.signal.alarm.detect;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vigie.signal.alarm.AlarmRuleSet;
import org.vigie.signal.alarm.event.AlarmConditionEvent;
import org.vigie.signal.alarm.rules.AlarmRuleCatalogue;
import org.vigie.signal.newest.DeviceClock;
import org.vigie.signal.newest.NewestReadingRule;
import org.vigie.signal.vitals.MeasurementTime;
import org.vigie.signal.vitals.ReadingPosition;

/** Feeds readings to the alarm rules from one line of text: {@code story.every("PT1S").tell("hr", "70 70 150 150")}. */
final class AlarmDetectionStory {
    static final Instant START = Instant.parse("2026-01-01T12:00:00Z");

    private final AlarmDetector detector;
    private final AlarmDetectionState detection = new AlarmDetectionState("stay-1");
    private final List<AlarmConditionEvent> made = new ArrayList<>();
    private Duration every = Duration.ofSeconds(1);
    private Instant now = START;
    private Duration off = Duration.ZERO;
    private DeviceClock clock = DeviceClock.UNKNOWN;
    private Instant newest = Instant.MIN;
    private long offset;

    /** Creates a story with the rule set of 2026-11-28, whose numbers the tests of the mechanism know. */
    AlarmDetectionStory() {
        this(AlarmRuleCatalogue.shipped("adult-icu-3").orElseThrow().standard().rules());
    }

    AlarmDetectionStory(AlarmRuleSet rules) {
        detector = new AlarmDetector(rules);
    }

    AlarmDetectionStory every(String interval) {
        every = Duration.parse(interval);
        return this;
    }

    AlarmDetectionStory silentFor(String duration) {
        now = now.plus(Duration.parse(duration));
        return this;
    }

    /** Sets the offset of the monitor's clock from now on. The ward's clock is right. */
    AlarmDetectionStory clock(String difference) {
        off = Duration.parse(difference);
        return this;
    }

    /** Sends values: {@code 84x20} means twenty times, {@code ?84} a suspect value. */
    AlarmDetectionStory tell(String variable, String values) {
        return tell(Map.of(variable, values));
    }

    /** Sends several variables side by side. A shorter row repeats its last value. */
    AlarmDetectionStory tell(Map<String, String> rows) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        rows.forEach((variable, row) -> values.put(variable, unfolded(row)));
        int length = values.values().stream().mapToInt(List::size).max().orElseThrow();
        for (int i = 0; i < length; i++) {
            List<InstantReadings.KeptReading> kept = new ArrayList<>();
            List<String> unused = new ArrayList<>();
            for (var row : values.entrySet()) {
                String value = row.getValue().get(Math.min(i, row.getValue().size() - 1));
                if (value.startsWith("?")) {
                    unused.add(row.getKey());
                } else if (!value.equals("-")) {
                    kept.add(new InstantReadings.KeptReading(
                            row.getKey(), Double.parseDouble(value), new ReadingPosition(0, offset, kept.size())));
                }
            }
            see(kept, unused);
            offset++;
            now = now.plus(every);
        }
        return this;
    }

    /** Sends readings as the cleaner passes them on; late readings are left out. */
    private void see(List<InstantReadings.KeptReading> kept, List<String> unused) {
        Instant stamp = now.plus(off);
        clock = clock.afterMessage(stamp, now);
        Instant asOf = clock.asOf(stamp, now);
        if (NewestReadingRule.replaces(asOf, newest)) {
            newest = asOf;
            made.addAll(detector.evaluate(
                    detection,
                    new InstantReadings("REA/03", MeasurementTime.of(stamp, asOf, now), kept, unused, List.of())));
            List<String> variables =
                    kept.stream().map(InstantReadings.KeptReading::variable).toList();
            detector.clockOff(detection, variables, now)
                    .ifPresent(wrong -> made.addAll(detector.clock(detection, "REA/03", "monitor", wrong, now)));
        }
    }

    private static List<String> unfolded(String row) {
        return Arrays.stream(row.split(" ", -1))
                .flatMap(word -> {
                    String[] parts = word.split("x", -1);
                    int times = parts.length == 1 ? 1 : Integer.parseInt(parts[1]);
                    return Collections.nCopies(times, parts[0]).stream();
                })
                .toList();
    }

    AlarmDetectionState detection() {
        return detection;
    }

    List<AlarmConditionEvent> made() {
        return List.copyOf(made);
    }

    List<AlarmConditionEvent> madeOfThePatient() {
        return made.stream()
                .filter(transition -> transition.alarm().kind().isOfThePatient())
                .toList();
    }

    /** Returns the transitions as {@code rule STATE PRIORITY}. */
    List<String> told() {
        return told(made);
    }

    List<String> toldOfThePatient() {
        return told(madeOfThePatient());
    }

    private static List<String> told(List<AlarmConditionEvent> made) {
        return made.stream()
                .map(transition -> transition.alarm().rule() + " " + transition.kind() + " "
                        + transition.alarm().priority())
                .toList();
    }

    long seconds(Instant at) {
        return Duration.between(START, at).toSeconds();
    }
}
