package org.vigie.gateway.fhir.reference;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.vigie.gateway.fhir.element.FhirElement;

/**
 * Describes a resource that references can mean.
 *
 * @param sent the resource as sent
 * @param meant the resource that a reference to it means: itself, or the one that the census has already
 * @param base server of its full URL, {@code https://somewhere/fhir/}; empty when it has none
 */
record ReferenceTarget(FhirElement sent, FhirElement meant, String base) {
    /** Returns the resources without those that are equal to an earlier one. */
    static List<ReferenceTarget> distinct(Stream<ReferenceTarget> found) {
        Map<JsonNode, ReferenceTarget> byContent = new LinkedHashMap<>();
        found.forEach(target -> byContent.putIfAbsent(target.meant().node(), target));
        return List.copyOf(byContent.values());
    }

    /** Returns true when the resource is of this version, or has no version. */
    boolean isOfVersion(String version) {
        FhirElement meta = sent.get("meta");
        return !meta.has("versionId") || meta.text("versionId").equals(version);
    }
}
