package org.vigie.gateway.fhir.observation;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vigie.gateway.fhir.element.FhirElement;
import org.vigie.gateway.fhir.reference.FhirResourceIndex;
import org.vigie.gateway.fhir.reference.FhirResourceIndex.IndexedResource;
import org.vigie.gateway.intake.ObservationIdentifiers;

/**
 * Reads the identifiers of an Observation: its identifiers, and its id unless it is contained. A request, or an entry, that puts (PUT) a
 * resource replaces the earlier observation with the same identifiers. A series of samples has no identifiers, since they would stand for many instants.
 */
final class ObservationIdentifierReader {
    private static final String SERIES = "valueSampledData";

    private final boolean isPut;
    private final Set<String> put;

    ObservationIdentifierReader(FhirResourceIndex resources) {
        isPut = resources.isPut();
        put = resources.wrappers().stream()
                .flatMap(bundle -> bundle.each("entry").stream())
                .filter(entry -> entry.get("request").code("method").equals("put"))
                .map(entry -> entry.get("resource").path())
                .collect(Collectors.toSet());
    }

    ObservationIdentifiers of(IndexedResource item) {
        FhirElement observation = item.resource();
        if (isSeries(observation)) {
            return ObservationIdentifiers.UNNAMED;
        }
        Stream<String> identifiers = observation.each("identifier").stream()
                .filter(identifier -> identifier.has("value"))
                .map(identifier -> "identifier|" + identifier.text("system") + "|" + identifier.text("value"));
        Stream<String> id =
                item.top() ? observation.any("id").stream().map(given -> "id|" + given.text()) : Stream.of();
        return new ObservationIdentifiers(
                Stream.concat(identifiers, id).toList(), isPut || put.contains(observation.path()));
    }

    private static boolean isSeries(FhirElement observation) {
        return Stream.concat(Stream.of(observation), observation.each("component").stream())
                .anyMatch(holder -> holder.has(SERIES));
    }
}
