package org.vigie.gateway.fhir.location;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.vigie.gateway.fhir.element.FhirElement;
import org.vigie.gateway.fhir.element.FhirTimeParser;
import org.vigie.gateway.fhir.reference.FhirReferenceAddress;
import org.vigie.gateway.fhir.reference.FhirResourceIndex;

/**
 * Finds beds as {@code unit/bed}: a Location that is a bed, with the ward that it is part of, and with its room when there is one: {@code
 * 4E/136-B}, as in HL7. A Location that was not sent has the name in the reference.
 */
public final class FhirLocationResolver {
    static final int DEEPEST = 8;

    private final FhirResourceIndex resources;
    private final FhirTimeParser times;

    public FhirLocationResolver(FhirResourceIndex resources, FhirTimeParser times) {
        this.resources = resources;
        this.times = times;
    }

    /** Returns the bed of an alarm or a live value: the present one of its encounter, that of its device, or its own. Empty when there is none. */
    public String of(FhirElement resource, FhirElement container) {
        return of(resource, container, this::current);
    }

    /** Returns the bed of a measurement, in place of the present bed of its encounter that of the time. Empty when there is none. */
    public String at(Instant time, FhirElement resource, FhirElement container) {
        return of(resource, container, encounter -> bed(new EncounterLocations(encounter).at(time, times), encounter));
    }

    private String of(FhirElement resource, FhirElement container, Function<FhirElement, String> ofEncounter) {
        return resource.any("encounter", "context")
                .flatMap(reference -> resources.find(reference, container))
                .filter(encounter -> encounter.type().equals("Encounter"))
                .map(ofEncounter)
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
        return resources.references().isUnclear(reference, container)
                ? ""
                : new FhirLocationReference(reference).name();
    }
}
