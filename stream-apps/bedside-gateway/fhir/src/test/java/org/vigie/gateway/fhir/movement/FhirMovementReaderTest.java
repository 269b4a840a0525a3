package org.vigie.gateway.fhir.movement;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigie.gateway.fhir.FhirCorpus;
import org.vigie.gateway.intake.PatientMovement;
import org.vigie.gateway.intake.PatientMovement.MovementAction;

/** Tests how an Encounter's class and status change the beds. */
class FhirMovementReaderTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "'\"class\":{\"code\":\"AMB\"},'; REGISTER",
                "'\"class\":[{\"coding\":[{\"code\":\"AMB\"}]}],'; REGISTER",
                "'\"class\":{\"code\":\"IMP\"},'; ADMIT",
                "'\"class\":{\"code\":\"EMER\"},'; ADMIT",
                "''; ADMIT"
            })
    void onlyAnOutpatientIsRegisteredWithoutBeingAdmitted(String patientClass, MovementAction action) {
        // given
        String encounter = "{\"resourceType\":\"Encounter\",\"id\":\"e\",\"status\":\"in-progress\"," + patientClass
                + "\"subject\":{\"reference\":\"Patient/p-31\"},"
                + "\"period\":{\"start\":\"2026-06-10T12:00:00Z\"},"
                + "\"location\":[{\"location\":{\"display\":\"RADIO/1\"}}]}";

        // when
        var read = FhirCorpus.READER.read(encounter.getBytes(StandardCharsets.UTF_8));

        // then
        assertThat(read.movements()).extracting(PatientMovement::action).containsExactly(action);
    }
}
