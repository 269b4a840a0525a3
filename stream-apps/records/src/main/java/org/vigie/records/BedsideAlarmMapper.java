package org.vigie.records;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
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
    /** A number, with its decimals, that stands by itself: 142 and 38.5, but not the 2 of SpO2 or of P2. */
    private static final Pattern NUMBER = Pattern.compile("(?<![\\p{L}\\p{N}.,])[0-9]+(?:[.,][0-9]+)*");

    private BedsideAlarmMapper() {}

    /** Returns true when the monitor itself raised the alarm. */
    public static boolean isOfMonitor(Alert alert) {
        return alert.getRule().equals(RULE);
    }

    /** Returns true for a message that reports no alarm of a patient: a watchdog message, or one of a test. */
    public static boolean isNoAlarm(BedsideAlarm alarm) {
        return alarm.getSignOfLife() || alarm.getTest();
    }

    /** Returns when an alarm began by the monitor's clock, which may run ahead; when it was received, if the monitor does not say it. */
    public static Instant begunAt(BedsideAlarm alarm) {
        return Optional.ofNullable(alarm.getRaisedAt()).orElse(alarm.getReceivedTime());
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
                .setHash(hash(alarm, transition))
                .build();
    }

    /** Returns the key of a transition. A sender without times may give two alarms the same text and the same message id. */
    private static String hash(BedsideAlarm alarm, AlertStateRecord transition) {
        return String.join(
                "-",
                "monitor",
                alarm.getMessageId(),
                alarm.getCode(),
                name(alarm),
                transition.name(),
                alarm.getReceivedTime().toString());
    }

    /** Returns the priority of an alarm. One that the monitor does not give is HIGH, because it may be the most urgent. */
    public static AlarmPriorityRecord priority(BedsideAlarm alarm) {
        return sentPriority(alarm).orElse(AlarmPriorityRecord.HIGH);
    }

    /** Returns the priority that a monitor gives; empty when it gives none. */
    static Optional<AlarmPriorityRecord> sentPriority(BedsideAlarm alarm) {
        return switch (alarm.getPriority().toUpperCase(Locale.ROOT)) {
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

    /**
     * Returns the name by which the messages about one alarm of a monitor belong together: the sender's identifier, else code and text. Some
     * senders give all their texts the same code. A number in the text is left out, because it is the value that changes while the alarm
     * goes on.
     */
    public static String name(BedsideAlarm alarm) {
        String own = alarm.getAlarm().isBlank() ? alarm.getCode() + wordsOf(alarm.getText()) : alarm.getAlarm();
        return String.join("|", alarm.getSource(), alarm.getDevice(), alarm.getBed(), own);
    }

    private static String wordsOf(String text) {
        String words =
                NUMBER.matcher(text).replaceAll("").replaceAll("\\s+", " ").strip();
        return words.isEmpty() ? "" : "|" + words;
    }
}
