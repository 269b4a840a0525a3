package org.vigie.signal.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.vigie.signal.earlywarning.EarlyWarning;
import org.vigie.signal.earlywarning.Moment;
import org.vigie.signal.earlywarning.News2;
import org.vigie.signal.earlywarning.News2.Scale;
import org.vigie.signal.earlywarning.Vitals;

/**
 * Runs the rules over a stay, instant by instant. Same readings, same alerts: nothing here knows what time it is.
 *
 * <p>Limits come first. The early-warning score calls no second nurse: while a limit alarm is pending or open it only makes the open
 * one more urgent, and once that is over its own hold begins anew.
 */
public final class Alarms {
    /** A sensor that used to speak this often is missed when it falls silent. */
    private static final Duration LIVE = Duration.ofSeconds(10);
    /** No input of a score grows stale in less. */
    private static final Duration NOTHING_STALE = Duration.ofMinutes(1);

    private final RuleSet rules;
    private final List<Rule> limits;
    private final List<Rule> scores;
    private final List<Rule> sensors;
    private final News2 news2 = new News2();

    public Alarms(RuleSet rules) {
        this.rules = rules;
        limits = of(RuleKind.LIMIT);
        scores = of(RuleKind.SCORE);
        sensors = of(RuleKind.TECHNICAL);
    }

    /** Takes one instant into {@code watch} and gives the transitions it makes, in the order of the rules. */
    public List<Transition> see(StayWatch watch, Frame frame) {
        Instant before = watch.clock();
        Moment moment = watch.moment(frame);
        watch.advance(moment);
        if (watch.clock().isAfter(before.plus(NOTHING_STALE))) {
            scores.forEach(rule -> forgetStale(watch, rule));
        }
        List<String> changed = watch.take(frame, moment);
        Optional<Transition> back = BedSilence.clear(watch, rules.version());
        Turn turn = new Turn(watch, rules.version(), frame.bed());
        limits.forEach(rule -> seeLimit(turn, rule, moment.at(), changed));
        scores.forEach(rule -> seeScore(turn, rule));
        sensors.forEach(rule -> seeSilence(turn, rule));
        return Stream.concat(back.stream(), turn.made().stream()).toList();
    }

    /** Raises {@code bed_silent} when a monitored stay has said nothing for {@code silence} of wall-clock time. */
    public Optional<Transition> silent(StayWatch watch, String bed, Duration silence) {
        return BedSilence.raise(watch, rules.version(), bed, silence);
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

    private void seeSilence(Turn turn, Rule rule) {
        Source source = rule.sources().get(0);
        String variable = source.variable().substring(Source.SILENCE.length());
        turn.vitals().silence(variable, LIVE, turn.at()).ifPresent(silence -> {
            Sight sight = new Sight(source, silence.toSeconds(), silence.toSeconds(), LIVE);
            Telling telling = Telling.plain(turn.at(), () -> List.of(Score.cause(variable, turn.vitals())));
            turn.decide(rule, List.of(sight), telling);
        });
    }
}
