package org.vigie.gateway.fhir.observation;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.vigie.gateway.fhir.element.FhirElement;
import org.vigie.gateway.fhir.element.FhirTimeParser;
import org.vigie.gateway.fhir.reference.FhirResourceIndex;
import org.vigie.gateway.fhir.reference.FhirResourceIndex.IndexedResource;

/**
 * Reads the time of a measurement. A member of a panel without a time has the time of the panel; a laboratory value without one has that of
 * its specimen. {@code issued} is the time of release and never a time of measurement.
 */
final class ObservationTimeReader {
    private static final String[] TIMES = {
        "effectiveDateTime",
        "effectiveInstant",
        "effectivePeriod",
        "effectiveTiming",
        "appliesDateTime",
        "appliesPeriod"
    };

    private final FhirTimeParser times;
    private final FhirResourceIndex resources;
    private final ObservationPanels panels;

    ObservationTimeReader(FhirTimeParser times, FhirResourceIndex resources, ObservationPanels panels) {
        this.times = times;
        this.resources = resources;
        this.panels = panels;
    }

    /** Returns the time of measurement. The first element with a time decides, even when it cannot be read. */
    Optional<Instant> time(IndexedResource item) {
        if (hasTime(item.resource())) {
            return times.first(item.resource(), TIMES);
        }
        Optional<FhirElement> panel =
                panels.panel(item).map(IndexedResource::resource).filter(ObservationTimeReader::hasTime);
        return panel.isPresent() ? times.first(panel.get(), TIMES) : collected(item);
    }

    private static boolean hasTime(FhirElement observation) {
        return Stream.of(TIMES).anyMatch(name -> observation.has(name) || observation.has("_" + name));
    }

    /** Returns the time at which the specimen was collected. */
    private Optional<Instant> collected(IndexedResource item) {
        return item.resource()
                .any("specimen")
                .flatMap(reference -> resources.find(reference, item.container()))
                .flatMap(specimen -> specimen.any("collection"))
                .flatMap(collection -> times.first(collection, "collectedDateTime", "collectedPeriod"));
    }
}
