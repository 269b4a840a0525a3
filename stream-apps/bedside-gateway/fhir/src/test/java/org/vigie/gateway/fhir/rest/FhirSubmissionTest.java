package org.vigie.gateway.fhir.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.vigie.gateway.fhir.FhirReader;
import org.vigie.gateway.fhir.element.MalformedFhirResource;
import org.vigie.gateway.fhir.message.FhirMessage;
import org.vigie.schemas.QuarantineReason;
import org.vigie.terminology.CodeMap;

/** Tests how the body of a request may differ from its address. */
class FhirSubmissionTest {
    private static final String PATIENT = "{\"resourceType\":\"Patient\",\"id\":\"7\"}";

    private static FhirSubmission submission(String type, Optional<String> id, String body) {
        return new FhirSubmission(type, id, body.getBytes(StandardCharsets.UTF_8), "pump-7", "");
    }

    private static Optional<String> mismatch(String type, Optional<String> id, String body)
            throws MalformedFhirResource {
        FhirMessage message =
                new FhirReader(CodeMap.standard(), ZoneOffset.UTC).message(body.getBytes(StandardCharsets.UTF_8));
        return submission(type, id, body).mismatch(message);
    }

    @Test
    void aBodyOfAnotherTypeThanTheAddressIsAMismatch() throws MalformedFhirResource {
        assertThat(mismatch("Observation", Optional.empty(), PATIENT))
                .contains("resourceType: the address says Observation, the body is none");
        assertThat(mismatch("Patient", Optional.empty(), PATIENT)).isEmpty();
        assertThat(mismatch("", Optional.empty(), PATIENT)).isEmpty();
    }

    @Test
    void aBodyWithAnotherIdThanTheAddressIsAMismatchThatQuotesNoId() throws MalformedFhirResource {
        assertThat(mismatch("Patient", Optional.of("8"), PATIENT))
                .contains("Patient.id: must be the id in the address, is another");
        assertThat(mismatch("Patient", Optional.of("7"), PATIENT)).isEmpty();
    }

    @Test
    void aRefusalKeepsTheBodyAndItsSender() {
        // given
        FhirSubmission submission = submission("Patient", Optional.empty(), PATIENT);
        // when
        var refusal = submission.refusal("Patient.id: no", 2, QuarantineReason.REFUSED_MESSAGE);
        // then
        assertThat(refusal.raw()).isEqualTo(submission.body());
        assertThat(refusal.sender()).isEqualTo("pump-7");
        assertThat(refusal.readings()).isEqualTo(2);
        assertThat(refusal.field()).isEqualTo("Patient.id");
    }
}
