package org.vigie.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.vigie.alerts.ledger.LedgerCheck;
import org.vigie.alerts.ledger.LedgerEntryHash;
import org.vigie.schemas.AlarmCommandRecord;
import org.vigie.schemas.AlarmPriorityRecord;
import org.vigie.schemas.Alert;
import org.vigie.schemas.AlertStateRecord;
import org.vigie.schemas.CallReasonRecord;
import org.vigie.schemas.CleanObservation;
import org.vigie.schemas.CommandTypeRecord;
import org.vigie.schemas.IncidentRecord;
import org.vigie.schemas.OrganSystemRecord;
import org.vigie.testing.story.WardStory;

/** Tests what the ledger says about the incident of a shock. */
class IncidentTopologyTest {
    private static final Map<String, Double> WELL = Map.of("hr", 70.0, "spo2", 97.0, "rr", 15.0);
    private static final Map<String, Double> SHOCK = Map.of("hr", 127.0, "spo2", 87.0, "rr", 32.0);

    private AlertTopologyDriver alerts = new AlertTopologyDriver();
    private final List<CleanObservation> told = new WardStory()
            .bed("1")
            .steady(10, WELL)
            .steady(50, SHOCK)
            .steady(100, Map.of("hr", 131.0, "spo2", 87.0, "rr", 32.0))
            .cleanObservations();

    @AfterEach
    void close() {
        alerts.close();
    }

    @Test
    void aShockCallsOnceAndItsSentenceHoldsTheLiveValues() {
        // when
        alerts.tell(told.subList(0, 60));

        // then
        List<Alert> ledger = alerts.ledger();
        assertThat(ledger).extracting(Alert::getState).containsOnly(AlertStateRecord.RAISED);
        assertThat(ledger)
                .extracting(entry -> entry.getIncident().getNewCall())
                .containsExactly(CallReasonRecord.OPENED, null, null);
        assertThat(ledger.get(2).getIncident()).satisfies(incident -> {
            assertThat(incident.getMessageFr()).isEqualTo("FC 127, FR 32, SpO2 87 : 3 limites depuis 09:00");
            assertThat(incident.getMessageEn()).isEqualTo("HR 127, RR 32, SpO2 87: 3 limits since 09:00");
            assertThat(incident.getPriority()).isEqualTo(AlarmPriorityRecord.MEDIUM);
            assertThat(incident.getOrganSystems())
                    .containsExactly(OrganSystemRecord.CIRCULATION, OrganSystemRecord.RESPIRATION);
            assertThat(incident.getAlerts())
                    .containsAll(ledger.stream().map(Alert::getAlert).toList());
        });
    }

    @Test
    void anIncidentGoesOnAfterARestartAndOneCommandAcknowledgesItsAlarms() {
        // given
        alerts.tell(told.subList(0, 60));
        List<Alert> before = alerts.ledger();
        alerts = alerts.restarted(alerts.stored());

        // when
        alerts.ask(acknowledge(before.get(2)));

        // then
        List<Alert> after = alerts.ledger();
        assertThat(after).hasSize(3).extracting(Alert::getState).containsOnly(AlertStateRecord.ACKNOWLEDGED);
        assertThat(after).extracting(Alert::getRule).containsExactly("hr_high", "rr_high", "spo2_low");
        assertThat(after.get(2).getIncident()).satisfies(incident -> {
            assertThat(incident.getAcknowledgedBy()).isEqualTo("n-1");
            assertThat(incident.getCalls()).isEqualTo(1);
            assertThat(incident.getMessageFr()).isEqualTo("FC 127, FR 32, SpO2 87 : 3 limites depuis 09:00");
        });
        var check = new LedgerCheck();
        assertThat(before)
                .allSatisfy(entry -> assertThat(check.take("before", entry)).isEmpty());
        assertThat(after)
                .allSatisfy(entry -> assertThat(check.take("after", entry)).isEmpty());
    }

    @Test
    void theLedgerCheckFindsACallThatIsNotCounted() {
        // given
        alerts.tell(told.subList(0, 60));
        List<Alert> ledger = alerts.ledger();
        Alert changed = Alert.newBuilder(ledger.get(1))
                .setIncident(IncidentRecord.newBuilder(ledger.get(1).getIncident())
                        .setCalls(2)
                        .build())
                .build();
        changed.setHash(LedgerEntryHash.of(changed));

        // when
        var check = new LedgerCheck();
        check.take("0", ledger.get(0));

        // then
        assertThat(check.take("1", changed).orElseThrow().toString()).contains("its incident counts 2 calls, not 1");
    }

    private static AlarmCommandRecord acknowledge(Alert seen) {
        return AlarmCommandRecord.newBuilder()
                .setCommand("c-1")
                .setStay("stay-1")
                .setAlert(seen.getAlert())
                .setKind(CommandTypeRecord.ACKNOWLEDGE_INCIDENT)
                .setVersion(seen.getCondition().getVersion())
                .setBy("n-1")
                .setRole("nurse")
                .setReason("seen")
                .setAt(WardStory.START.plusSeconds(59))
                .build();
    }
}
