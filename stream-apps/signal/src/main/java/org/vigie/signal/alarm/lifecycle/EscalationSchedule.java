package org.vigie.signal.alarm.lifecycle;

import java.time.Instant;
import java.util.Optional;
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
        return incident()
                .filter(each -> !each.isAcknowledged() && each.calls().count() > 0)
                .flatMap(each -> IncidentAlarms.of(stayAlarms)
                        .waiting()
                        .flatMap(waiting -> policy.next(
                                waiting.alarm().priority(), each.response().escalation())));
    }

    private Optional<Incident> incident() {
        return stayAlarms.incident();
    }
}
