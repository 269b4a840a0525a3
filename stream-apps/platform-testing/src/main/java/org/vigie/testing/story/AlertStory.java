package org.vigie.testing.story;

import java.time.Instant;
import java.util.List;
import org.vigie.schemas.AlarmEpisode;
import org.vigie.schemas.AlarmPriorityRecord;
import org.vigie.schemas.Alert;
import org.vigie.schemas.AlertKind;
import org.vigie.schemas.AlertStateRecord;
import org.vigie.schemas.TriggeringReadingRecord;
import org.vigie.schemas.variable.VariableNames;

/**
 * Tells one alarm of a bed: {@code bed.alert("a1").rule("hr_high", "hr").value(152, 120).raisedAt(noon).raised()}. Without more words it is
 * a low saturation that was raised {@value #DELAY_S} seconds after {@link WardStory#START}.
 */
public final class AlertStory {
    private static final int DELAY_S = 15;

    private final StoryBed bed;
    private final String alert;
    private String rule = "spo2_low";
    private String variable = VariableNames.SPO2;
    private AlarmPriorityRecord priority = AlarmPriorityRecord.MEDIUM;
    private double value = 84;
    private double limit = 90;
    private String messageFr = "SpO2 84 % < 90 % depuis 15 s";
    private String messageEn = "SpO2 84 % < 90 % for 15 s";
    private Instant raisedAt = WardStory.at(DELAY_S);

    AlertStory(StoryBed bed, String alert) {
        this.bed = bed;
        this.alert = alert;
    }

    public AlertStory rule(String name, String ofVariable) {
        rule = name;
        variable = ofVariable;
        return this;
    }

    public AlertStory priority(AlarmPriorityRecord ofAlarm) {
        priority = ofAlarm;
        return this;
    }

    /** Sets the value that raises the alarm and the limit that it violates. */
    public AlertStory value(double raising, double violated) {
        value = raising;
        limit = violated;
        return this;
    }

    public AlertStory message(String french, String english) {
        messageFr = french;
        messageEn = english;
        return this;
    }

    public AlertStory raisedAt(Instant time) {
        raisedAt = time;
        return this;
    }

    /** Returns the entry with which the alarm begins. */
    public Alert raised() {
        return entry(AlertStateRecord.RAISED, raisedAt);
    }

    /** Returns the entry with which the alarm ends. */
    public Alert cleared(Instant at) {
        Alert cleared = entry(AlertStateRecord.CLEARED, at);
        cleared.setClearedAt(at);
        return cleared;
    }

    /** Returns the entry of any transition of the alarm. */
    public Alert entry(AlertStateRecord state, Instant at) {
        return begun().setState(state)
                .setAt(at)
                .setValue(value)
                .setLimit(limit)
                .setMessageFr(messageFr)
                .setMessageEn(messageEn)
                .setCauses(List.of(new TriggeringReadingRecord(variable, value, raisedAt, bed.origin(7, 0))))
                .build();
    }

    private Alert.Builder begun() {
        return Alert.newBuilder()
                .setAlert(alert)
                .setStay(bed.stay())
                .setBed(bed.name())
                .setRule(rule)
                .setRuleVersion("1")
                .setKind(AlertKind.PHYSIOLOGICAL)
                .setPriority(priority)
                .setOnset(raisedAt.minusSeconds(DELAY_S))
                .setRaisedAt(raisedAt)
                .setConditionDelayMs(DELAY_S * 1_000L)
                .setCausePublishedAt(raisedAt);
    }

    /** Begins the episode that alarm analytics makes of the alarm. */
    public AlarmEpisode.Builder episode() {
        return AlarmEpisode.newBuilder()
                .setAlert(alert)
                .setStay(bed.stay())
                .setBed(bed.name())
                .setUnit(bed.unit())
                .setRule(rule)
                .setKind(AlertKind.PHYSIOLOGICAL)
                .setPriority(priority)
                .setRaisedAt(raisedAt)
                .setEscalations(0);
    }
}
