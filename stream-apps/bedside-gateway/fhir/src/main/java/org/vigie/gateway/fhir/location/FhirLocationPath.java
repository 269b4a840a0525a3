package org.vigie.gateway.fhir.location;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vigie.gateway.fhir.element.CodeableConcept;
import org.vigie.gateway.fhir.element.FhirElement;
import org.vigie.gateway.fhir.reference.FhirIdentityResolver;
import org.vigie.gateway.fhir.reference.FhirResourceIndex;

/**
 * Names a bed by its Location, by the room and by the ward that it is part of.
 *
 * @param container the resource that contains the reference to the Location
 */
record FhirLocationPath(FhirResourceIndex resources, FhirElement container) {
    /** Returns {@code ward/room-bed}, as far as ward and room are known. */
    String of(FhirElement location) {
        List<FhirElement> above = above(location);
        String bed = name(location);
        if (above.isEmpty() || bed.contains("/")) {
            return bed;
        }
        String room = above.stream()
                .filter(place -> new CodeableConcept(kind(place)).holds("ro"))
                .findFirst()
                .map(FhirLocationPath::name)
                .orElse("");
        return name(ward(above)) + "/" + (room.isEmpty() || room.equals(bed) ? bed : room + "-" + bed);
    }

    /** Returns the locations that a location is part of, from the nearest to the farthest. */
    private List<FhirElement> above(FhirElement location) {
        List<FhirElement> above = new ArrayList<>();
        Optional<FhirElement> next = partOf(location);
        while (next.isPresent() && above.size() < FhirLocationResolver.DEEPEST - 1) {
            above.add(next.get());
            next = partOf(next.get());
        }
        return above;
    }

    private Optional<FhirElement> partOf(FhirElement location) {
        return location.any("partOf").flatMap(partOf -> resources.find(partOf, container));
    }

    /** Returns the nearest ward, else the nearest location that is no room. */
    private static FhirElement ward(List<FhirElement> above) {
        return above.stream()
                .filter(place -> new CodeableConcept(kind(place)).holds("wa"))
                .findFirst()
                .or(() -> above.stream()
                        .filter(place -> !new CodeableConcept(kind(place)).holds("ro"))
                        .findFirst())
                .orElse(above.get(0));
    }

    /** Returns the physical type of a location. R5 names it form. */
    private static FhirElement kind(FhirElement location) {
        return location.any("physicalType", "form").orElseGet(() -> location.get("physicalType"));
    }

    private static String name(FhirElement location) {
        return location.has("name") ? location.text("name") : FhirIdentityResolver.number(location);
    }
}
