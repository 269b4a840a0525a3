package org.vigie.gateway.fhir.reference;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.vigie.gateway.fhir.element.FhirElement;
import org.vigie.gateway.intake.StayLookup;
import org.vigie.gateway.intake.VisitBed;

/**
 * Gives the patients and the visits of the census as resources.
 *
 * @param census where patients and visits are looked up
 */
record CensusResources(StayLookup census) {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /** Returns a patient or a visit of the census as a resource. */
    Optional<FhirElement> find(String type, String number) {
        if (type.equals("Patient") && census.hasPatient(number)) {
            return Optional.of(new FhirElement(type, resource(type, number)));
        }
        List<VisitBed> beds = type.equals("Encounter") ? census.bedsOfVisit(number) : List.of();
        return beds.isEmpty() ? Optional.empty() : Optional.of(new FhirElement(type, encounter(number, beds)));
    }

    /** Returns a visit with its beds as locations, each with its period. */
    private static ObjectNode encounter(String number, List<VisitBed> beds) {
        ObjectNode encounter = resource("Encounter", number);
        ArrayNode locations = encounter.putArray("location");
        for (VisitBed bed : beds) {
            ObjectNode location = locations.addObject();
            location.putObject("location").put("display", bed.bed());
            ObjectNode period =
                    location.putObject("period").put("start", bed.from().toString());
            bed.until().ifPresent(until -> period.put("end", until.toString()));
        }
        return encounter;
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
