package org.vigie.signal.alarm.lifecycle;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.vigie.signal.alarm.AlarmPriority;
import org.vigie.signal.alarm.AlarmRuleKind;
import org.vigie.signal.alarm.incident.EscalationProgress;
import org.vigie.signal.alarm.incident.Incident;
import org.vigie.signal.alarm.lifecycle.AlarmPolicy.EscalationStep;

/** Computes the next steps of the escalation chains of a stay: one chain for its incident, and one for each technical alarm. */
record EscalationSchedule(StayAlarms stayAlarms, AlarmPolicy policy) {
    /** Returns when the next step about an alarm is due. It is empty when the alarm is acknowledged or shelved, or after the last step. */
    Optional<Instant> dueAt(OpenAlarm openAlarm) {
        boolean answered = openAlarm.isAcknowledged()
                || stayAlarms.shelf(openAlarm.alarm().rule()).isPresent();
        if (answered) {
            return Optional.empty();
        }
        return openAlarm.isOfThePatient() ? incidentDueAt() : technicalDueAt(openAlarm);
    }

    private Optional<Instant> technicalDueAt(OpenAlarm openAlarm) {
        EscalationProgress progress = openAlarm.handling().escalation();
        return technicalStep(openAlarm).map(step -> progress.since().plus(step.after()));
    }

    /** Returns the next step of a technical alarm; empty for a risk. */
    Optional<EscalationStep> technicalStep(OpenAlarm openAlarm) {
        return openAlarm.alarm().kind() == AlarmRuleKind.TECHNICAL
                ? policy.next(openAlarm.alarm().priority(), openAlarm.handling().escalation())
                : Optional.empty();
    }

    /** Returns when the next step of the incident is due. */
    Optional<Instant> incidentDueAt() {
        return incidentStep()
                .map(step ->
                        incident().orElseThrow().response().escalation().since().plus(step.after()));
    }

    /** Returns the next step of the incident. It is empty when no alarm waits for an answer, and after the last step. */
    Optional<EscalationStep> incidentStep() {
        return IncidentAlarms.of(stayAlarms).waiting().flatMap(this::incidentStep);
    }

    /** Returns the next step of the incident while {@code waiting} is its most urgent alarm that waits for an answer. */
    Optional<EscalationStep> incidentStep(OpenAlarm waiting) {
        return incident()
                .filter(each -> each.calls().count() > 0)
                .flatMap(each ->
                        policy.next(waiting.alarm().priority(), each.response().escalation()));
    }

    /** Returns the time of the newest step of a priority, or of the call before its first step; empty while nobody was called. */
    Optional<Instant> stepTakenAt(AlarmPriority priority) {
        return incident()
                .filter(each -> each.calls().count() > 0)
                .map(each -> each.response().escalation())
                .map(progress -> policy.taken(priority, progress)
                        .map(step -> progress.since().plus(step.after()))
                        .orElse(progress.since()));
    }

    /**
     * Returns since when an alarm waits without a call or a step of the incident: since its raise, else since the newest change of its
     * priority. It is empty when a call or a step came after both.
     */
    Optional<Instant> unreachedSince(OpenAlarm open) {
        return Stream.of(open.alarm().raisedAt(), open.changedAt())
                .filter(since -> !hasReached(since))
                .findFirst();
    }

    /** Returns true when the incident called or took a step since an instant. */
    private boolean hasReached(Instant since) {
        return incident()
                .map(each -> each.response().escalation())
                .filter(progress ->
                        newestStepAt(progress).map(since::isBefore).orElse(!since.isAfter(progress.since())))
                .isPresent();
    }

    /** Returns the time of the newest step. Its priority is not stored: the latest of those that have passed counts. */
    private Optional<Instant> newestStepAt(EscalationProgress progress) {
        return Stream.of(AlarmPriority.values())
                .flatMap(priority -> policy.taken(priority, progress).stream())
                .map(step -> progress.since().plus(step.after()))
                .filter(at -> !at.isAfter(stayAlarms.clock()))
                .max(Comparator.naturalOrder());
    }

    private Optional<Incident> incident() {
        return stayAlarms.incident();
    }
}
