package org.vigie.signal.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vigie.signal.alert.rules.RuleBook;
import org.vigie.signal.earlywarning.Moment;
import org.vigie.signal.earlywarning.Place;
import org.vigie.signal.newest.DeviceClock;
import org.vigie.signal.newest.Newness;

/** Readings told in a line: {@code story.every("PT1S").tell("hr", "70 70 150 150")}. */
final class BedsideStory {
    static final Instant START = Instant.parse("2026-01-01T12:00:00Z");

    private final Alarms alarms;
    private final StayWatch watch = new StayWatch("stay-1");
    private final List<Transition> made = new ArrayList<>();
    private Duration every = Duration.ofSeconds(1);
    private Instant now = START;
    private Duration off = Duration.ZERO;
    private DeviceClock clock = DeviceClock.UNHEARD;
    private Instant newest = Instant.MIN;
    private long offset;

    BedsideStory() {
        this(RuleBook.adultIcu().standard().rules());
    }

    BedsideStory(RuleSet rules) {
        alarms = new Alarms(rules);
    }

    BedsideStory every(String interval) {
        every = Duration.parse(interval);
        return this;
    }

    BedsideStory silentFor(String duration) {
        now = now.plus(Duration.parse(duration));
        return this;
    }

    /** From now on the monitor's clock is off by so much; that of the ward is right. */
    BedsideStory clock(String difference) {
        off = Duration.parse(difference);
        return this;
    }

    /** {@code 84x20}: twenty times; {@code ?84}: suspect. */
    BedsideStory tell(String variable, String values) {
        return tell(Map.of(variable, values));
    }

    /** Several variables side by side; a row that is shorter holds its last value. */
    BedsideStory tell(Map<String, String> rows) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        rows.forEach((variable, row) -> values.put(variable, unfolded(row)));
        int length = values.values().stream().mapToInt(List::size).max().orElseThrow();
        for (int i = 0; i < length; i++) {
            List<Frame.Kept> kept = new ArrayList<>();
            List<String> heard = new ArrayList<>();
            for (var row : values.entrySet()) {
                String value = row.getValue().get(Math.min(i, row.getValue().size() - 1));
                if (value.startsWith("?")) {
                    heard.add(row.getKey());
                } else if (!value.equals("-")) {
                    kept.add(
                            new Frame.Kept(row.getKey(), Double.parseDouble(value), new Place(0, offset, kept.size())));
                }
            }
            see(kept, heard);
            offset++;
            now = now.plus(every);
        }
        return this;
    }

    /** As the cleaner lets it through: what is late is left out. */
    private void see(List<Frame.Kept> kept, List<String> heard) {
        Instant stamp = now.plus(off);
        clock = clock.heard(stamp, now);
        Instant asOf = clock.asOf(stamp, now);
        if (Newness.replaces(asOf, newest)) {
            newest = asOf;
            made.addAll(alarms.see(watch, new Frame("REA/03", Moment.of(stamp, asOf, now), kept, heard, List.of())));
            List<String> variables = kept.stream().map(Frame.Kept::variable).toList();
            alarms.clockOff(watch, variables, now)
                    .ifPresent(wrong -> made.addAll(alarms.clock(watch, "REA/03", "monitor", wrong, now)));
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

    StayWatch watch() {
        return watch;
    }

    List<Transition> made() {
        return List.copyOf(made);
    }

    List<Transition> madeOfThePatient() {
        return made.stream()
                .filter(transition -> transition.kind().isOfThePatient())
                .toList();
    }

    /** {@code rule STATE PRIORITY}. */
    List<String> told() {
        return told(made);
    }

    List<String> toldOfThePatient() {
        return told(madeOfThePatient());
    }

    private static List<String> told(List<Transition> made) {
        return made.stream()
                .map(transition -> transition.rule() + " " + transition.state() + " " + transition.priority())
                .toList();
    }

    long seconds(Instant at) {
        return Duration.between(START, at).toSeconds();
    }
}
