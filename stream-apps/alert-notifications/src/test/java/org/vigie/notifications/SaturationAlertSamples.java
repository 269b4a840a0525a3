package org.vigie.notifications;

import java.time.Instant;
import java.util.List;
import org.vigie.schemas.AlarmPriorityRecord;
import org.vigie.schemas.Alert;
import org.vigie.schemas.AlertKind;
import org.vigie.schemas.AlertStateRecord;
import org.vigie.schemas.Origin;
import org.vigie.schemas.TriggeringReadingRecord;

/** Transitions of one alarm about a low saturation. */
final class SaturationAlertSamples {
    static final Instant RAISED = Instant.parse("2026-03-01T08:00:15Z");

    private SaturationAlertSamples() {}

    static Alert of(String alert, AlertStateRecord state, AlarmPriorityRecord priority) {
        return Alert.newBuilder()
                .setAlert(alert)
                .setStay("stay-1")
                .setBed("REA/03")
                .setRule("spo2_low")
                .setRuleVersion("adult-icu-1")
                .setKind(AlertKind.PHYSIOLOGICAL)
                .setPriority(priority)
                .setState(state)
                .setOnset(RAISED.minusSeconds(15))
                .setRaisedAt(RAISED)
                .setAt(RAISED)
                .setClearedAt(state == AlertStateRecord.CLEARED ? RAISED.plusSeconds(60) : null)
                .setValue(84.0)
                .setLimit(90.0)
                .setMessageFr("SpO2 84 % < 90 % depuis 15 s | à vérifier")
                .setMessageEn("SpO2 84 % < 90 % for 15 s")
                .setConditionDelayMs(15_000)
                .setCausePublishedAt(RAISED)
                .setCauses(List.of(new TriggeringReadingRecord("spo2", 84.0, RAISED, new Origin("raw", 0, 7L, 2))))
                .setSequence(3)
                .setHash(alert + "-" + state + "-hash")
                .build();
    }

    static Alert raised(String alert) {
        return of(alert, AlertStateRecord.RAISED, AlarmPriorityRecord.HIGH);
    }

    static Alert cleared(String alert) {
        return of(alert, AlertStateRecord.CLEARED, AlarmPriorityRecord.HIGH);
    }
}
