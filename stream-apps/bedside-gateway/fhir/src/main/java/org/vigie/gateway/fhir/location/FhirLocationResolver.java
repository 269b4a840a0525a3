package org.vigie.gateway.fhir.location;

import java.util.Optional;
import org.vigie.gateway.fhir.element.FhirElement;
import org.vigie.gateway.fhir.reference.FhirIdentityResolver;
import org.vigie.gateway.fhir.reference.FhirReferenceAddress;
import org.vigie.gateway.fhir.reference.FhirResourceIndex;

/**
 * Finds beds as {@code unit/bed}: a Location that is a bed, with the ward that it is part of, and with its room when there is one: {@code
 * 4E/136-B}, as in HL7. A Location that was not sent has the name in the reference.
 */
public final class FhirLocationResolver {
    static final int DEEPEST = 8;

    private final FhirResourceIndex resources;

    public FhirLocationResolver(FhirResourceIndex resources) {
        this.resources = resources;
    }

    /** Returns the bed of a measurement: its own, that of its device, or that of its encounter. Empty when there is none. */
    public String of(FhirElement resource, FhirElement container) {
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

    /** Returns the present bed of an encounter. */
    public String current(FhirElement encounter) {
        return bed(new EncounterLocations(encounter).current(), encounter);
    }

    /** Returns the bed before. */
    public String prior(FhirElement encounter) {
        return bed(new EncounterLocations(encounter).prior(), encounter);
    }

    /** Returns the time at which the patient came to the present location. */
    public Optional<FhirElement> since(FhirElement encounter) {
        return new EncounterLocations(encounter).since();
    }

    private String bed(Optional<FhirElement> place, FhirElement encounter) {
        return place.map(found -> bed(found.get("location"), encounter)).orElse("");
    }

    String bed(FhirElement reference, FhirElement container) {
        Optional<FhirElement> found = resources.find(reference, container);
        if (found.isPresent()) {
            return found.filter(place -> place.type().equals("Location"))
                    .map(location -> new FhirLocationPath(resources, container).of(location))
                    .orElse("");
        }
        return resources.references().isUnclear(reference, container) ? "" : shown(reference);
    }

    /**
     * Returns the name of a location from a reference. Some senders write the path as display text ({@code REA/03}), which ranks above an
     * id. A search, an address and a reference to another type give no name.
     */
    private static String shown(FhirElement reference) {
        String text = reference.text("reference");
        Optional<String> name = FhirReferenceAddress.parse(text).typeAndId();
        if (isNoLocation(reference, name)) {
            return "";
        }
        boolean isNamed = text.isEmpty() || name.isPresent() || reference.has("identifier");
        String unshown = isNamed ? FhirIdentityResolver.named(reference) : "";
        String words = reference.has("display") ? reference.text("display") : unshown;
        return FhirIdentityResolver.isReference(words) ? "" : words;
    }

    private static boolean isNoLocation(FhirElement reference, Optional<String> typeAndId) {
        return typeAndId.filter(given -> !given.startsWith("Location/")).isPresent()
                || (reference.has("type") && !reference.text("type").matches("(.*/)?Location"))
                || reference.text("reference").matches("(?i).*(\\?|%3F).*");
    }
}
