package org.vigie.signal.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vigie.signal.alert.Episode.Held;
import org.vigie.signal.alert.Transition.State;
import org.vigie.signal.earlywarning.Vitals;

/** One instant of one stay: moves its episodes on and collects the transitions. */
final class Turn {
    private final StayWatch watch;
    private final String version;
    private final String bed;
    private final List<Transition> made = new ArrayList<>();

    Turn(StayWatch watch, String version, String bed) {
        this.watch = watch;
        this.version = version;
        this.bed = bed;
    }

    StayWatch watch() {
        return watch;
    }

    Vitals vitals() {
        return watch.vitals();
    }

    Instant at() {
        return watch.clock();
    }

    List<Transition> made() {
        return List.copyOf(made);
    }

    boolean isOpen(Rule rule) {
        return watch.episode(rule).raised().isPresent();
    }

    /** True while the rule has called a nurse, or is about to, for more than a low-priority matter. */
    boolean calls(Rule rule) {
        Episode episode = watch.episode(rule);
        return episode.raised()
                .map(raised -> raised.priority() != Priority.LOW)
                .orElseGet(() -> episode.violated().keySet().stream().anyMatch(priority -> priority != Priority.LOW));
    }

    /** A pending score starts its hold again: the nurse has just been at the bed. */
    void beginAnew(Rule rule) {
        if (!isOpen(rule)) {
            watch.keep(rule, Episode.NORMAL);
        }
    }

    /** Raises, makes more or less urgent or clears what {@code sights} have settled. True when it cleared. */
    boolean decide(Rule rule, List<Sight> sights, Telling telling) {
        Episode episode = watch.episode(rule).see(sights, telling.at());
        Optional<Raised> open = episode.raised();
        if (open.isPresent() && episode.goodFor(sights.get(0).source().clear())) {
            watch.keep(rule, Episode.NORMAL);
            made.add(cleared(rule, open.get(), sights.get(0), telling));
            return true;
        }
        watch.keep(rule, episode);
        Optional<Held> held =
                episode.held(sights).filter(limit -> open.map(limit::isAbove).orElse(true));
        if (held.isPresent()) {
            Raised raised = open.map(before -> before.movedTo(held.get().step()))
                    .orElseGet(() -> raise(episode, held.get().step(), telling.at()));
            watch.keep(rule, episode.with(raised));
            State state = open.isPresent() ? State.UPGRADED : State.RAISED;
            made.add(told(rule, raised, state, rule.kind(), held.get(), raised.onset(), telling));
        } else {
            episode.calmed(sights).ifPresent(milder -> downgrade(rule, episode, milder, telling));
        }
        return false;
    }

    /** Its value was taken back: what was pending or open is over. */
    void withdraw(Rule rule) {
        watch.episode(rule).raised().ifPresent(raised -> {
            Duration open = Duration.between(raised.onset(), at());
            made.add(transition(
                    rule,
                    raised,
                    State.CLEARED,
                    Double.NaN,
                    raised.limit(),
                    Messages.withdrawnFr(open),
                    Messages.withdrawnEn(open),
                    Telling.plain(at(), List::of)));
        });
        watch.keep(rule, Episode.NORMAL);
    }

    private void downgrade(Rule rule, Episode episode, Held milder, Telling telling) {
        Raised raised = episode.raised().orElseThrow().movedTo(milder.step());
        watch.keep(rule, episode.downgraded(raised));
        made.add(told(rule, raised, State.DOWNGRADED, rule.kind(), milder, raised.onset(), telling));
    }

    /** The score stays silent beside the alarms of {@code calling}; where none is as urgent as itself, it makes the first so, and only that. */
    void urge(Rule score, List<Sight> sights, List<Rule> calling, Telling telling) {
        Episode episode = watch.episode(score).see(sights, telling.at());
        watch.keep(score, episode);
        List<Rule> open = calling.stream()
                .filter(rule -> watch.episode(rule).raised().isPresent())
                .toList();
        episode.held(sights)
                .filter(held -> open.stream()
                        .allMatch(rule ->
                                held.isAbove(watch.episode(rule).raised().orElseThrow())))
                .ifPresent(held ->
                        open.stream().findFirst().ifPresent(rule -> escalate(rule, held, episode.onset(), telling)));
    }

    private void escalate(Rule rule, Held held, Instant since, Telling telling) {
        Episode episode = watch.episode(rule);
        Raised raised = episode.raised().orElseThrow().withPriority(held.step().priority());
        watch.keep(rule, episode.with(raised));
        made.add(told(rule, raised, State.UPGRADED, RuleKind.SCORE, held, since, telling));
    }

    private Raised raise(Episode episode, Source.Step step, Instant at) {
        return new Raised(episode.onset(), at, step.priority(), bed, step.limit());
    }

    private Transition told(
            Rule rule, Raised raised, State state, RuleKind reason, Held held, Instant since, Telling telling) {
        Source source = held.sight().source();
        double value = held.sight().value();
        double limit = held.step().limit();
        Duration lasted = Duration.between(since, telling.at());
        return transition(
                rule,
                raised,
                state,
                value,
                limit,
                Messages.violatedFr(reason, source, value, limit, lasted),
                Messages.violatedEn(reason, source, value, limit, lasted),
                telling);
    }

    private Transition cleared(Rule rule, Raised raised, Sight sight, Telling telling) {
        Duration open = Duration.between(raised.onset(), telling.at());
        return transition(
                rule,
                raised,
                State.CLEARED,
                sight.value(),
                raised.limit(),
                Messages.clearedFr(rule.kind(), sight.source(), sight.value(), open),
                Messages.clearedEn(rule.kind(), sight.source(), sight.value(), open),
                telling);
    }

    private Transition transition(
            Rule rule,
            Raised raised,
            State state,
            double value,
            double limit,
            String messageFr,
            String messageEn,
            Telling telling) {
        return new Transition(
                EpisodeId.of(watch.stay(), rule.name(), raised.onset()),
                watch.stay(),
                raised.bed(),
                rule.name(),
                version,
                rule.kind(),
                raised.priority(),
                state,
                raised.onset(),
                raised.at(),
                telling.at(),
                value,
                limit,
                messageFr + telling.caveatFr().get(),
                messageEn + telling.caveatEn().get(),
                telling.causes().get());
    }
}
