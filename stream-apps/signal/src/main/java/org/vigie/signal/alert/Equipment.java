package org.vigie.signal.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.vigie.signal.earlywarning.Moment;

/** Technical alarms: a silent sensor, a wrong clock, a code that nobody knows. */
final class Equipment {
    /** A sensor that used to speak this often is missed when it falls silent. */
    private static final Duration LIVE = Duration.ofSeconds(10);
    /** A clock is right again when nothing placed anew has come for so long. */
    private static final Duration MINUTE = Duration.ofMinutes(1);
    /** An unknown code that comes no more is forgotten. */
    private static final Duration HOUR = Duration.ofHours(1);

    private Equipment() {}

    static void see(Turn turn, Rule rule, Moment moment) {
        Source source = rule.sources().get(0);
        switch (source.variable()) {
            case Source.CLOCK -> seeClock(turn, rule, source, moment);
            case Source.UNMAPPED -> seeUnmapped(turn, rule, source);
            default -> seeSilence(turn, rule, source);
        }
    }

    private static void seeSilence(Turn turn, Rule rule, Source source) {
        String variable = source.variable().substring(Source.SILENCE.length());
        turn.vitals()
                .silence(variable, LIVE, turn.at())
                .ifPresent(silence -> decide(
                        turn,
                        rule,
                        source,
                        (double) silence.toSeconds(),
                        LIVE,
                        () -> List.of(Score.cause(variable, turn.vitals()))));
    }

    private static void seeClock(Turn turn, Rule rule, Source source, Moment moment) {
        double behind = moment.slow().toSeconds();
        if (behind > 0 || turn.isOpen(rule)) {
            decide(turn, rule, source, behind, MINUTE, List::of);
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
