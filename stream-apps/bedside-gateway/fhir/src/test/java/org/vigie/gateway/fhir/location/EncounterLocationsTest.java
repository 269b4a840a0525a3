package org.vigie.gateway.fhir.location;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigie.gateway.fhir.element.FhirElement;
import org.vigie.gateway.fhir.element.FhirTimeParser;

/** Tests which location of an Encounter is the present one. */
class EncounterLocationsTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static EncounterLocations locations(String... places) throws JsonProcessingException {
        String json = "{\"location\":[" + String.join(",", places) + "]}";
        return new EncounterLocations(new FhirElement("Encounter", JSON.readTree(json)));
    }

    private static String place(String id, String status) {
        return "{\"id\":\"" + id + "\",\"status\":\"" + status + "\",\"period\":{\"start\":\"" + id + "\"}}";
    }

    @Test
    void theActiveLocationIsThePresentOneWhereverItStands() throws JsonProcessingException {
        // when
        EncounterLocations locations = locations(place("a", "active"), place("b", ""), place("c", "completed"));

        // then
        assertThat(locations.current()).map(place -> place.text("id")).contains("a");
        assertThat(locations.since()).map(period -> period.text("start")).contains("a");
    }

    @Test
    void withoutAnActiveLocationTheLastOneThatWasNotLeftIsThePresentOne() throws JsonProcessingException {
        // when
        EncounterLocations locations = locations(place("a", ""), place("b", ""), place("c", "completed"));

        // then
        assertThat(locations.current()).map(place -> place.text("id")).contains("b");
    }

    @Test
    void plannedAndReservedLocationsAreNotPresent() throws JsonProcessingException {
        // when
        EncounterLocations locations = locations(place("a", "planned"), place("b", "reserved"));

        // then
        assertThat(locations.current()).isEmpty();
        assertThat(locations.since()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"07:30, c", "08:00, a", "09:59, a", "10:00, b", "12:00, c", "14:00, c"})
    void theLocationOfATimeIsTheOneWhosePeriodCoversIt(String time, String id) throws JsonProcessingException {
        // given
        EncounterLocations locations = locations(
                place("p", "planned"),
                stayed("a", "08:00", "10:00"),
                stayed("b", "10:00", "12:00"),
                place("c", "active"));

        // when, then
        assertThat(locations.at(Instant.parse("2026-03-05T" + time + ":00Z"), new FhirTimeParser(ZoneOffset.UTC)))
                .map(place -> place.text("id"))
                .contains(id);
    }

    private static String stayed(String id, String from, String until) {
        return "{\"id\":\"" + id + "\",\"period\":{\"start\":\"2026-03-05T" + from + ":00Z\",\"end\":\"2026-03-05T"
                + until + ":00Z\"}}";
    }

    @Test
    void aLocationWithAnEndWasLeft() throws JsonProcessingException {
        // given
        String left = "{\"id\":\"a\",\"period\":{\"start\":\"1\",\"end\":\"2\"}}";
        // when
        EncounterLocations locations = locations(left, place("b", ""));
        // then
        assertThat(locations.prior()).map(place -> place.text("id")).contains("a");
        assertThat(locations.current()).map(place -> place.text("id")).contains("b");
    }
}
