package org.vigie.gateway.hl7.movement;

import static org.assertj.core.api.Assertions.assertThat;

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
}
