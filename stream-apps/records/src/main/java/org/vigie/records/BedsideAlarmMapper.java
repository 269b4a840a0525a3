package org.vigie.records;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
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
     * Returns the transition that a message reports. It is empty when the message only repeats what is known.
     *
     * @param open whether the alarm is open before the message
     */
    public static Optional<AlertStateRecord> transition(BedsideAlarm alarm, boolean open) {
        if (isOver(alarm)) {
            return open ? Optional.of(AlertStateRecord.CLEARED) : Optional.empty();
        }
        if (!open) {
            return Optional.of(AlertStateRecord.RAISED);
        }
        return alarm.getPhase().equals("escalate") ? Optional.of(AlertStateRecord.UPGRADED) : Optional.empty();
    }

    /** Returns true when the monitor reports that the alarm has ended, or that somebody switched it off. */
    private static boolean isOver(BedsideAlarm alarm) {
        return alarm.getPhase().toLowerCase(Locale.ROOT).equals("end")
                || OVER.contains(alarm.getState().toLowerCase(Locale.ROOT));
    }

    /** Returns the record of a transition. */
    public static Alert alert(BedsideAlarm alarm, AlertStateRecord transition) {
        Instant raised = Optional.ofNullable(alarm.getRaisedAt()).orElse(alarm.getReceivedTime());
        return Alert.newBuilder()
                .setAlert(name(alarm))
                .setStay("")
                .setBed(alarm.getBed())
                .setRule(RULE)
                .setRuleVersion(alarm.getSource())
                .setKind(alarm.getKind().equals("ST") ? AlertKind.TECHNICAL : AlertKind.PHYSIOLOGICAL)
                .setPriority(priority(alarm.getPriority()))
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

    /** Returns the priority. One that the monitor does not give is HIGH, because it may be the most urgent. */
    private static AlarmPriorityRecord priority(String sent) {
        return switch (sent) {
            case "PM" -> AlarmPriorityRecord.MEDIUM;
            case "PL", "PI", "PN" -> AlarmPriorityRecord.LOW;
            default -> AlarmPriorityRecord.HIGH;
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
