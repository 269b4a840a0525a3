package org.vigie.records;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vigie.schemas.AlarmPriorityRecord;
import org.vigie.schemas.Alert;
import org.vigie.schemas.AlertKind;
import org.vigie.schemas.AlertStateRecord;
import org.vigie.schemas.BedsideAlarm;

/** Maps an alarm that a monitor itself raised to the record of an alert, marked as the monitor's. The record belongs to no stay. */
public final class BedsideAlarmMapper {
    /** Rule of a monitor's own alarm. */
    private static final String RULE = "monitor";
    /** States in which a monitor reports no alarm, as the station's page reads them. */
    private static final Set<String> OVER = Set.of("inactive", "off");

    private static final String START = "start";
    /** Phase of an event without duration, so that each message is another event. */
    private static final String INSTANT = "tpoint";

    private BedsideAlarmMapper() {}

    /** Returns true when the monitor itself raised the alarm. */
    public static boolean isOfMonitor(Alert alert) {
        return alert.getRule().equals(RULE);
    }

    /** Returns true for a message that reports no alarm of a patient: a watchdog message, or one of a test. */
    public static boolean isNoAlarm(BedsideAlarm alarm) {
        return alarm.getSignOfLife() || alarm.getTest();
    }

    /**
     * Returns the transitions that a message reports, in their order: none when it only repeats what is known, and the end of the open alarm
     * before the new one when the message begins another alarm of the same name. The end of the open one was lost then.
     *
     * @param openOrNull the open alarm of this name before the message; null when there is none
     */
    public static List<AlertStateRecord> transitions(BedsideAlarm alarm, @Nullable OpenMonitorAlarm openOrNull) {
        if (isOver(alarm)) {
            return openOrNull == null ? List.of() : List.of(AlertStateRecord.CLEARED);
        }
        if (openOrNull == null) {
            return List.of(AlertStateRecord.RAISED);
        }
        return isBegunAfter(alarm, openOrNull.begunAt())
                ? List.of(AlertStateRecord.CLEARED, AlertStateRecord.RAISED)
                : change(alarm, openOrNull.priority()).stream().toList();
    }

    /**
     * Returns true for a message about the start of an alarm, or about an event without duration, later than an earlier alarm's start. A
     * start whose time the monitor does not give may be a repetition.
     *
     * @param earlier the earlier alarm's {@link #begunAt}
     */
    public static boolean isBegunAfter(BedsideAlarm alarm, Instant earlier) {
        boolean isTimed = alarm.getPhase().equalsIgnoreCase(START) && alarm.getRaisedAt() != null;
        return (isTimed || alarm.getPhase().equalsIgnoreCase(INSTANT))
                && begunAt(alarm).isAfter(earlier);
    }

    /** Returns when an alarm began by the monitor's clock, which may run ahead; when it was received, if the monitor does not say it. */
    public static Instant begunAt(BedsideAlarm alarm) {
        return Optional.ofNullable(alarm.getRaisedAt()).orElse(alarm.getReceivedTime());
    }

    /** Returns how an open alarm changes. Some monitors send another priority and do not name the phase. */
    private static Optional<AlertStateRecord> change(BedsideAlarm alarm, AlarmPriorityRecord known) {
        if (alarm.getPhase().equalsIgnoreCase("escalate")) {
            return Optional.of(AlertStateRecord.UPGRADED);
        }
        int rise = given(alarm.getPriority()).map(known::compareTo).orElse(0);
        if (rise == 0) {
            return Optional.empty();
        }
        return Optional.of(rise > 0 ? AlertStateRecord.UPGRADED : AlertStateRecord.DOWNGRADED);
    }

    /** Returns true when the monitor reports that the alarm has ended, or that somebody switched it off. */
    public static boolean isOver(BedsideAlarm alarm) {
        return alarm.getPhase().equalsIgnoreCase("end")
                || OVER.contains(alarm.getState().toLowerCase(Locale.ROOT));
    }

    /** Returns the record of a transition. */
    public static Alert alert(BedsideAlarm alarm, AlertStateRecord transition) {
        Instant raised = begunAt(alarm);
        return Alert.newBuilder()
                .setAlert(name(alarm))
                .setStay("")
                .setBed(alarm.getBed())
                .setRule(RULE)
                .setRuleVersion(alarm.getSource())
                .setKind(alarm.getKind().equalsIgnoreCase("ST") ? AlertKind.TECHNICAL : AlertKind.PHYSIOLOGICAL)
                .setPriority(priority(alarm))
                .setState(transition)
                .setOnset(raised)
                .setRaisedAt(raised)
                .setClearedAt(transition == AlertStateRecord.CLEARED ? alarm.getReceivedTime() : null)
                .setMessageFr("Moniteur : " + text(alarm))
                .setMessageEn("Monitor: " + text(alarm))
                .setConditionDelayMs(0)
                .setCausePublishedAt(alarm.getReceivedTime())
                .setCauses(List.of())
                .setAt(alarm.getReceivedTime())
                .setHash("monitor-" + alarm.getSource() + "-" + alarm.getMessageId() + "-" + alarm.getCode())
                .build();
    }

    /** Returns the priority of an alarm. One that the monitor does not give is HIGH, because it may be the most urgent. */
    public static AlarmPriorityRecord priority(BedsideAlarm alarm) {
        return given(alarm.getPriority()).orElse(AlarmPriorityRecord.HIGH);
    }

    private static Optional<AlarmPriorityRecord> given(String sent) {
        return switch (sent.toUpperCase(Locale.ROOT)) {
            case "PH" -> Optional.of(AlarmPriorityRecord.HIGH);
            case "PM" -> Optional.of(AlarmPriorityRecord.MEDIUM);
            case "PL", "PI", "PN" -> Optional.of(AlarmPriorityRecord.LOW);
            default -> Optional.empty();
        };
    }

    private static String text(BedsideAlarm alarm) {
        String words = alarm.getText().isBlank() ? alarm.getCode() : alarm.getText();
        return alarm.getValue().isBlank() ? words : words + " " + alarm.getValue();
    }

    /** Returns the name by which the messages about one alarm of a monitor belong together. */
    public static String name(BedsideAlarm alarm) {
        String own = alarm.getAlarm().isBlank() ? alarm.getCode() : alarm.getAlarm();
        return String.join("|", alarm.getSource(), alarm.getDevice(), alarm.getBed(), own);
    }
}
