package org.vigie.gateway.fhir.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vigie.gateway.intake.DroppedElement;
import org.vigie.terminology.DropReason;

/** Tests what a sender is told of its resource. */
class OperationOutcomeTest {
    @Test
    void ofAWholeResourceItSaysThatAllOfItWasTaken() {
        // when
        JsonNode outcome = OperationOutcome.accepted(List.of(), List.of()).json();

        // then
        assertThat(outcome.path("resourceType").asText()).isEqualTo("OperationOutcome");
        assertThat(outcome.path("issue")).hasSize(1);
        assertThat(outcome.at("/issue/0/severity").asText()).isEqualTo("information");
        assertThat(outcome.at("/issue/0/diagnostics").asText()).isEqualTo("all of it was taken");
    }

    @ParameterizedTest
    @EnumSource(DropReason.class)
    void eachReasonForLeavingOutIsToldInWordsWithItsPlace(DropReason reason) {
        // given
        var left = new DroppedElement("Observation", "valueQuantity", "8867-4", "about 80", reason);

        // when
        JsonNode issue =
                OperationOutcome.accepted(List.of(left), List.of()).json().at("/issue/0");

        // then
        assertThat(issue.path("severity").asText())
                .isEqualTo(reason == DropReason.DEVICE_ROW ? "information" : "warning");
        assertThat(issue.path("diagnostics").asText())
                .isEqualTo("left out: " + reason)
                .doesNotContain("about 80");
        assertThat(issue.at("/expression/0").asText()).isEqualTo("Observation.valueQuantity");
    }

    @Test
    void aPlaceWithoutAFieldIsTheElement() {
        // given
        var left = new DroppedElement("Bundle.entry[2].resource", "", "", "", DropReason.OTHER_MESSAGE);

        // when, then
        assertThat(OperationOutcome.accepted(List.of(left), List.of())
                        .json()
                        .at("/issue/0/expression/0")
                        .asText())
                .isEqualTo("Bundle.entry[2].resource");
    }

    @Test
    void anElementThatTheProfileRequiresIsAWarning() {
        // when
        JsonNode issue = OperationOutcome.accepted(List.of(), List.of("Observation.category: required by the profile"))
                .json()
                .at("/issue/0");

        // then
        assertThat(issue.path("severity").asText()).isEqualTo("warning");
        assertThat(issue.path("code").asText()).isEqualTo("invariant");
        assertThat(issue.at("/expression/0").asText()).isEqualTo("Observation.category");
    }

    @Test
    void eachErrorIsAnIssueWithItsPlace() {
        // when
        JsonNode issues = OperationOutcome.errors("required", List.of("Observation.status: required", "no place"))
                .json()
                .path("issue");

        // then
        assertThat(issues).hasSize(2);
        assertThat(issues.at("/0/expression/0").asText()).isEqualTo("Observation.status");
        assertThat(issues.get(1).has("expression")).isFalse();
        assertThat(OperationOutcome.error("transient", "try again")
                        .json()
                        .at("/issue/0/code")
                        .asText())
                .isEqualTo("transient");
    }
}
