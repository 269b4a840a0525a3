package org.vigie.signal.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.vigie.signal.earlywarning.EarlyWarning;
import org.vigie.signal.earlywarning.Freshness;
import org.vigie.signal.earlywarning.Moment;
import org.vigie.signal.earlywarning.News2;
import org.vigie.signal.earlywarning.News2.Scale;
import org.vigie.signal.earlywarning.Vital;
import org.vigie.signal.earlywarning.Vitals;
import org.vigie.signal.newest.ClockLine;

/**
 * Runs the rules over a stay, instant by instant. Same readings, same alerts: nothing here knows what time it is.
 *
 * <p>Limits come first. The early-warning score calls no second nurse: while a limit alarm is pending or open it only makes the open
 * one more urgent, and once that is over its own hold begins anew.
 */
public final class Alarms {
    /** No input of a score grows stale in less. */
    private static final Duration NOTHING_STALE = Duration.ofMinutes(1);

    private final RuleSet rules;
    private final List<Rule> limits;
    private final List<Rule> trends;
    private final List<Rule> scores;
    private final List<Rule> equipment;
    private final News2 news2 = new News2();

    public Alarms(RuleSet rules) {
        this.rules = rules;
        limits = of(RuleKind.LIMIT);
        scores = of(RuleKind.SCORE);
        trends = of(RuleKind.TREND);
        equipment = of(RuleKind.TECHNICAL);
    }

    /** Takes one instant into {@code watch} and gives the transitions it makes, in the order of the rules. */
    public List<Transition> see(StayWatch watch, Frame frame) {
        Instant before = watch.clock();
        Moment moment = frame.moment();
        watch.advance(moment);
        if (watch.clock().isAfter(before.plus(NOTHING_STALE))) {
            scores.forEach(rule -> forgetStale(watch, rule));
        }
        Set<String> withdrawn = watch.forget(frame);
        List<String> changed = watch.take(frame, moment);
        List<Transition> back = BedSilence.clear(watch, rules.version());
        Turn turn = new Turn(watch, rules.version(), frame.bed());
        if (!withdrawn.isEmpty()) {
            limits.forEach(rule -> withdraw(turn, rule, withdrawn, sight -> !sight.clears()));
            trends.forEach(rule -> withdraw(turn, rule, withdrawn, sight -> true));
        }
        limits.forEach(rule -> seeLimit(turn, rule, StayWatch.when(moment), changed));
        trends.forEach(rule -> seeTrend(turn, rule, changed));
        scores.forEach(rule -> seeScore(turn, rule));
        equipment.forEach(rule -> Equipment.see(turn, rule));
        return Stream.concat(back.stream(), turn.made().stream()).toList();
    }

    /** Takes one instant of the past into {@code watch}: it fills what is known and calls nobody. */
    public void fill(StayWatch watch, Frame frame) {
        Moment moment = frame.moment();
        watch.advance(moment);
        watch.forget(frame);
        watch.take(frame, moment);
    }

    /** Raises {@code bed_silent} when a monitored stay has said nothing for {@code silence} of wall-clock time. */
    public Optional<Transition> silent(StayWatch watch, String bed, Duration silence) {
        return BedSilence.SILENT.raise(watch, rules.version(), bed, silence);
    }

    /** Whether {@link #silent} would call somebody. */
    public boolean missesSilent(StayWatch watch) {
        return BedSilence.SILENT.calls(watch);
    }

    /** Raises {@code bed_unread} when of a monitored stay nothing was read for {@code silence} of wall-clock time. */
    public Optional<Transition> unread(StayWatch watch, String bed, Duration silence) {
        return BedSilence.UNREAD.raise(watch, rules.version(), bed, silence);
    }

    /** Whether {@link #unread} would call somebody. */
    public boolean missesUnread(StayWatch watch) {
        return BedSilence.UNREAD.calls(watch);
    }

    /** Clears {@code bed_unread}: nothing lies unread. */
    public Optional<Transition> allRead(StayWatch watch) {
        return BedSilence.clearUnread(watch, rules.version());
    }

    /** Clears all that is open: the stay ended at {@code end}. */
    public List<Transition> ended(StayWatch watch, Instant end) {
        return StayEnd.clearAll(watch, rules, end);
    }

    /** NEWS2 of a stay at its newest instant. */
    public EarlyWarning warning(StayWatch watch) {
        return news2.score(watch.vitals(), Scale.SCALE_1, watch.clock());
    }

    private List<Rule> of(RuleKind kind) {
        return rules.rules().stream().filter(rule -> rule.kind() == kind).toList();
    }

    /** What was withdrawn neither raises nor holds: an alarm goes on only where another value, or the corrected one, still shows it. */
    private static void withdraw(Turn turn, Rule rule, Set<String> withdrawn, Predicate<Sight> shows) {
        boolean concerned = rule.variables().stream().anyMatch(withdrawn::contains);
        boolean shown = rule.sources().stream()
                .filter(source ->
                        turn.vitals().fresh(source.variable(), turn.at()).isPresent())
                .flatMap(source -> Sight.of(source, turn.vitals(), turn.at()).stream())
                .anyMatch(shows);
        if (concerned && !shown) {
            turn.withdraw(rule);
        }
    }

    /** The first device with a fresh value speaks, and only when it has something new to say. */
    private void seeLimit(Turn turn, Rule rule, Instant at, List<String> changed) {
        Optional<Source> first = rule.sources().stream()
                .filter(source -> turn.vitals().fresh(source.variable(), at).isPresent())
                .findFirst();
        List<Source> speaking = first.map(source -> rule.of(source.device())).orElse(List.of());
        List<Source> telling = speaking.stream()
                .filter(source -> changed.contains(source.variable()))
                .toList();
        if (!telling.isEmpty()) {
            List<Sight> sights = speaking.stream()
                    .flatMap(source -> Sight.of(source, turn.vitals(), at).stream())
                    .toList();
            if (turn.decide(rule, sights, Telling.plain(at, () -> causes(telling, turn.vitals())))) {
                scores.forEach(turn::beginAnew);
            }
        }
    }

    private static List<Transition.Cause> causes(List<Source> sources, Vitals vitals) {
        return sources.stream()
                .map(source -> Score.cause(source.variable(), vitals))
                .toList();
    }

    private void seeScore(Turn turn, Rule rule) {
        EarlyWarning warning = warning(turn.watch());
        List<Sight> sights = Score.sights(rule, warning);
        Telling telling = Telling.of(warning, turn.at(), () -> Score.causes(warning, turn.vitals(), turn.at()));
        List<Rule> calling = limits.stream().filter(turn::calls).toList();
        if (calling.isEmpty() || turn.isOpen(rule)) {
            turn.decide(rule, sights, telling);
        } else {
            turn.urge(rule, sights, calling, telling);
        }
    }

    /** While nothing was measured, inputs grew stale: did what is still known violate? If not, a hold begins anew. */
    private void forgetStale(StayWatch watch, Rule rule) {
        List<Sight> sights = Score.sights(rule, warning(watch));
        watch.keep(rule, watch.episode(rule).onlyWhatStillShows(sights));
    }

    /** A drift calls no second nurse: while a limit alarm is pending or open, its persistence begins anew. */
    private void seeTrend(Turn turn, Rule rule, List<String> changed) {
        for (Source source : rule.sources()) {
            if (changed.contains(source.variable())) {
                Vital vital = turn.vitals().find(source.variable()).orElseThrow();
                double slope = watchLearns(turn, source, vital);
                if (limits.stream().anyMatch(turn::calls)) {
                    turn.beginAnew(rule);
                }
                var sight = new Sight(source, slope, slope, Freshness.unbroken(source.variable(), vital));
                Instant at = StayWatch.when(vital.moment());
                turn.decide(rule, List.of(sight), Telling.plain(at, () -> causes(List.of(source), turn.vitals())));
            }
        }
    }

    private static double watchLearns(Turn turn, Source source, Vital vital) {
        return turn.watch().learn(source.variable(), vital.value(), vital.at()).slope();
    }

    /**
     * A risk was predicted: it raises by the lower end of its interval and clears by it.
     *
     * @param low lower end, 0 to 1
     * @param at event time of the window that was scored; a window that goes on longer than the stay tells of the stay's newest instant
     */
    public List<Transition> predict(StayWatch watch, String bed, double low, Instant at) {
        Turn turn = new Turn(watch, rules.version(), bed);
        Instant told = at.isAfter(watch.clock()) && watch.hasSpoken() ? watch.clock() : at;
        for (Rule rule : of(RuleKind.RISK)) {
            var sight = new Sight(rule.sources().get(0), low, low, ClockLine.LIVE);
            turn.decide(rule, List.of(sight), Telling.plain(told, List::of));
        }
        return turn.made();
    }

    /** A code came that no catalogue knows; {@code what} says which. */
    public List<Transition> unmapped(StayWatch watch, String bed, String what, Instant at) {
        return told(watch, bed, Source.UNMAPPED, 1, what, at);
    }

    /**
     * A message came, and shows how far the clock of its device is off.
     *
     * @param off never negative
     * @param received on the ward's clock
     */
    public List<Transition> clock(StayWatch watch, String bed, String device, Duration off, Instant received) {
        Turn turn = new Turn(watch, rules.version(), bed);
        if (watch.hearClock(device, received, off)) {
            equipment.forEach(rule -> Equipment.seeClock(turn, rule, received));
        }
        return turn.made();
    }

    /** How far the clock is off by which {@code variables} were measured, which came at {@code received}; empty where that cannot be told. */
    public Optional<Duration> clockOff(StayWatch watch, Collection<String> variables, Instant received) {
        return variables.stream()
                .flatMap(variable -> watch.vitals().find(variable).stream())
                .map(Vital::moment)
                .filter(moment -> moment.received().equals(received))
                .map(moment -> moment.shift().abs())
                .max(Comparator.naturalOrder());
    }

    private List<Transition> told(StayWatch watch, String bed, String variable, double value, String what, Instant at) {
        Turn turn = new Turn(watch, rules.version(), bed);
        Equipment.told(turn, equipment, variable, value, what, at);
        return turn.made();
    }
}
