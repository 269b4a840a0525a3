package org.vigie.gateway.fhir.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigie.gateway.fhir.FhirCorpus;
import org.vigie.gateway.intake.MessageOutcome;

/** Tests every type of value of an Observation: which hold a number, and why the others hold none. */
class FhirValueTest {
    private static final String OBSERVATION = """
        {"resourceType":"Observation","status":"final","code":{"coding":[{"system":"http://loinc.org","code":"8867-4"}]},
         "effectiveDateTime":"2026-03-05T08:15:00Z",%s}\
        """;

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "\"valueQuantity\":{\"value\":80,\"code\":\"/min\"}!08:15:00Z 80.0",
                "\"valueQuantity\":{\"value\":8e1,\"code\":\"/min\"}!08:15:00Z 80.0",
                "\"valueInteger\":80!08:15:00Z 80.0",
                "\"valueString\":\"80\"!08:15:00Z 80.0",
                "\"valueQuantity\":{\"value\":80,\"comparator\":\"<\",\"code\":\"/min\"}!bound",
                "\"valueQuantity\":{\"code\":\"/min\"}!no result",
                "\"valueQuantity\":{\"value\":\"eighty\",\"code\":\"/min\"}!not a number",
                "\"valueQuantity\":{\"value\":1e999,\"code\":\"/min\"}!not a number",
                "\"valueString\":\"about 80\"!text",
                "\"valueBoolean\":true!text",
                "\"valueCodeableConcept\":{\"text\":\"regular\"}!text",
                "\"valueRange\":{\"low\":{\"value\":70},\"high\":{\"value\":90}}!several numbers",
                "\"valueRatio\":{\"numerator\":{\"value\":1},\"denominator\":{\"value\":2}}!several numbers",
                "\"valueAttachment\":{\"url\":\"x\"}!document",
                "\"valueTime\":\"08:15:00\"!not a number",
                "\"valueDateTime\":\"2026-03-05\"!not a number",
                "\"valuePeriod\":{\"start\":\"2026-03-05\"}!not a number",
            })
    void aValueIsANumberOrIsLeftOutWithItsReason(String value, String expected) {
        assertThat(read(value)).containsExactly(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "\"origin\":{\"value\":0,\"code\":\"/min\"},\"period\":1000,\"data\":\"80 81\"!08:15:00Z"
                        + " 80.0,08:15:01Z 81.0",
                "\"origin\":{\"value\":60,\"code\":\"/min\"},\"factor\":2,\"period\":60000,\"data\":\"10\"!08:15:00Z"
                        + " 80.0",
                "\"origin\":{\"value\":0,\"code\":\"/min\"},\"interval\":2,\"intervalUnit\":\"s\",\"data\":\"80"
                        + " 81\"!08:15:00Z 80.0,08:15:02Z 81.0",
                "\"origin\":{\"value\":0,\"code\":\"/min\"},\"interval\":1,\"intervalUnit\":\"min\",\"data\":\"80 E"
                        + " 82\"!08:15:00Z 80.0,08:17:00Z 82.0,no result",
                "\"origin\":{\"value\":0,\"code\":\"/min\"},\"period\":4,\"data\":\"80 81\"!waveform",
                "\"origin\":{\"value\":0,\"code\":\"/min\"},\"period\":1000,\"dimensions\":2,\"data\":\"80"
                        + " 81\"!waveform",
                "\"origin\":{\"value\":0,\"code\":\"/min\"},\"data\":\"80 81\"!waveform",
                "\"origin\":{\"value\":0,\"code\":\"/min\"},\"period\":0,\"data\":\"80\"!no time",
                "\"origin\":{\"value\":0,\"code\":\"/min\"},\"period\":-1000,\"data\":\"80\"!no time",
                "\"origin\":{\"value\":0,\"code\":\"/min\"},\"period\":\"often\",\"data\":\"80\"!no time",
                "\"origin\":{\"value\":0,\"code\":\"/min\"},\"interval\":1,\"intervalUnit\":\"fortnight\",\"data\":\"80\"!no"
                        + " time",
                "\"origin\":{\"value\":0,\"code\":\"/min\"},\"interval\":1,\"intervalUnit\":\"s\",\"period\":1000,\"data\":\"80\"!no"
                        + " time",
                "\"origin\":{\"value\":\"zero\",\"code\":\"/min\"},\"period\":1000,\"data\":\"80\"!not a number",
                "\"origin\":{\"value\":0,\"code\":\"/min\"},\"factor\":\"two\",\"period\":1000,\"data\":\"80\"!not a"
                        + " number",
            })
    void aSeriesOfMeasurementsIsReadAndAWaveformIsNot(String sampled, String expected) {
        assertThat(String.join(",", read("\"valueSampledData\":{" + sampled + "}")))
                .startsWith(expected);
    }

    private static List<String> read(String value) {
        MessageOutcome outcome =
                FhirCorpus.READER.read(OBSERVATION.formatted(value).getBytes(StandardCharsets.UTF_8));
        Stream<String> kept =
                outcome.observations().stream().map(one -> one.time().toString().substring(11) + " " + one.value());
        return Stream.concat(
                        kept,
                        outcome.dropped().stream().map(left -> left.reason().toString()))
                .toList();
    }
}
