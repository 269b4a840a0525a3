package org.vigie.signal.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.vigie.signal.newest.ClockLine;

/** Technical alarms: a silent sensor, a wrong clock, a code that nobody knows. */
final class Equipment {
    /** The same is no news within so long. */
    private static final Duration MINUTE = Duration.ofMinutes(1);
    /** An unknown code that comes no more is forgotten, and so is the clock of a device that says nothing. */
    private static final Duration HOUR = Duration.ofHours(1);
    /** However seldom its device speaks, a clock that is right is right. */
    private static final Duration ANY_GAP = Duration.ofDays(365);

    private Equipment() {}

    static void see(Turn turn, Rule rule) {
        Source source = rule.sources().get(0);
        switch (source.variable()) {
            case Source.CLOCK -> {}
            case Source.UNMAPPED -> seeUnmapped(turn, rule, source);
            default -> seeSilence(turn, rule, source);
        }
    }

    private static void seeSilence(Turn turn, Rule rule, Source source) {
        String variable = source.variable().substring(Source.SILENCE.length());
        turn.vitals()
                .silence(variable, ClockLine.LIVE, turn.at())
                .ifPresent(silence -> decide(
                        turn,
                        rule,
                        source,
                        (double) silence.toSeconds(),
                        ClockLine.LIVE,
                        () -> List.of(Score.cause(variable, turn.vitals()))));
    }

    /** A message came at {@code received}: how far are the clocks off that were heard lately? */
    static void seeClock(Turn turn, Rule rule, Instant received) {
        Source source = rule.sources().get(0);
        Duration off = turn.watch().clockOff(received.minus(HOUR));
        if (source.variable().equals(Source.CLOCK) && (!off.isZero() || turn.isOpen(rule))) {
            double seconds = off.toSeconds();
            var sight = new Sight(source, seconds, seconds, ANY_GAP);
            turn.decide(rule, List.of(sight), Telling.plain(received, List::of));
        }
    }

    private static void seeUnmapped(Turn turn, Rule rule, Source source) {
        if (turn.isOpen(rule)) {
            Optional<Instant> heard = Optional.ofNullable(turn.vitals().heard().get(Source.UNMAPPED));
            boolean over = heard.map(at -> turn.at().isAfter(at.plus(HOUR))).orElse(true);
            decide(turn, rule, source, over ? 0 : 1, HOUR, List::of);
        }
    }

    private static void decide(
            Turn turn,
            Rule rule,
            Source source,
            double value,
            Duration unbroken,
            Supplier<List<Transition.Cause>> causes) {
        var sight = new Sight(source, value, value, unbroken);
        turn.decide(rule, List.of(sight), Telling.plain(turn.at(), causes));
    }

    /** What came about the equipment beside the readings; said again within a minute it is no news. */
    static void told(Turn turn, List<Rule> equipment, String variable, double value, String what, Instant at) {
        Optional<Instant> heard = Optional.ofNullable(turn.vitals().heard().get(variable));
        if (heard.filter(before -> at.isBefore(before.plus(MINUTE))).isPresent()) {
            return;
        }
        turn.vitals().hear(variable, at);
        equipment.stream()
                .filter(rule -> rule.sources().get(0).variable().equals(variable))
                .forEach(rule -> {
                    var sight = new Sight(rule.sources().get(0), value, value, HOUR);
                    turn.decide(rule, List.of(sight), new Telling(at, () -> what, () -> what, List::of));
                });
    }
}
