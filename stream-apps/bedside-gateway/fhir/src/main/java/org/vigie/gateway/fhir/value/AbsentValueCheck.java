package org.vigie.gateway.fhir.value;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import org.vigie.gateway.fhir.element.FhirElement;

/**
 * Checks whether a value is marked as absent by the extension data-absent-reason of FHIR.
 *
 * @param holder the observation, or the component that holds the value
 */
public record AbsentValueCheck(FhirElement holder) {
    private static final Set<String> UNIT_WORDS = Set.of("_unit", "_display", "_text", "_system", "_code");

    /** Returns true when an extension states that the value is absent, or stands alone in its place. */
    public boolean isAbsentByExtension() {
        return holder.node().properties().stream().anyMatch(field -> isMark(field.getKey(), field.getValue()));
    }

    private boolean isMark(String name, JsonNode node) {
        boolean isAlone = FhirValue.in(holder).isEmpty() && name.startsWith("_" + FhirValue.VALUE);
        boolean isLookedAt = name.matches("_?value[A-Z].*") || name.equals("extension");
        return isAlone || (isLookedAt && isMarkedAbsent(node));
    }

    /** Returns true when a node states that the value is absent. The text of a unit can be absent without the value being so. */
    private static boolean isMarkedAbsent(JsonNode node) {
        return node.path("url").asText().strip().endsWith("/data-absent-reason")
                || node.properties().stream()
                        .anyMatch(field -> !UNIT_WORDS.contains(field.getKey()) && isMarkedAbsent(field.getValue()))
                || (node.isArray() && hasMarkedElement(node));
    }

    private static boolean hasMarkedElement(JsonNode array) {
        for (JsonNode child : array) {
            if (isMarkedAbsent(child)) {
                return true;
            }
        }
        return false;
    }
}
