package org.vigie.gateway.hl7;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigie.gateway.intake.MessageOutcome;
import org.vigie.gateway.intake.PatientMovement;

/** Tests that a movement without a patient changes no bed and is reported. */
class MovementWithoutPatientTest {
    @ParameterizedTest
    @CsvSource({"A01, ''", "A02, '\"\"'", "A03, ^^^V^PI", "A40, ' '", "A12, ~"})
    void aMovementWithoutAPatientIsLeftOutWithTheMissingField(String event, String identifier) {
        // when
        MessageOutcome read = Hl7TestMessages.of(Hl7TestMessages.header("ADT^" + event, "20261128154544+0000")
                + "EVN||20261128154544+0000\r" + "PID|||" + identifier + "||ORME^A\rMRG|770062\rPV1||I|TST^^61\r");

        // then
        assertThat(read.ack()).isEqualTo("AA");
        assertThat(read.movements()).isEmpty();
        assertThat(Hl7TestMessages.words(read)).containsExactly("PID-3 malformed");
    }

    @Test
    void ofASwapWithANamelessPatientTheOtherIsMoved() {
        // when
        MessageOutcome read = Hl7TestMessages.of(Hl7TestMessages.header("ADT^A17", "20261128154544+0000")
                + "EVN||20261128154544+0000\rPID|||\rPV1||I|TST^^61\rPID|||770062^^^V^PI\rPV1||I|TST^^62\r");

        // then
        assertThat(read.movements()).extracting(PatientMovement::patient).containsExactly("770062");
        assertThat(Hl7TestMessages.words(read)).containsExactly("PID-3 malformed");
    }

    @Test
    void anIdentifierInAnotherFieldNamesThePatient() {
        // when
        MessageOutcome read = Hl7TestMessages.of(Hl7TestMessages.header("ADT^A01", "20261128154544+0000")
                + "EVN||20261128154544+0000\rPID||770061\rPV1||I|TST^^61\r");

        // then
        assertThat(read.movements()).extracting(PatientMovement::patient).containsExactly("770061");
        assertThat(Hl7TestMessages.words(read)).isEmpty();
    }
}
