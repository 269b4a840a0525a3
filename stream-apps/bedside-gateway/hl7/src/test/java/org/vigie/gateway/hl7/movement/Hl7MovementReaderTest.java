package org.vigie.gateway.hl7.movement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigie.gateway.hl7.Hl7TestMessages;
import org.vigie.gateway.intake.PatientMovement;
import org.vigie.gateway.intake.PatientMovement.MovementAction;

/** Tests which patients are registered without being admitted. The patient class is in PV1-2. */
class Hl7MovementReaderTest {
    @ParameterizedTest
    @CsvSource({
        "A04, O, REGISTER",
        "A04, O^Outpatient^HL70004, REGISTER",
        "A04, R, REGISTER",
        "A04, P, REGISTER",
        "A04, E, ADMIT",
        "A04, I, ADMIT",
        "A04, '', ADMIT",
        "A01, O, ADMIT"
    })
    void onlyTheRegistrationOfAnOutpatientAdmitsNoPatient(String event, String patientClass, MovementAction action) {
        // when
        var read = Hl7TestMessages.of(Hl7TestMessages.header("ADT^" + event, "20261128154544+0000")
                + "EVN||20261128154544+0000\rPID|||770061^^^V^PI\rPV1||" + patientClass + "|RADIO^^1\r");

        // then
        assertThat(read.movements()).extracting(PatientMovement::action).containsExactly(action);
    }

    @ParameterizedTest
    @CsvSource({
        // EVN-6 or ZBE-2 is the time of the arrival on the bed; PV1-44 alone is that of the arrival in the hospital
        "A01, '', '', 2026-11-28T15:45:44Z",
        "A01, 20261128150000+0000, '', ''",
        "A01, '', 20261128150000+0000, ''",
        "A02, '', '', ''"
    })
    void theTimeOfRecordingIsGivenWhenOnlyTheTimeOfTheHospitalIs(
            String event, String occurred, String moved, String recorded) {
        // when
        var read = Hl7TestMessages.of(Hl7TestMessages.header("ADT^" + event, "20261128154544+0000")
                + "EVN||20261128154544+0000||||" + occurred + "\rPID|||770061^^^V^PI\rPV1||I|REA^^1"
                + "|".repeat(41) + "20261128080000+0000\rZBE|mv-1|" + moved + "||INSERT\r");

        // then
        assertThat(read.movements())
                .extracting(
                        movement -> movement.recordedAt().map(Instant::toString).orElse(""))
                .containsExactly(recorded);
    }
}
