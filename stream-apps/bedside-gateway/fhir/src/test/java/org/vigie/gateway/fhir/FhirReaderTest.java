package org.vigie.gateway.fhir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.gateway.intake.MeasuredValue;
import org.vigie.gateway.intake.MessageOutcome;
import org.vigie.gateway.intake.ObservationIdentifiers;
import org.vigie.gateway.read.OutcomeJsonLine;
import org.vigie.gateway.read.SenderClock;
import org.vigie.terminology.CodeMap;

class FhirReaderTest {
    private static final String HEART_RATE = """
            {"resourceType":"Observation","status":"final","code":{"coding":[{"system":"http://loinc.org","code":"8867-4"}]},
             "effectiveDateTime":"%s","valueQuantity":{"value":%s,"code":"/min"}}""";

    private static MessageOutcome read(String text) {
        return FhirCorpus.READER.read(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void everyResourceOfTheCorpusBecomesWhatWasReviewed() throws IOException {
        // given
        List<String> reviewed = FhirCorpus.expected();
        // when
        List<String> became = FhirCorpus.files().stream()
                .map(file -> new OutcomeJsonLine(file.getFileName().toString(), FhirCorpus.read(file)).text())
                .toList();
        // then
        assertThat(became).containsExactlyElementsOf(reviewed);
    }

    @Test
    void ofTwoSourcesOfOneVariableEachBearsItsSiteItsMethodAndItsPartOfTheDevice() {
        // given
        String bundle = """
                {"resourceType":"Bundle","type":"collection","entry":[
                 {"resource":{"resourceType":"Device","id":"box","identifier":[{"value":"BOX-1"}]}},
                 {"resource":{"resourceType":"DeviceMetric","id":"m1","identifier":[{"value":"probe-1"}],"type":{"text":"SpO2 probe"},
                   "source":{"reference":"Device/box"}}},
                 {"resource":{"resourceType":"Observation","status":"final","code":{"coding":[{"system":"http://loinc.org","code":"8310-5"}]},
                   "bodySite":{"coding":[{"code":"34402009","display":"Rectum"}]},
                   "effectiveDateTime":"2026-03-05T08:15:00Z","valueQuantity":{"value":38.1,"code":"Cel"}}},
                 {"resource":{"resourceType":"Observation","status":"preliminary","code":{"coding":[{"system":"http://loinc.org","code":"8310-5"}]},
                   "bodySite":{"text":"Skin"},"method":{"text":"thermistor"},
                   "effectiveDateTime":"2026-03-05T08:15:00Z","valueQuantity":{"value":33.5,"code":"Cel"}}},
                 {"resource":{"resourceType":"Observation","status":"final","code":{"coding":[{"system":"http://loinc.org","code":"8334-5"}]},
                   "effectiveDateTime":"2026-03-05T08:15:00Z","valueQuantity":{"value":38.2,"code":"Cel"}}},
                 {"resource":{"resourceType":"Observation","status":"final","code":{"coding":[{"system":"http://loinc.org","code":"59408-5"}]},
                   "device":{"reference":"DeviceMetric/m1"},
                   "effectiveDateTime":"2026-03-05T08:15:00Z","valueQuantity":{"value":97,"code":"%"}}}]}""";

        // then
        assertThat(read(bundle).observations())
                .extracting(
                        MeasuredValue::value, MeasuredValue::channel, MeasuredValue::device, MeasuredValue::preliminary)
                .containsExactly(
                        tuple(38.1, "Rectum", "", false),
                        tuple(33.5, "Skin thermistor", "", true),
                        tuple(38.2, "TEMP_BLADDER", "", false),
                        tuple(97.0, "SpO2 probe probe-1", "BOX-1", false));
    }

    @Test
    void anObservationHasItsIdentifiersAndItsId() {
        // given
        String named = HEART_RATE
                .formatted("2026-03-05T08:15:00Z", "80")
                .replace(
                        "\"status\"",
                        "\"id\":\"o1\",\"identifier\":[{\"system\":\"urn:lab\",\"value\":\"7\"},{\"value\":\"8\"}],\"status\"");
        String put = "{\"resourceType\":\"Bundle\",\"type\":\"batch\",\"entry\":[{\"resource\":" + named
                + ",\"request\":{\"method\":\"PUT\",\"url\":\"Observation/o1\"}}]}";

        // when, then
        assertThat(read(named).observations())
                .singleElement()
                .returns(
                        new ObservationIdentifiers(List.of("identifier|urn:lab|7", "identifier||8", "id|o1"), false),
                        MeasuredValue::statement);
        assertThat(read(put).observations())
                .singleElement()
                .satisfies(
                        measured -> assertThat(measured.statement().replaces()).isTrue());
        assertThat(read(HEART_RATE.formatted("2026-03-05T08:15:00Z", "80")).observations())
                .singleElement()
                .returns(ObservationIdentifiers.UNNAMED, MeasuredValue::statement);
    }

    @Test
    void aTimeOfDayNeedsNoSeconds() {
        assertThat(read(HEART_RATE.formatted("2026-03-05T08:15+01:00", "80")).observations())
                .singleElement()
                .satisfies(measured -> assertThat(measured.time()).isEqualTo("2026-03-05T07:15:00Z"));
    }

    @Test
    void aShortNameOfSomethingElseIsUnmappedWhereverItsTextStands() {
        // given
        String loinc = "{\"coding\":[{\"system\":\"http://loinc.org\",\"code\":\"8867-4\"}]}";

        // when, then
        for (String airway : List.of(
                "{\"coding\":[{\"system\":\"urn:vent\",\"code\":\"RR\",\"display\":\"R-R interval\"}]}",
                "{\"coding\":[{\"system\":\"urn:vent\",\"code\":\"RR\"}],\"text\":\"R-R interval\"}",
                "{\"coding\":[{\"system\":\"urn:vent\",\"code\":\"MAP\"}],\"text\":\"Mean airway pressure\"}",
                "{\"text\":\"MAP\"}")) {
            MessageOutcome read =
                    read(HEART_RATE.formatted("2026-03-05T08:15:00Z", "14").replace(loinc, airway));

            assertThat(read.dropped())
                    .singleElement()
                    .satisfies(dropped -> assertThat(dropped.reason()).hasToString("unmapped code"));
        }
    }

    @Test
    void aLocalTimeThatWasTwiceOrNeverIsNoTime() {
        // given
        FhirReader paris = new FhirReader(CodeMap.standard(), SenderClock.DEFAULT_ZONE);

        // when, then
        for (String time : List.of("2026-10-25T02:30:00", "2026-03-29T02:30:00")) {
            String sent = HEART_RATE.formatted(time, "80");

            assertThat(paris.read(sent.getBytes(StandardCharsets.UTF_8)).dropped())
                    .singleElement()
                    .satisfies(dropped -> assertThat(dropped.reason()).hasToString("no time"));
        }
    }

    @Test
    void anImpossibleTimeIsNoTime() {
        assertThat(read(HEART_RATE.formatted("2026-02-30T08:15:00Z", "80")).dropped())
                .singleElement()
                .satisfies(dropped -> assertThat(dropped.reason()).hasToString("no time"));
    }

    @Test
    void aNumberWrittenAsTextIsThatNumber() {
        assertThat(read(HEART_RATE.formatted("2026-03-05", "\"80.5\"")).observations())
                .singleElement()
                .satisfies(measured -> assertThat(measured.value()).isEqualTo(80.5));
    }

    @Test
    void theErrorQuotesNothingThatWasSent() {
        // when
        MessageOutcome refused = read("{\"resourceType\":\"Patient\",\"name\":[{\"family\":\"Secret\" oops}]}");

        // then
        assertThat(refused.ack()).isEqualTo("400");
        assertThat(refused.error()).contains("line 1").doesNotContain("Secret").doesNotContain("oops");
    }

    @Test
    void nestingWithoutEndIsRefused() {
        assertThat(read("[".repeat(100_000)).ack()).isEqualTo("400");
        assertThat(read("<a>".repeat(100_000)).ack()).isEqualTo("400");
        assertThat(read("{\"resourceType\":\"Bundle\",\"entry\":".repeat(500)).ack())
                .isEqualTo("400");
    }

    @Test
    void nothingIsNoResource() {
        assertThat(read(" \n").error()).isEqualTo("empty: no resource was sent");
        assertThat(read("[1]").ack()).isEqualTo("400");
    }

    @Test
    void devicesThatAreEachOthersParentHaveAnEnd() {
        // when
        MessageOutcome outcome = read("""
                {"resourceType":"Bundle","type":"collection","entry":[
                 {"resource":{"resourceType":"Device","id":"a","parent":{"reference":"Device/b"}}},
                 {"resource":{"resourceType":"Device","id":"b","parent":{"reference":"Device/a"}}},
                 {"resource":{"resourceType":"Location","id":"l","partOf":{"reference":"Location/l"}}},
                 {"resource":{"resourceType":"Encounter","id":"e","status":"arrived",
                  "location":[{"location":{"reference":"Location/l"}}]}},
                 {"resource":{"resourceType":"Observation","status":"final","device":{"reference":"Device/a"},
                  "encounter":{"reference":"Encounter/e"},"effectiveDateTime":"2026-03-05T08:15:00Z",
                  "code":{"text":"HR"},"valueInteger":80}}]}""");

        // then
        assertThat(outcome.observations()).hasSize(1);
    }
}
