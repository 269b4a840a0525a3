package org.vigie.station.alarm;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.vigie.schemas.Alert;
import org.vigie.schemas.AlertStateRecord;
import org.vigie.schemas.TriggeringReadingRecord;
import org.vigie.station.alarm.delivery.CallDeliverySnapshot;
import org.vigie.station.alarm.incident.IncidentSnapshot;
import org.vigie.station.alarm.limit.AlarmEndSnapshot;
import org.vigie.station.alarm.limit.BedAlarmLimits;

/**
 * Shows one alarm on the page.
 *
 * @param revision of two snapshots of one alarm the one with the higher revision is newer
 * @param bed where the stay lies now, else where it was raised
 * @param score true for the alarm of a score, such as NEWS2: its cause is a vital sign
 * @param kind {@code PHYSIOLOGICAL}, {@code TECHNICAL}, or {@code PREDICTED}, which never flashes
 * @param priority {@code HIGH}, {@code MEDIUM} or {@code LOW}
 * @param state {@code RAISED} or {@code CLEARED}
 * @param onset epoch ms, like the other times
 * @param clearedAt absent while raised
 * @param stayEnded true when the alarm was not cleared and ended with its stay
 * @param variables whose readings caused it
 * @param ends what each variable must do before the alarm ends; empty for rules without limits
 * @param sequence place of its newest entry in the stay's ledger
 * @param incident the incident as that entry holds it; absent for technical and predicted alarms
 * @param deliveries what became of its newest call, by channel; absent when it has made no call
 * @param call acknowledgement, pauses and escalation; absent when the alarm is over
 */
public record AlertSnapshot(
        String alert,
        long revision,
        String stay,
        String bed,
        String rule,
        String ruleVersion,
        boolean score,
        String kind,
        String priority,
        String state,
        long onset,
        long raisedAt,
        Long clearedAt,
        boolean stayEnded,
        Double value,
        Double limit,
        String messageFr,
        String messageEn,
        List<String> variables,
        List<AlarmEndSnapshot> ends,
        long causePublishedAt,
        long sequence,
        IncidentSnapshot incident,
        List<CallDeliverySnapshot> deliveries,
        AlertConditionSnapshot call) {

    /**
     * @param bed where the stay lies now
     * @param limits limits in force at that bed
     * @param endOfStay end of the stay, when it ended the alarm
     */
    public static AlertSnapshot of(
            Alert alert,
            String bed,
            BedAlarmLimits limits,
            Optional<Instant> endOfStay,
            List<CallDeliverySnapshot> deliveries,
            long revision) {
        return new AlertSnapshot(
                alert.getAlert(),
                revision,
                alert.getStay(),
                bed,
                alert.getRule(),
                alert.getRuleVersion(),
                limits.isScore(alert.getRule()),
                alert.getKind().name(),
                alert.getPriority().name(),
                endOfStay
                        .map(end -> AlertStateRecord.CLEARED)
                        .orElse(alert.getState())
                        .name(),
                alert.getOnset().toEpochMilli(),
                alert.getRaisedAt().toEpochMilli(),
                millis(endOfStay.orElse(alert.getClearedAt())),
                endOfStay.isPresent(),
                alert.getValue(),
                alert.getLimit(),
                alert.getMessageFr(),
                alert.getMessageEn(),
                variables(alert),
                limits.ends(alert.getRule(), variables(alert)),
                alert.getCausePublishedAt().toEpochMilli(),
                alert.getSequence(),
                IncidentSnapshot.of(alert.getIncident()),
                deliveries.isEmpty() ? null : deliveries,
                AlertConditionSnapshot.of(alert.getCondition()));
    }

    private static List<String> variables(Alert alert) {
        return alert.getCauses().stream()
                .map(TriggeringReadingRecord::getVariable)
                .distinct()
                .toList();
    }

    private static Long millis(Instant instant) {
        return instant == null ? null : instant.toEpochMilli();
    }
}
