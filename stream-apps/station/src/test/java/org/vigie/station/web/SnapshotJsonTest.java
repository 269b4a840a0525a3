package org.vigie.station.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.vigie.schemas.AlarmPriorityRecord;
import org.vigie.schemas.Alert;
import org.vigie.schemas.CallReasonRecord;
import org.vigie.signal.alarm.rules.AlarmRuleCatalogue;
import org.vigie.station.StationRecords;
import org.vigie.station.alarm.AlertSnapshot;
import org.vigie.station.alarm.limit.WardAlarmLimits;

class SnapshotJsonTest {
    private static final Instant T0 = Instant.parse("2026-11-22T12:00:00Z");

    private final Alert alarm =
            StationRecords.ofIncident(StationRecords.raised("a1", "REA/01", "s1", AlarmPriorityRecord.HIGH, T0), 4);

    @Test
    void theFieldsOfAnIncidentStandBesideEachOther() throws Exception {
        // given
        alarm.getIncident().setNewCall(CallReasonRecord.OPENED);
        alarm.getIncident().setAcknowledgedBy("AB");
        alarm.getIncident().setAcknowledgedAt(T0.plusSeconds(9));
        alarm.getIncident().setEscalatedTo("physician");

        // when
        JsonNode incident = incident();

        // then
        assertThat(incident.fieldNames())
                .toIterable()
                .containsExactly(
                        "incident",
                        "onset",
                        "priority",
                        "version",
                        "calls",
                        "newCall",
                        "messageFr",
                        "messageEn",
                        "alerts",
                        "organSystems",
                        "acknowledgedBy",
                        "acknowledgedAt",
                        "escalatedTo");
        assertThat(incident.path("acknowledgedAt").asLong())
                .isEqualTo(T0.plusSeconds(9).toEpochMilli());
    }

    @Test
    void whatAnIncidentDoesNotHaveIsAbsent() throws Exception {
        // when
        JsonNode incident = incident();

        // then
        assertThat(incident.fieldNames())
                .toIterable()
                .containsExactly(
                        "incident",
                        "onset",
                        "priority",
                        "version",
                        "calls",
                        "messageFr",
                        "messageEn",
                        "alerts",
                        "organSystems");
    }

    private JsonNode incident() throws Exception {
        var limits = new WardAlarmLimits(AlarmRuleCatalogue.adultIcu()).at("REA/01", List.of());
        var snapshot = AlertSnapshot.of(alarm, "REA/01", limits, Optional.empty(), List.of(), 1);
        return new ObjectMapper().readTree(new SnapshotJson().write(snapshot)).path("incident");
    }
}
