package org.vigie.gateway.fhir.location;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.vigie.gateway.fhir.element.FhirElement;
import org.vigie.gateway.fhir.element.FhirTimeParser;

/** Holds the locations of an Encounter: the present one, earlier ones, and planned ones. */
record EncounterLocations(FhirElement encounter) {
    /** Returns the active location, else the last one that was not left. */
    Optional<FhirElement> current() {
        return places().filter(place -> place.code("status").equals("active"))
                .findFirst()
                .or(() -> present().reduce((earlier, later) -> later));
    }

    /** Returns the location at a time: the one whose period covers it, the present one before others. Without any, the present one. */
    Optional<FhirElement> at(Instant at, FhirTimeParser times) {
        return current()
                .filter(place -> covers(place, at, times))
                .or(() -> places().filter(place -> !isAhead(place) && covers(place, at, times))
                        .reduce((earlier, later) -> later))
                .or(this::current);
    }

    private static boolean covers(FhirElement place, Instant at, FhirTimeParser times) {
        FhirElement period = place.get("period");
        boolean hasBegun = times.first(period, "start")
                .filter(start -> !at.isBefore(start))
                .isPresent();
        return hasBegun
                && (period.has("end")
                        ? times.first(period, "end").filter(at::isBefore).isPresent()
                        : !isLeft(place));
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
