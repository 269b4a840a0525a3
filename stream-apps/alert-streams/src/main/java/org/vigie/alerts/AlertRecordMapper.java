package org.vigie.alerts;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.vigie.records.EnumMappings;
import org.vigie.schemas.Alert;
import org.vigie.schemas.AlertCondition;
import org.vigie.schemas.AlertKind;
import org.vigie.schemas.AlertLimit;
import org.vigie.schemas.AlertStateRecord;
import org.vigie.schemas.Origin;
import org.vigie.schemas.TriageAssessmentRecord;
import org.vigie.schemas.TriageSecondOpinionRecord;
import org.vigie.schemas.TriggeringReadingRecord;
import org.vigie.signal.alarm.AlarmRule;
import org.vigie.signal.alarm.AlarmRuleKind;
import org.vigie.signal.alarm.AlarmTransition;
import org.vigie.signal.alarm.PatientLimit;
import org.vigie.signal.alarm.RuleInput;
import org.vigie.signal.alarm.lifecycle.LedgerEntry;
import org.vigie.signal.alarm.lifecycle.OpenAlarm;
import org.vigie.signal.alarm.rules.UnitRules;
import org.vigie.signal.triage.TriageSecondOpinion;

/** Maps ledger entries, open alarms and triage to the records of the output topics. */
final class AlertRecordMapper {
    /** Version of the ledger from which no entry of a stay is older than the entry before it. */
    private static final int LEDGER_VERSION = 1;

    private AlertRecordMapper() {}

    /** Returns the record of an entry without its hash. */
    static Alert entry(LedgerEntry entry, AlarmTrigger trigger, UnitRules unit) {
        return alert(entry.made(), trigger)
                .setSequence(entry.sequence())
                .setLedgerVersion(LEDGER_VERSION)
                .setSignalDelayMs(signalDelay(entry, trigger).orElse(null))
                .setProfile(unit.profile())
                .setLimits(limits(entry, unit))
                .setCondition(condition(entry).orElse(null))
                .setCommand(entry.order().isEmpty() ? null : trigger.command().orElse(null))
                .setCommandOrigin(
                        entry.order().isEmpty() ? null : trigger.commandOrigin().orElse(null))
                .setRefusal(entry.refusal().stream()
                        .map(EnumMappings.COMMAND_REFUSAL::toRecord)
                        .findFirst()
                        .orElse(null))
                .setFeedback(entry.feedback().stream()
                        .map(EnumMappings.ALARM_FEEDBACK::toRecord)
                        .findFirst()
                        .orElse(null))
                .build();
    }

    /** Returns the time from publication to processing; 0 when two machines' clocks differ by more than that time. */
    private static Optional<Long> signalDelay(LedgerEntry entry, AlarmTrigger trigger) {
        boolean prompted = !entry.made().causes().isEmpty() || !entry.order().isEmpty();
        long millis = Duration.between(trigger.published(), trigger.now()).toMillis();
        return prompted ? Optional.of(Math.max(0, millis)) : Optional.empty();
    }

    /**
     * Returns the record that {@code entry} leaves in alerts.current: the open alarm or its end. It is empty when the entry changes no
     * alarm.
     */
    static Optional<Alert> current(LedgerEntry entry, Alert sealed, AlarmTrigger trigger) {
        return switch (entry.made().state()) {
            case CLEARED -> Optional.of(sealed);
            case COMMAND_REFUSED, FEEDBACK, LIMIT_SET, LIMIT_EXPIRED -> Optional.empty();
            default -> entry.after().stream().findFirst().map(openAlarm -> open(openAlarm, sealed, trigger));
        };
    }

    private static Alert open(OpenAlarm openAlarm, Alert sealed, AlarmTrigger trigger) {
        return alert(openAlarm.told(), trigger)
                .setState(AlertStateRecord.RAISED)
                .setAt(sealed.getAt())
                .setSequence(sealed.getSequence())
                .setPreviousHash(sealed.getPreviousHash())
                .setHash(sealed.getHash())
                .setProfile(sealed.getProfile())
                .setCondition(sealed.getCondition())
                .build();
    }

    private static Alert.Builder alert(AlarmTransition made, AlarmTrigger trigger) {
        return Alert.newBuilder()
                .setAlert(made.alert())
                .setStay(made.stay())
                .setBed(made.bed())
                .setRule(made.rule())
                .setRuleVersion(made.ruleVersion())
                .setKind(kind(made.kind()))
                .setPriority(EnumMappings.ALARM_PRIORITY.toRecord(made.priority()))
                .setState(EnumMappings.TRANSITION_KIND.toRecord(made.state()))
                .setOnset(made.onset())
                .setRaisedAt(made.raisedAt())
                .setAt(made.at())
                .setClearedAt(made.state() == AlarmTransition.TransitionKind.CLEARED ? made.at() : null)
                .setValue(Double.isNaN(made.value()) ? null : made.value())
                .setLimit(Double.isNaN(made.limit()) ? null : made.limit())
                .setMessageFr(made.messageFr())
                .setMessageEn(made.messageEn())
                .setConditionDelayMs(
                        Duration.between(made.onset(), made.raisedAt()).toMillis())
                .setCausePublishedAt(trigger.published())
                .setCauses(made.causes().stream()
                        .map(each -> cause(each, trigger.rawTopic()))
                        .toList());
    }

    private static AlertKind kind(AlarmRuleKind kind) {
        return switch (kind) {
            case TECHNICAL -> AlertKind.TECHNICAL;
            case RISK -> AlertKind.PREDICTED;
            default -> AlertKind.PHYSIOLOGICAL;
        };
    }

    private static TriggeringReadingRecord cause(AlarmTransition.TriggeringReading reading, String rawTopic) {
        var position = reading.place();
        return new TriggeringReadingRecord(
                reading.variable(),
                reading.value(),
                reading.at(),
                new Origin(rawTopic, position.partition(), position.offset(), position.index()));
    }

    private static Optional<AlertCondition> condition(LedgerEntry entry) {
        return entry.after().stream().findFirst().map(openAlarm -> condition(openAlarm, entry));
    }

    private static AlertCondition condition(OpenAlarm openAlarm, LedgerEntry entry) {
        var acknowledged = openAlarm.acknowledged().stream().findFirst();
        return AlertCondition.newBuilder()
                .setVersion(openAlarm.version())
                .setAcknowledgedBy(
                        acknowledged.map(OpenAlarm.AlarmAcknowledgement::by).orElse(null))
                .setAcknowledgedAt(
                        acknowledged.map(OpenAlarm.AlarmAcknowledgement::at).orElse(null))
                .setAudioPausedUntil(first(openAlarm.pausedUntil()))
                .setShelvedUntil(first(entry.shelvedUntil()))
                .setEscalationStep(openAlarm.step())
                .setEscalatedTo(openAlarm.to())
                .setEscalatesAt(first(entry.escalatesAt()))
                .setLatched(openAlarm.latched())
                .build();
    }

    private static Instant first(List<Instant> instants) {
        return instants.stream().findFirst().orElse(null);
    }

    /** Returns the limits with which the readings were compared; for an entry about a patient's limit, that limit. */
    private static List<AlertLimit> limits(LedgerEntry entry, UnitRules unit) {
        if (!entry.limit().isEmpty()) {
            return entry.limit().stream().map(AlertRecordMapper::limit).toList();
        }
        return entry.made().causes().isEmpty()
                ? List.of()
                : limits(unit, entry.made().rule());
    }

    private static List<AlertLimit> limits(UnitRules unit, String name) {
        return unit.rules().rules().stream()
                .filter(rule -> rule.name().equals(name))
                .map(AlarmRule::sources)
                .flatMap(List::stream)
                .flatMap(input -> input.steps().stream().map(step -> limit(input, step)))
                .toList();
    }

    private static AlertLimit limit(RuleInput input, RuleInput.LimitStep step) {
        return new AlertLimit(
                input.variable(),
                input.side().name(),
                EnumMappings.ALARM_PRIORITY.toRecord(step.priority()),
                step.limit(),
                step.setBy());
    }

    private static AlertLimit limit(PatientLimit limit) {
        return new AlertLimit(
                limit.variable(),
                limit.side().name(),
                EnumMappings.ALARM_PRIORITY.toRecord(limit.priority()),
                limit.limit(),
                limit.by());
    }

    static TriageAssessmentRecord triage(
            org.vigie.signal.triage.TriageAssessment decided,
            String stay,
            String bed,
            Instant at,
            Optional<TriageSecondOpinion> second) {
        return TriageAssessmentRecord.newBuilder()
                .setStay(stay)
                .setBed(bed)
                .setAt(at)
                .setLevel(EnumMappings.TRIAGE_LEVEL.toRecord(decided.level()))
                .setNews2Low(decided.news2Low())
                .setNews2High(decided.news2High())
                .setMissing(decided.missing())
                .setRisk(decided.risk().stream().findFirst().orElse(null))
                .setReasonsFr(decided.reasonsFr())
                .setReasonsEn(decided.reasonsEn())
                .setRuleVersion(decided.ruleVersion())
                .setSecondLook(second.map(AlertRecordMapper::secondLook).orElse(null))
                .build();
    }

    private static TriageSecondOpinionRecord secondLook(TriageSecondOpinion look) {
        return TriageSecondOpinionRecord.newBuilder()
                .setLevel(look.level())
                .setProbabilities(look.probabilities())
                .setLowEvidence(look.lowEvidence())
                .setNotesFr(look.notesFr())
                .setNotesEn(look.notesEn())
                .setModel(look.model())
                .build();
    }
}
