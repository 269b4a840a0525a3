package org.vigie.gateway.fhir;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds beds as {@code unit/bed}: a Location that is a bed, with the ward that it is part of, and with its room when there is one: {@code
 * 4E/136-B}, as in HL7. A Location that was not sent has the name in the reference.
 */
final class FhirLocationResolver {
    private static final int DEEPEST = 8;

    private final FhirResourceIndex resources;

    FhirLocationResolver(FhirResourceIndex resources) {
        this.resources = resources;
    }

    /** Returns the bed of a measurement: its own, that of its device, or that of its encounter. Empty when there is none. */
    String of(FhirElement resource, FhirElement container) {
        return resource.any("encounter", "context")
                .flatMap(reference -> resources.find(reference, container))
                .map(encounter -> encounter.type().equals("Encounter") ? current(encounter) : "")
                .filter(bed -> !bed.isEmpty())
                .or(() -> ofDevice(resource, container))
                .or(() -> location(resource, container))
                .orElse("");
    }

    private Optional<String> ofDevice(FhirElement resource, FhirElement container) {
        Optional<FhirElement> device = Optional.of(resource);
        for (int depth = 0; depth < DEEPEST && device.isPresent(); depth++) {
            device = device.get().any("device", "source", "parent").flatMap(above -> resources.find(above, container));
            Optional<String> place = device.flatMap(found -> location(found, container));
            if (place.isPresent()) {
                return place;
            }
        }
        return Optional.empty();
    }

    /** Returns the location of a resource, or its subject when that is a location. */
    private Optional<String> location(FhirElement resource, FhirElement container) {
        return resource.any("location")
                .map(reference -> bed(reference, container))
                .or(() -> resource.any("subject")
                        .filter(subject -> isLocation(subject, container))
                        .map(subject -> bed(subject, container)))
                .filter(bed -> !bed.isEmpty());
    }

    private boolean isLocation(FhirElement subject, FhirElement container) {
        return resources
                .find(subject, container)
                .map(found -> found.type().equals("Location"))
                .orElseGet(() -> FhirReferenceAddress.parse(subject.text("reference"))
                        .typeAndId()
                        .filter(name -> name.startsWith("Location/"))
                        .isPresent());
    }

    /** Returns the present bed of an encounter: the active location, else the last one that was not left. */
    String current(FhirElement encounter) {
        List<FhirElement> places = encounter.each("location");
        return places.stream()
                .filter(place -> place.code("status").equals("active"))
                .findFirst()
                .or(() -> places.stream()
                        .filter(place -> !isLeft(place) && !isAhead(place))
                        .reduce((earlier, later) -> later))
                .map(place -> bed(place.get("location"), encounter))
                .orElse("");
    }

    /** Returns the bed before: the last location that was left. */
    String prior(FhirElement encounter) {
        return encounter.each("location").stream()
                .filter(FhirLocationResolver::isLeft)
                .reduce((earlier, later) -> later)
                .map(place -> bed(place.get("location"), encounter))
                .orElse("");
    }

    /** Returns the time at which the patient came to the present location. */
    Optional<FhirElement> since(FhirElement encounter) {
        return encounter.each("location").stream()
                .filter(place -> !isLeft(place) && !isAhead(place))
                .reduce((earlier, later) -> place(earlier, later))
                .flatMap(place -> place.any("period"));
    }

    private static FhirElement place(FhirElement earlier, FhirElement later) {
        return earlier.code("status").equals("active") ? earlier : later;
    }

    private static boolean isLeft(FhirElement place) {
        return place.code("status").equals("completed")
                || (place.code("status").isEmpty() && place.get("period").has("end"));
    }

    private static boolean isAhead(FhirElement place) {
        return place.code("status").equals("planned") || place.code("status").equals("reserved");
    }

    String bed(FhirElement reference, FhirElement container) {
        Optional<FhirElement> found = resources.find(reference, container);
        if (found.isPresent()) {
            return found.filter(place -> place.type().equals("Location"))
                    .map(location -> path(location, container))
                    .orElse("");
        }
        return resources.isUnclear(reference, container) ? "" : shown(reference);
    }

    /**
     * Returns the name of a location from a reference. Some senders write the path as display text ({@code REA/03}), which ranks above an
     * id. A search, an address and a reference to another type give no name.
     */
    private static String shown(FhirElement reference) {
        String text = reference.text("reference");
        Optional<String> name = FhirReferenceAddress.parse(text).typeAndId();
        boolean isOther = name.filter(given -> !given.startsWith("Location/")).isPresent()
                || (reference.has("type") && !reference.text("type").matches("(.*/)?Location"))
                || text.matches("(?i).*(\\?|%3F).*");
        if (isOther) {
            return "";
        }
        String words = reference.has("display")
                ? reference.text("display")
                : text.isEmpty() || name.isPresent() || reference.has("identifier")
                        ? FhirIdentityResolver.named(reference)
                        : "";
        return FhirIdentityResolver.isReference(words) ? "" : words;
    }

    private String path(FhirElement location, FhirElement container) {
        List<FhirElement> up = new ArrayList<>(List.of(location));
        FhirElement at = location;
        while (up.size() < DEEPEST) {
            Optional<FhirElement> above = at.any("partOf").flatMap(partOf -> resources.find(partOf, container));
            if (above.isEmpty()) {
                break;
            }
            at = above.get();
            up.add(at);
        }
        String bed = name(location);
        if (up.size() == 1 || bed.contains("/")) {
            return bed;
        }
        List<FhirElement> above = up.subList(1, up.size());
        String room = above.stream()
                .filter(place -> new CodeableConcept(kind(place)).holds("ro"))
                .findFirst()
                .map(FhirLocationResolver::name)
                .orElse("");
        return name(ward(above)) + "/" + (room.isEmpty() || room.equals(bed) ? bed : room + "-" + bed);
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
