package org.vigie.gateway.fhir.reference;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.vigie.gateway.fhir.element.FhirElement;
import org.vigie.gateway.intake.StayLookup;

/**
 * Gives the patients and the visits of the census as resources.
 *
 * @param census where patients and visits are looked up
 */
record CensusResources(StayLookup census) {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /** Returns a patient or a running visit of the census as a resource. */
    Optional<FhirElement> find(String type, String number) {
        if (type.equals("Patient") && census.hasPatient(number)) {
            return Optional.of(new FhirElement(type, resource(type, number)));
        }
        String bed = type.equals("Encounter") ? census.bedOfVisit(number) : "";
        if (bed.isEmpty()) {
            return Optional.empty();
        }
        ObjectNode encounter = resource(type, number);
        encounter.putArray("location").addObject().putObject("location").put("display", bed);
        return Optional.of(new FhirElement(type, encounter));
    }

    private static ObjectNode resource(String type, String number) {
        ObjectNode resource = NODES.objectNode().put("resourceType", type);
        resource.putArray("identifier").addObject().put("value", number);
        return resource;
    }

    /** Returns the words for where a resource was searched. */
    String where(String type) {
        boolean isInCensus = type.equals("Patient") || type.equals("Encounter");
        if (!isInCensus) {
            return "of what was sent along; the gateway keeps none";
        }
        return census.isAtHand()
                ? "of what was sent along and of the census"
                : "of what was sent along; a running gateway asks its census too, which is not at hand here";
    }
}
