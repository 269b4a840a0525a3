package org.vigie.alerts;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.vigie.schemas.CleanObservation;
import org.vigie.schemas.Command;
import org.vigie.schemas.JudgedReading;
import org.vigie.schemas.Origin;
import org.vigie.schemas.Reason;
import org.vigie.schemas.RejectedReading;
import org.vigie.signal.alert.Alarms;
import org.vigie.signal.alert.Frame;
import org.vigie.signal.alert.StayWatch;
import org.vigie.signal.alert.Transition;
import org.vigie.signal.alert.life.LifeCycle;
import org.vigie.signal.alert.rules.RuleBook;
import org.vigie.signal.earlywarning.EarlyWarning;
import org.vigie.signal.triage.SecondLook;
import org.vigie.signal.triage.Shown;
import org.vigie.signal.triage.Triage;
import org.vigie.signal.triage.TriageLevel;
import org.vigie.signal.triage.TriageRules;

/** Early warning, alarms and triage, one after the other, over the memory of one stay. */
final class Nurse {
    private final Unit.All units;
    private final TriageRules triageRules = TriageRules.adultIcu();
    private final WatchSettings settings;
    private final Function<StayMemory, Optional<SecondLook>> secondLook;

    Nurse(WatchSettings settings, RuleBook rules, Function<StayMemory, Optional<SecondLook>> secondLook) {
        this.settings = settings;
        this.units = new Unit.All(rules);
        this.secondLook = secondLook;
    }

    /** A memory with what was done on the way to it. */
    record Done(StayMemory memory, Outcome outcome) {}

    Done see(StayMemory memory, CleanObservation observation, Instant now) {
        Instant before = memory.watch().clock();
        var clerk = new Clerk(memory, units, Cause.of(observation, now));
        clerk.lieIn(observation.getBed());
        for (Frame frame : Frames.of(observation)) {
            List<Transition> told = clerk.unit().alarms().see(memory.watch(), frame);
            clerk.pass(memory.watch().clock());
            clerk.take(told);
        }
        clerk.take(clock(clerk.unit().alarms(), memory.watch(), observation));
        StayMemory taken = memory.taking(observation);
        boolean live = Frames.areLive(observation, before, memory.watch().clock());
        return live ? triage(taken, clerk) : triageUnlessSilent(taken, clerk);
    }

    private static List<Transition> clock(Alarms alarms, StayWatch watch, CleanObservation observation) {
        List<String> variables = observation.getReadings().stream()
                .map(JudgedReading::getVariable)
                .toList();
        Instant received = observation.getReceivedTime();
        return alarms.clockOff(watch, variables, received)
                .map(off -> alarms.clock(watch, observation.getBed(), observation.getDevice(), off, received))
                .orElse(List.of());
    }

    /** What was measured before the patient was known: it fills the newest values and calls nobody. */
    Done fill(StayMemory memory, CleanObservation observation) {
        Alarms alarms = units.at(observation.getBed(), List.of()).alarms();
        Frames.of(observation).forEach(frame -> alarms.fill(memory.watch(), frame));
        return new Done(memory.taking(observation), Outcome.NOTHING);
    }

    /** A risk calls nobody: without an interval it is shown with the triage only. */
    Done see(StayMemory memory, Risk risk, Instant published, Instant now) {
        var clerk = new Clerk(memory, units, Cause.unprompted(published, now));
        if (!memory.isUnheardOf()) {
            risk.low()
                    .forEach(low -> clerk.take(
                            clerk.unit().alarms().predict(memory.watch(), memory.bed(), low, risk.windowEnd())));
        }
        return triageUnlessSilent(memory.with(risk), clerk);
    }

    /** Of a stay of which nothing comes, neither the past nor a model makes a level known. */
    private Done triageUnlessSilent(StayMemory memory, Clerk clerk) {
        boolean silent = memory.shown().stream().map(Shown::triage).anyMatch(TriageRules::isOfSilence);
        return silent ? new Done(memory.sealedBy(clerk), clerk.outcome()) : triage(memory, clerk);
    }

    /** A reading that could not be used, for a fault of the equipment. */
    Done see(StayMemory memory, RejectedReading rejected, Instant now) {
        var clerk = new Clerk(memory, units, Cause.unprompted(rejected.getPublishedAt(), now));
        clerk.lieIn(rejected.getBed());
        Alarms alarms = clerk.unit().alarms();
        Instant received = received(rejected);
        clerk.take(
                rejected.getReason() == Reason.FUTURE_TIME
                        ? alarms.clock(
                                memory.watch(), rejected.getBed(), rejected.getDevice(), ahead(rejected), received)
                        : alarms.unmapped(memory.watch(), rejected.getBed(), rejected.getDetail(), received));
        return new Done(memory.sealedBy(clerk), clerk.outcome());
    }

    private static Duration ahead(RejectedReading rejected) {
        Instant said = later(rejected.getReading().getMeasuredAt(), rejected.getReceivedTime());
        return Duration.between(received(rejected), later(said, received(rejected)));
    }

    /** By the clock that no sender can set, where a message claims to have come later. */
    private static Instant received(RejectedReading rejected) {
        Instant published = rejected.getPublishedAt();
        return rejected.getReceivedTime().isAfter(published) ? published : rejected.getReceivedTime();
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /** Somebody asks something at the time at which the broker took it. */
    Done hear(StayMemory memory, Command command, Origin origin, Instant published, Instant now) {
        var clerk = new Clerk(memory, units, Cause.of(command, origin, published, now));
        Instant clock = memory.isUnheardOf() ? command.getAt() : memory.clockAt(published);
        clerk.hear(Orders.of(command), clock);
        return new Done(memory.sealedBy(clerk), clerk.outcome());
    }

    /** Whether a deadline of the stay's alarms has come. */
    boolean isDue(StayMemory memory, Instant clock) {
        var policy = units.at(memory.calls().bed(), List.of()).rules().policy();
        return new LifeCycle(memory.calls(), policy, "").isDue(clock);
    }

    /** Time has passed at a stay of which nothing is heard. */
    Done pass(StayMemory memory, Instant clock, Instant now) {
        var clerk = new Clerk(memory, units, Cause.unprompted(memory.published(), now));
        clerk.pass(clock);
        return new Done(memory.sealedBy(clerk), clerk.outcome());
    }

    private Done triage(StayMemory memory, Clerk clerk) {
        StayMemory sealed = memory.sealedBy(clerk);
        StayWatch watch = memory.watch();
        Instant at = watch.clock();
        if (at.equals(Instant.EPOCH)) {
            return new Done(sealed, clerk.outcome());
        }
        EarlyWarning warning = clerk.unit().alarms().warning(watch);
        Triage now = triageRules.decide(watch.vitals(), warning, memory.risk().at(at, settings.riskAge()), at);
        Optional<Shown> before = memory.shown().stream().findFirst();
        Shown shown = before.map(last -> last.then(now, at)).orElseGet(() -> Shown.first(now, at));
        Optional<Triage> said = before.isEmpty() ? Optional.of(now) : shown.saidAfter(before.get());
        return new Done(
                sealed.with(shown),
                clerk.outcome()
                        .with(said.stream().map(each -> written(each, memory)).toList()));
    }

    /**
     * A stay that has gone silent: nothing that was said of it is known any more.
     *
     * @param here whether its patient is known to be there, so that a monitor's silence is missed
     */
    Done silent(StayMemory memory, boolean here, Instant now) {
        Instant noticed = memory.published().plus(settings.silence());
        var clerk = new Clerk(memory, units, Cause.unprompted(noticed, now));
        clerk.take(clerk.unit().alarms().allRead(memory.watch()).stream().toList());
        if (here) {
            Optional<Transition> missed =
                    clerk.unit().alarms().silent(memory.watch(), memory.bed(), settings.silence());
            missed.ifPresent(made -> clerk.pass(made.at()));
            clerk.take(missed.stream().toList());
        }
        return unknown(memory.sealedBy(clerk), clerk, triageRules.silent(nothing(memory)));
    }

    /** Whether a silent stay, whose patient is known to be there, is missed and nobody is called yet. */
    boolean missesSilent(StayMemory memory) {
        return units.at(memory.calls().bed(), List.of()).alarms().missesSilent(memory.watch());
    }

    /** Whether the same holds of a stay of which something may lie unread. */
    boolean missesUnread(StayMemory memory) {
        return units.at(memory.calls().bed(), List.of()).alarms().missesUnread(memory.watch());
    }

    /** A stay, whose patient is known to be there, of which nothing was read for so long that somebody has to look. */
    Done unread(StayMemory memory, Duration unheard, Instant now) {
        var clerk = new Clerk(memory, units, Cause.unprompted(memory.published().plus(unheard), now));
        Optional<Transition> missed = clerk.unit().alarms().unread(memory.watch(), memory.bed(), unheard);
        missed.ifPresent(made -> clerk.pass(made.at()));
        clerk.take(missed.stream().toList());
        return unknown(memory.sealedBy(clerk), clerk, triageRules.late(nothing(memory)));
    }

    /** A stay of which something may lie unread: what was said of it holds no longer, and nobody is called. */
    Done late(StayMemory memory, Instant now) {
        var clerk = new Clerk(memory, units, Cause.unprompted(memory.published(), now));
        return unknown(memory.sealedBy(clerk), clerk, triageRules.late(nothing(memory)));
    }

    /** A stay whose patient has left; {@code noted} by the wall clock. */
    Done ended(StayMemory memory, Instant end, Instant noted) {
        var clerk = new Clerk(memory, units, Cause.unprompted(memory.published(), noted));
        clerk.end(clerk.unit().alarms().ended(memory.watch(), end), end);
        return unknown(memory.sealedBy(clerk).endingAt(noted), clerk, triageRules.ended(nothing(memory)));
    }

    /** What is on the screen, as of the stay's clock. */
    Outcome again(StayMemory memory) {
        return Outcome.of(memory.shown().stream()
                .map(shown -> written(shown.triage(), memory))
                .toList());
    }

    private EarlyWarning nothing(StayMemory memory) {
        return units.at(memory.bed(), List.of()).alarms().warning(new StayWatch(memory.name()));
    }

    private Done unknown(StayMemory memory, Clerk clerk, Triage unknown) {
        return new Done(
                memory.with(Shown.first(unknown, memory.watch().clock())),
                clerk.outcome().with(List.of(written(unknown, memory))));
    }

    /** Where the rules know too little, a model's level would be mistaken for one. */
    private org.vigie.schemas.Triage written(Triage triage, StayMemory memory) {
        return Records.triage(
                triage,
                memory.watch().stay(),
                memory.bed(),
                memory.watch().clock(),
                triage.level() == TriageLevel.UNKNOWN ? Optional.empty() : secondLook.apply(memory));
    }
}
