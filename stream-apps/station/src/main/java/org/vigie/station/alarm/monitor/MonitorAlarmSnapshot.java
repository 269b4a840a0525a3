package org.vigie.station.alarm.monitor;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.vigie.schemas.BedsideAlarm;
import org.vigie.station.alarm.delivery.CallDeliverySnapshot;

/**
 * Shows an alarm that a monitor itself raised. No rule of Vigie filters it. Times are in epoch ms.
 *
 * @param bed assigned location; empty when the monitor did not name it
 * @param alarm the sender's identifier; empty when it gives none
 * @param code the event as sent
 * @param text as the monitor shows it
 * @param value that raised it, as sent; empty when not said
 * @param priority {@code HIGH}, {@code MEDIUM}, {@code LOW} or {@code NONE}; {@code HIGH} for a circulatory arrest, and when the monitor
 *     does not say it of an alarm of the patient: it may be the most urgent one
 * @param technical true when the monitor calls it technical
 * @param test true for a test or a demonstration
 * @param raisedAt on the device's clock; when received, if the device does not say
 * @param lastAt when the monitor last reported it
 * @param endedAt absent until the monitor reports its end
 * @param deliveries what became of its newest call, by channel; absent when it has made no call
 */
public record MonitorAlarmSnapshot(
        String bed,
        String source,
        String device,
        String alarm,
        String code,
        String text,
        String value,
        String priority,
        boolean technical,
        boolean test,
        long raisedAt,
        long lastAt,
        Long endedAt,
        List<CallDeliverySnapshot> deliveries) {
    private static final Map<String, String> PRIORITIES =
            Map.of("PH", "HIGH", "PM", "MEDIUM", "PL", "LOW", "PI", "NONE", "PN", "NONE");
    /** Lists how the names of a circulatory arrest begin in ISO/IEEE 11073-10101. */
    private static final List<String> ARRESTS = List.of("MDC_EVT_ECG_ASYSTOLE", "MDC_EVT_ECG_V_FIB");

    static MonitorAlarmSnapshot of(BedsideAlarm alarm, Instant raisedAt, boolean ended) {
        long received = alarm.getReceivedTime().toEpochMilli();
        return new MonitorAlarmSnapshot(
                alarm.getBed(),
                alarm.getSource(),
                alarm.getDevice(),
                alarm.getAlarm(),
                alarm.getCode(),
                alarm.getText(),
                alarm.getValue(),
                priority(alarm),
                isTechnical(alarm),
                alarm.getTest(),
                raisedAt.toEpochMilli(),
                received,
                ended ? received : null,
                null);
    }

    private static boolean isTechnical(BedsideAlarm alarm) {
        return alarm.getKind().equals("ST");
    }

    private static String priority(BedsideAlarm alarm) {
        boolean isArrest = ARRESTS.stream().anyMatch(alarm.getCode()::contains);
        String unsaid = isTechnical(alarm) ? "NONE" : "HIGH";
        return isArrest ? "HIGH" : PRIORITIES.getOrDefault(alarm.getPriority(), unsaid);
    }

    /** Returns the alarm, ended at {@code turnover} when it is open and was last reported before. */
    MonitorAlarmSnapshot endedBy(Instant turnover) {
        long end = turnover.toEpochMilli();
        return endedAt != null || lastAt >= end ? this : changed(end, deliveries);
    }

    /** Returns the alarm with what became of its newest call. */
    MonitorAlarmSnapshot with(List<CallDeliverySnapshot> calls) {
        return changed(endedAt, calls.isEmpty() ? null : calls);
    }

    private MonitorAlarmSnapshot changed(Long end, List<CallDeliverySnapshot> calls) {
        return new MonitorAlarmSnapshot(
                bed, source, device, alarm, code, text, value, priority, technical, test, raisedAt, lastAt, end, calls);
    }

    /** Returns true for an open alarm that concerns the patient. */
    boolean isOpenOfThePatient() {
        return endedAt == null && !technical && !test;
    }

    /** Returns the words of the alarm as the monitor shows them, else its code. */
    public String words() {
        return text.isBlank() ? code : text;
    }
}
