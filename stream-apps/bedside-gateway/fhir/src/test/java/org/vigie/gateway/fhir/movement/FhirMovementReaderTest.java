package org.vigie.gateway.fhir.movement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
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
        var read = FhirCorpus.READER.read(bytes(encounter));

        // then
        assertThat(read.movements()).extracting(PatientMovement::action).containsExactly(action);
    }

    @Test
    void theTimeOfTheAdmissionIsNotThatOfATransfer() {
        // given
        String admitted = "{\"resourceType\":\"Encounter\",\"id\":\"e\",\"status\":\"in-progress\","
                + "\"subject\":{\"reference\":\"Patient/p-31\"},\"period\":{\"start\":\"2026-06-10T12:00:00Z\"},"
                + "\"location\":[{\"status\":\"active\",\"location\":{\"display\":\"REA/2\"}}]}";
        String moved = admitted.replace("[{", "[{\"status\":\"completed\",\"location\":{\"display\":\"REA/1\"}},{");

        // when, then
        assertThat(FhirCorpus.READER.read(bytes(admitted)).movements())
                .extracting(PatientMovement::action, PatientMovement::time)
                .containsExactly(tuple(MovementAction.ADMIT, Optional.of(Instant.parse("2026-06-10T12:00:00Z"))));
        assertThat(FhirCorpus.READER.read(bytes(moved)).movements())
                .extracting(PatientMovement::action, PatientMovement::time)
                .containsExactly(tuple(MovementAction.TRANSFER, Optional.empty()));
    }

    @ParameterizedTest
    @CsvSource({
        "'', '', 2026-06-10T20:00:00Z",
        "'', '\"meta\":{\"lastUpdated\":\"2026-06-10T18:00:00Z\"},', 2026-06-10T18:00:00Z",
        "'\"period\":{\"start\":\"2026-06-10T17:30:00Z\"},', '', ",
        "'\"period\":{\"start\":\"unreadable\"},', '', "
    })
    void anAdmissionWithoutAPeriodOfItsLocationSaysWhenItWasRecorded(String period, String meta, Instant recorded) {
        // given
        String admitted = "{\"resourceType\":\"Encounter\",\"id\":\"e\"," + meta + "\"status\":\"in-progress\","
                + "\"subject\":{\"reference\":\"Patient/p-31\"},\"period\":{\"start\":\"2026-06-10T12:00:00Z\"},"
                + "\"location\":[{" + period + "\"location\":{\"display\":\"REA/2\"}}]}";

        // when
        var read = FhirCorpus.READER
                .receivedAt(Instant.parse("2026-06-10T20:00:00Z"))
                .read(bytes(admitted));

        // then
        assertThat(read.movements())
                .extracting(PatientMovement::recordedAt)
                .containsExactly(Optional.ofNullable(recorded));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
