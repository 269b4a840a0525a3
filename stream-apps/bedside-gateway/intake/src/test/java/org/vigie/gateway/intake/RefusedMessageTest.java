package org.vigie.gateway.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigie.schemas.QuarantineReason;

class RefusedMessageTest {
    private static RefusedMessage refused(String why, QuarantineReason reason) {
        return new RefusedMessage(IntakeProtocol.FHIR, "pump-7", new byte[0], why, 0, reason);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "MSH-9: no message type                          | MSH-9",
                "readings: must be a list                        | readings",
                "Bundle.entry[12].resource.status: required      | Bundle.entry.resource.status",
                "Observation#3.code: required                    | Observation.code",
                "JSON: not well-formed at line 2, column 7       | JSON",
                "not well-formed                                 | ''",
                "7 patients: TILLEUL^MARC                        | ''",
                "<script>: must be text                          | ''",
            })
    void theFieldIsTheNameBeforeTheColonWithoutItsCounters(String why, String field) {
        assertThat(refused(why, QuarantineReason.REFUSED_MESSAGE).field()).isEqualTo(field);
    }

    @Test
    void aReasonThatIsNoneOfAMessageIsRefused() {
        assertThatThrownBy(() -> refused("MSH: none", QuarantineReason.UNKNOWN_SCHEMA))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("reason: must be one of")
                .hasMessageEndingWith("was UNKNOWN_SCHEMA");
    }
}
