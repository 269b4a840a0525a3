package org.vigie.alerts;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.vigie.schemas.Alert;
import org.vigie.schemas.AlertCondition;
import org.vigie.schemas.AlertFeedback;
import org.vigie.schemas.AlertKind;
import org.vigie.schemas.AlertLimit;
import org.vigie.schemas.AlertPriority;
import org.vigie.schemas.AlertState;
import org.vigie.schemas.CommandRefusal;
import org.vigie.schemas.Origin;
import org.vigie.schemas.Triage;
import org.vigie.schemas.TriageLevel;
import org.vigie.signal.alert.PatientLimit;
import org.vigie.signal.alert.Rule;
import org.vigie.signal.alert.RuleKind;
import org.vigie.signal.alert.Source;
import org.vigie.signal.alert.Transition;
import org.vigie.signal.alert.life.Call;
import org.vigie.signal.alert.life.Entry;
import org.vigie.signal.alert.rules.UnitRules;
import org.vigie.signal.triage.SecondLook;

/** Entries, open alarms and triage as they are written. */
final class Records {
    /** No entry of a stay is older than the one before it. */
    private static final int LEDGER_VERSION = 1;

    private Records() {}

    /** Not sealed yet. */
    static Alert entry(Entry entry, Cause cause, UnitRules unit) {
        return alert(entry.made(), cause)
                .setSequence(entry.sequence())
                .setLedgerVersion(LEDGER_VERSION)
                .setSignalDelayMs(signalDelay(entry, cause).orElse(null))
                .setProfile(unit.profile())
                .setLimits(limits(entry, unit))
                .setCondition(condition(entry).orElse(null))
                .setCommand(entry.order().isEmpty() ? null : cause.command().orElse(null))
                .setCommandOrigin(
                        entry.order().isEmpty() ? null : cause.commandOrigin().orElse(null))
                .setRefusal(entry.refusal().stream()
                        .map(why -> CommandRefusal.valueOf(why.name()))
                        .findFirst()
                        .orElse(null))
                .setFeedback(entry.feedback().stream()
                        .map(said -> AlertFeedback.valueOf(said.name()))
                        .findFirst()
                        .orElse(null))
                .build();
    }

    /** Two machines' clocks may differ by more than it took. */
    private static Optional<Long> signalDelay(Entry entry, Cause cause) {
        boolean prompted = !entry.made().causes().isEmpty() || !entry.order().isEmpty();
        long millis = Duration.between(cause.published(), cause.now()).toMillis();
        return prompted ? Optional.of(Math.max(0, millis)) : Optional.empty();
    }

    /** What {@code entry} leaves in alerts.current: the open alarm in its own words, or its end. */
    static Optional<Alert> current(Entry entry, Alert sealed, Cause cause) {
        return switch (entry.made().state()) {
            case CLEARED -> Optional.of(sealed);
            case COMMAND_REFUSED, FEEDBACK, LIMIT_SET, LIMIT_EXPIRED -> Optional.empty();
            default -> entry.after().stream().findFirst().map(call -> open(call, sealed, cause));
        };
    }

    private static Alert open(Call call, Alert sealed, Cause cause) {
        return alert(call.told(), cause)
                .setState(AlertState.RAISED)
                .setAt(sealed.getAt())
                .setSequence(sealed.getSequence())
                .setPreviousHash(sealed.getPreviousHash())
                .setHash(sealed.getHash())
                .setProfile(sealed.getProfile())
                .setCondition(sealed.getCondition())
                .build();
    }

    private static Alert.Builder alert(Transition made, Cause cause) {
        return Alert.newBuilder()
                .setAlert(made.alert())
                .setStay(made.stay())
                .setBed(made.bed())
                .setRule(made.rule())
                .setRuleVersion(made.ruleVersion())
                .setKind(kind(made.kind()))
                .setPriority(AlertPriority.valueOf(made.priority().name()))
                .setState(AlertState.valueOf(made.state().name()))
                .setOnset(made.onset())
                .setRaisedAt(made.raisedAt())
                .setAt(made.at())
                .setClearedAt(made.state() == Transition.State.CLEARED ? made.at() : null)
                .setValue(Double.isNaN(made.value()) ? null : made.value())
                .setLimit(Double.isNaN(made.limit()) ? null : made.limit())
                .setMessageFr(made.messageFr())
                .setMessageEn(made.messageEn())
                .setConditionDelayMs(
                        Duration.between(made.onset(), made.raisedAt()).toMillis())
                .setCausePublishedAt(cause.published())
                .setCauses(made.causes().stream()
                        .map(each -> cause(each, cause.rawTopic()))
                        .toList());
    }

    private static AlertKind kind(RuleKind kind) {
        return switch (kind) {
            case TECHNICAL -> AlertKind.TECHNICAL;
            case RISK -> AlertKind.PREDICTED;
            default -> AlertKind.PHYSIOLOGICAL;
        };
    }

    private static org.vigie.schemas.Cause cause(Transition.Cause cause, String rawTopic) {
        var place = cause.place();
        return new org.vigie.schemas.Cause(
                cause.variable(),
                cause.value(),
                cause.at(),
                new Origin(rawTopic, place.partition(), place.offset(), place.index()));
    }

    private static Optional<AlertCondition> condition(Entry entry) {
        return entry.after().stream().findFirst().map(call -> condition(call, entry));
    }

    private static AlertCondition condition(Call call, Entry entry) {
        var acknowledged = call.acknowledged().stream().findFirst();
        return AlertCondition.newBuilder()
                .setVersion(call.version())
                .setAcknowledgedBy(acknowledged.map(Call.Acknowledged::by).orElse(null))
                .setAcknowledgedAt(acknowledged.map(Call.Acknowledged::at).orElse(null))
                .setAudioPausedUntil(first(call.pausedUntil()))
                .setShelvedUntil(first(entry.shelvedUntil()))
                .setEscalationStep(call.step())
                .setEscalatedTo(call.to())
                .setEscalatesAt(first(entry.escalatesAt()))
                .setLatched(call.latched())
                .build();
    }

    private static Instant first(List<Instant> instants) {
        return instants.stream().findFirst().orElse(null);
    }

    /** Those that the readings were held against; of a patient's limit that one. */
    private static List<AlertLimit> limits(Entry entry, UnitRules unit) {
        if (!entry.limit().isEmpty()) {
            return entry.limit().stream().map(Records::limit).toList();
        }
        return entry.made().causes().isEmpty()
                ? List.of()
                : limits(unit, entry.made().rule());
    }

    private static List<AlertLimit> limits(UnitRules unit, String name) {
        return unit.rules().rules().stream()
                .filter(rule -> rule.name().equals(name))
                .map(Rule::sources)
                .flatMap(List::stream)
                .flatMap(source -> source.steps().stream().map(step -> limit(source, step)))
                .toList();
    }

    private static AlertLimit limit(Source source, Source.Step step) {
        return new AlertLimit(
                source.variable(),
                source.side().name(),
                AlertPriority.valueOf(step.priority().name()),
                step.limit(),
                step.setBy());
    }

    private static AlertLimit limit(PatientLimit limit) {
        return new AlertLimit(
                limit.variable(),
                limit.side().name(),
                AlertPriority.valueOf(limit.priority().name()),
                limit.limit(),
                limit.by());
    }

    static Triage triage(
            org.vigie.signal.triage.Triage decided, String stay, String bed, Instant at, Optional<SecondLook> second) {
        return Triage.newBuilder()
                .setStay(stay)
                .setBed(bed)
                .setAt(at)
                .setLevel(TriageLevel.valueOf(decided.level().name()))
                .setNews2Low(decided.news2Low())
                .setNews2High(decided.news2High())
                .setMissing(decided.missing())
                .setRisk(decided.risk().stream().findFirst().orElse(null))
                .setReasonsFr(decided.reasonsFr())
                .setReasonsEn(decided.reasonsEn())
                .setRuleVersion(decided.ruleVersion())
                .setSecondLook(second.map(Records::secondLook).orElse(null))
                .build();
    }

    private static org.vigie.schemas.SecondLook secondLook(SecondLook look) {
        return org.vigie.schemas.SecondLook.newBuilder()
                .setLevel(look.level())
                .setProbabilities(look.probabilities())
                .setLowEvidence(look.lowEvidence())
                .setNotesFr(look.notesFr())
                .setNotesEn(look.notesEn())
                .setModel(look.model())
                .build();
    }
}
