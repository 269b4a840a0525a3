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
     * @param knownOrNull priority of the open alarm before the message; null when it is not open
     */
    public static Optional<AlertStateRecord> transition(BedsideAlarm alarm, @Nullable AlarmPriorityRecord knownOrNull) {
        if (isOver(alarm)) {
            return knownOrNull == null ? Optional.empty() : Optional.of(AlertStateRecord.CLEARED);
        }
        return knownOrNull == null ? Optional.of(AlertStateRecord.RAISED) : change(alarm, knownOrNull);
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
    private static boolean isOver(BedsideAlarm alarm) {
        return alarm.getPhase().equalsIgnoreCase("end")
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
