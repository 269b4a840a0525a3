package org.vigie.gateway.fhir.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vigie.gateway.fhir.FhirReader;
import org.vigie.gateway.intake.MeasuredValue;
import org.vigie.gateway.intake.MessageOutcome;
import org.vigie.gateway.intake.StayLookup;
import org.vigie.gateway.intake.VisitBed;
import org.vigie.terminology.CodeMap;

/** Reads resources whose references are searches, with a census that knows some patients, visits and places. */
abstract class ConditionalReferenceReading {
    /** Time at which the patient of the visit came to the present bed. */
    private static final Instant MOVED = Instant.parse("2026-06-10T08:00:00Z");

    static final StayLookup CENSUS = new StayLookup() {
        private final Set<String> patients = Set.of("880021", "880022");

        @Override
        public boolean hasPatient(String number) {
            return patients.contains(number);
        }

        @Override
        public List<VisitBed> bedsOfVisit(String number) {
            return number.equals("V-21")
                    ? List.of(
                            new VisitBed("REA/20", MOVED.minusSeconds(3600), Optional.of(MOVED)),
                            new VisitBed("REA/21", MOVED, Optional.empty()))
                    : List.of();
        }
    };

    static final FhirReader GATEWAY = new FhirReader(CodeMap.standard(), ZoneOffset.UTC, CENSUS);

    static final String SYSTEM = "urn:oid:1.2.250.1";

    static String observation(String references) {
        return """
            {"resourceType":"Observation","status":"final","code":{"coding":[{"system":"http://loinc.org","code":"8867-4"}]},
             %s"effectiveDateTime":"2026-06-10T12:00:00+02:00","valueQuantity":{"value":72,"code":"/min"}}\
            """.formatted(references);
    }

    static String subject(String reference) {
        return "\"subject\":{\"reference\":\"" + reference + "\",\"display\":\"TILLEUL Marc\"},";
    }

    static String entry(String resource) {
        return entry("urn:uuid:0", resource, "");
    }

    static String entry(String url, String resource, String condition) {
        return "{\"fullUrl\":\"" + url + "\",\"resource\":" + resource
                + ",\"request\":{\"method\":\"POST\",\"url\":\"X\"" + condition + "}}";
    }

    static String bundle(String type, String... entries) {
        return "{\"resourceType\":\"Bundle\",\"type\":\"" + type + "\",\"entry\":[" + String.join(",", entries) + "]}";
    }

    static String patient(String... identifiers) {
        return "{\"resourceType\":\"Patient\",\"identifier\":["
                + String.join(
                        ",",
                        List.of(identifiers).stream()
                                .map(word -> word.split("\\|"))
                                .map(parts -> "{\"system\":\"" + parts[0] + "\",\"value\":\"" + parts[1] + "\"}")
                                .toList())
                + "]}";
    }

    static MessageOutcome read(FhirReader reader, String text) {
        return reader.read(text.getBytes(StandardCharsets.UTF_8));
    }

    static MessageOutcome inTransaction(String reference) {
        return read(GATEWAY, bundle("transaction", entry(observation(subject(reference)))));
    }

    static void isOf(MessageOutcome outcome, String patient) {
        assertThat(outcome.error()).isEmpty();
        assertThat(outcome.observations()).extracting(MeasuredValue::patient).containsExactly(patient);
    }

    static void isRefused(MessageOutcome outcome, String... words) {
        assertThat(outcome.ack()).isEqualTo("422");
        assertThat(outcome.observations()).isEmpty();
        assertThat(outcome.error()).contains(words).doesNotContain("8800", "TILLEUL", "1.2.250");
    }
}
