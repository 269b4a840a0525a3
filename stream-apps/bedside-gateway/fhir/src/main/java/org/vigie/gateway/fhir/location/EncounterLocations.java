package org.vigie.gateway.fhir.location;

import java.util.Optional;
import java.util.stream.Stream;
import org.vigie.gateway.fhir.element.FhirElement;

/** Holds the locations of an Encounter: the present one, the one before, and planned ones. */
record EncounterLocations(FhirElement encounter) {
    /** Returns the active location, else the last one that was not left. */
    Optional<FhirElement> current() {
        return places().filter(place -> place.code("status").equals("active"))
                .findFirst()
                .or(() -> present().reduce((earlier, later) -> later));
    }

    /** Returns the last location that was left. */
    Optional<FhirElement> prior() {
        return places().filter(EncounterLocations::isLeft).reduce((earlier, later) -> later);
    }

    /** Returns the period of the present location. */
    Optional<FhirElement> since() {
        return present()
                .reduce((earlier, later) -> earlier.code("status").equals("active") ? earlier : later)
                .flatMap(place -> place.any("period"));
    }

    private Stream<FhirElement> places() {
        return encounter.each("location").stream();
    }

    private Stream<FhirElement> present() {
        return places().filter(place -> !isLeft(place) && !isAhead(place));
    }

    private static boolean isLeft(FhirElement place) {
        return place.code("status").equals("completed")
                || (place.code("status").isEmpty() && place.get("period").has("end"));
    }

    private static boolean isAhead(FhirElement place) {
        return place.code("status").equals("planned") || place.code("status").equals("reserved");
    }
}
