package org.vigie.gateway.fhir.location;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.vigie.gateway.fhir.element.FhirElement;

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
