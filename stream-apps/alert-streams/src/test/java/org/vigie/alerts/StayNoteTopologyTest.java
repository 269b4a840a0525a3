package org.vigie.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.vigie.schemas.AlarmCommandRecord;
import org.vigie.schemas.AlarmCommandRefusalRecord;
import org.vigie.schemas.Alert;
import org.vigie.schemas.AlertStateRecord;
import org.vigie.schemas.CleanObservation;
import org.vigie.schemas.CommandTypeRecord;
import org.vigie.testing.story.WardStory;

/** Tests the way of a note about a stay from the command to the ledger, under the rights of the shipped rules. */
class StayNoteTopologyTest {
    private final List<CleanObservation> told =
            new WardStory().bed("REA/1", "stay-1").steady(5, Map.of("hr", 70.0)).cleanObservations();
    private final AlertTopologyDriver alerts = new AlertTopologyDriver();

    @AfterEach
    void close() {
        alerts.close();
    }

    @Test
    void aPhysicianRecordsALimitationOfTreatmentAndNoAlarmChanges() {
        // given
        alerts.tell(told);

        // when
        alerts.ask(note(CommandTypeRecord.SET_TREATMENT_LIMITATION, "physician", Map.of("limitation", "LIMITATION")));

        // then
        assertThat(alerts.ledger()).last().satisfies(entry -> {
            assertThat(entry.getState()).isEqualTo(AlertStateRecord.TREATMENT_LIMITATION_SET);
            assertThat(entry.getCommand().getArguments()).containsEntry("limitation", "LIMITATION");
            assertThat(entry.getBed()).isEqualTo("REA/1");
        });
    }

    @Test
    void aNurseMayNotRecordALimitationOfTreatment() {
        // given
        alerts.tell(told);

        // when
        alerts.ask(note(CommandTypeRecord.SET_TREATMENT_LIMITATION, "nurse", Map.of("limitation", "LIMITATION")));

        // then
        assertThat(refusal()).isEqualTo(AlarmCommandRefusalRecord.NO_RIGHT);
    }

    @Test
    void onlyTheChargeNurseAssignsTheNurseInCharge() {
        // given
        alerts.tell(told);

        // when
        alerts.ask(note(CommandTypeRecord.ASSIGN_NURSE, "charge-nurse", Map.of("nurse", "CD")));

        // then
        assertThat(alerts.ledger()).extracting(Alert::getState).contains(AlertStateRecord.NURSE_ASSIGNED);
    }

    private AlarmCommandRefusalRecord refusal() {
        List<Alert> ledger = alerts.ledger();
        return ledger.get(ledger.size() - 1).getRefusal();
    }

    private static AlarmCommandRecord note(CommandTypeRecord kind, String role, Map<String, String> arguments) {
        return AlarmCommandRecord.newBuilder()
                .setCommand("c-1")
                .setStay("stay-1")
                .setKind(kind)
                .setBy("n-1")
                .setRole(role)
                .setAt(WardStory.START.plusSeconds(4).plusMillis(7))
                .setReason("decided with the family")
                .setArguments(arguments)
                .build();
    }
}
