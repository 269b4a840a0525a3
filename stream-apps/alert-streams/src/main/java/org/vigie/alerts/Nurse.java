package org.vigie.alerts;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.vigie.schemas.Alert;
import org.vigie.schemas.CleanObservation;
import org.vigie.signal.alert.Alarms;
import org.vigie.signal.alert.RuleSet;
import org.vigie.signal.alert.StayWatch;
import org.vigie.signal.alert.Transition;
import org.vigie.signal.earlywarning.EarlyWarning;
import org.vigie.signal.triage.Shown;
import org.vigie.signal.triage.Triage;
import org.vigie.signal.triage.TriageRules;

/** Early warning, alarms and triage, one after the other, over the memory of one stay. */
final class Nurse {
    private final Alarms alarms = new Alarms(RuleSet.adultIcu());
    private final TriageRules triageRules = TriageRules.adultIcu();
    private final WatchSettings settings;

    Nurse(WatchSettings settings) {
        this.settings = settings;
    }

    /** A memory with what was done on the way to it. */
    record Done(StayMemory memory, Outcome outcome) {}

    Done see(StayMemory memory, CleanObservation observation) {
        List<Alert> alerts = Frames.of(observation).stream()
                .flatMap(frame -> alarms.see(memory.watch(), frame).stream())
                .map(made -> Records.alert(made, observation))
                .toList();
        return triage(memory.taking(observation), alerts);
    }

    Done see(StayMemory memory, Risk risk) {
        return triage(memory.with(risk), List.of());
    }

    private Done triage(StayMemory memory, List<Alert> alerts) {
        StayWatch watch = memory.watch();
        Instant at = watch.clock();
        if (at.equals(Instant.EPOCH)) {
            return new Done(memory, new Outcome(alerts, List.of()));
        }
        EarlyWarning warning = alarms.warning(watch);
        Triage now = triageRules.decide(watch.vitals(), warning, memory.risk().at(at, settings.riskAge()), at);
        Optional<Shown> before = memory.shown().stream().findFirst();
        Shown shown = before.map(last -> last.then(now, at)).orElseGet(() -> Shown.first(now, at));
        Optional<Triage> said = before.isEmpty() ? Optional.of(now) : shown.saidAfter(before.get());
        return new Done(
                memory.with(shown),
                new Outcome(
                        alerts, said.stream().map(each -> written(each, memory)).toList()));
    }

    /**
     * A stay that has gone silent: nothing that was said of it is known any more.
     *
     * @param here whether its patient is known to be there, so that a monitor's silence is missed
     */
    Done silent(StayMemory memory, boolean here) {
        Optional<Transition> missed =
                here ? alarms.silent(memory.watch(), memory.bed(), settings.silence()) : Optional.empty();
        List<Alert> alerts = missed.stream()
                .map(made -> unprompted(made, memory.published().plus(settings.silence())))
                .toList();
        return unknown(memory, alerts, triageRules.silent(nothing(memory)));
    }

    /** A stay whose patient has left; {@code noted} by the wall clock. */
    Done ended(StayMemory memory, Instant end, Instant noted) {
        List<Alert> alerts = alarms.ended(memory.watch(), end).stream()
                .map(made -> unprompted(made, memory.published()))
                .toList();
        return unknown(memory.endingAt(noted), alerts, triageRules.ended(nothing(memory)));
    }

    /** What is on the screen, as of the stay's clock. */
    Outcome again(StayMemory memory) {
        return new Outcome(
                List.of(),
                memory.shown().stream()
                        .map(shown -> written(shown.triage(), memory))
                        .toList());
    }

    private EarlyWarning nothing(StayMemory memory) {
        return alarms.warning(new StayWatch(memory.name()));
    }

    /** No reading made it, so that no raw topic is named. */
    private static Alert unprompted(Transition made, Instant published) {
        return Records.alert(made, published, "");
    }

    private static Done unknown(StayMemory memory, List<Alert> alerts, Triage unknown) {
        return new Done(
                memory.with(Shown.first(unknown, memory.watch().clock())),
                new Outcome(alerts, List.of(written(unknown, memory))));
    }

    private static org.vigie.schemas.Triage written(Triage triage, StayMemory memory) {
        return Records.triage(
                triage, memory.watch().stay(), memory.bed(), memory.watch().clock());
    }
}
