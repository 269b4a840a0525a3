package org.vigie.bench.ward;

import java.time.Instant;
import java.util.List;
import org.vigie.schemas.AlarmPriorityRecord;
import org.vigie.schemas.Alert;
import org.vigie.schemas.AlertKind;
import org.vigie.schemas.AlertStateRecord;
import org.vigie.schemas.CallReasonRecord;
import org.vigie.schemas.IncidentRecord;

/** Builds ledger entries of one stay on one day. */
final class LedgerEntries {
    static final Instant DAY = Instant.parse("2026-03-01T00:00:00Z");

    private LedgerEntries() {}

    /** @param call reason of the call; null when the entry calls nobody */
    static Alert ofIncident(Alert entry, CallReasonRecord call) {
        entry.setIncident(IncidentRecord.newBuilder()
                .setIncident("i")
                .setOnset(DAY)
                .setPriority(AlarmPriorityRecord.HIGH)
                .setCalls(1)
                .setNewCall(call)
                .setMessageFr("")
                .setMessageEn("")
                .build());
        return entry;
    }

    static Alert entry(String alert, AlertStateRecord state, int second) {
        Instant at = DAY.plusSeconds(second);
        return Alert.newBuilder()
                .setAlert(alert)
                .setStay("s")
                .setBed("U/1")
                .setRule("spo2_low")
                .setRuleVersion("v")
                .setKind(AlertKind.PHYSIOLOGICAL)
                .setPriority(AlarmPriorityRecord.MEDIUM)
                .setState(state)
                .setOnset(at)
                .setRaisedAt(at)
                .setMessageFr("")
                .setMessageEn("")
                .setConditionDelayMs(0)
                .setCausePublishedAt(at)
                .setCauses(List.of())
                .setAt(at)
                .build();
    }
}
