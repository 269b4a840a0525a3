package org.vigie.analytics;

import java.time.Instant;
import java.util.List;
import org.vigie.schemas.AlarmEpisode;
import org.vigie.schemas.AlarmPriorityRecord;
import org.vigie.schemas.Alert;
import org.vigie.schemas.AlertKind;
import org.vigie.schemas.AlertStateRecord;

/** Builds alarm episodes of one unit by seconds after 08:00. */
final class AlarmEpisodeStory {
    static final Instant START = Instant.parse("2026-03-01T08:00:00Z");

    private AlarmEpisodeStory() {}

    static Instant at(long second) {
        return START.plusSeconds(second);
    }

    static Alert entry(String alert, AlertStateRecord state, long second) {
        return Alert.newBuilder()
                .setAlert(alert)
                .setStay("stay-1")
                .setBed("REA/03")
                .setRule("spo2_low")
                .setRuleVersion("v1")
                .setKind(AlertKind.PHYSIOLOGICAL)
                .setPriority(AlarmPriorityRecord.MEDIUM)
                .setState(state)
                .setOnset(at(0))
                .setRaisedAt(at(15))
                .setAt(at(second))
                .setMessageFr("")
                .setMessageEn("")
                .setConditionDelayMs(15_000)
                .setCausePublishedAt(at(15))
                .setCauses(List.of())
                .build();
    }

    static AlarmEpisode.Builder episode(String alert, String rule, long second) {
        return AlarmEpisode.newBuilder()
                .setAlert(alert)
                .setStay("stay-1")
                .setBed("REA/03")
                .setUnit("REA")
                .setRule(rule)
                .setKind(AlertKind.PHYSIOLOGICAL)
                .setPriority(AlarmPriorityRecord.MEDIUM)
                .setRaisedAt(at(second))
                .setEscalations(0);
    }
}
