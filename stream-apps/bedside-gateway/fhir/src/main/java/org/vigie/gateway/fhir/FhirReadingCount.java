package org.vigie.gateway.fhir;

import java.util.List;

/**
 * Counts the readings of a message before anything is decided about them: each value of an Observation, each of its components, each
 * sample of a SampledData, and each place where such a value is missing. An Observation that is an alarm holds none.
 */
final class FhirReadingCount {
    private FhirReadingCount() {}

    static int in(List<FhirElement> sent) {
        return sent.stream().mapToInt(FhirReadingCount::in).sum();
    }

    /** Of one resource with what it holds and contains. */
    static int in(FhirElement resource) {
        int own = resource.type().equals("Observation") && !FhirAlertReader.isAlert(resource)
                ? ofObservation(resource)
                : 0;
        return own
                + resource.each("contained").stream()
                        .mapToInt(FhirReadingCount::in)
                        .sum()
                + resource.each("entry").stream()
                        .mapToInt(entry -> in(entry.get("resource")))
                        .sum()
                + resource.each("parameter").stream()
                        .mapToInt(FhirReadingCount::ofParameter)
                        .sum();
    }

    private static int ofParameter(FhirElement parameter) {
        return in(parameter.get("resource"))
                + parameter.each("part").stream()
                        .mapToInt(FhirReadingCount::ofParameter)
                        .sum();
    }

    private static int ofObservation(FhirElement observation) {
        List<FhirElement> components = observation.each("component");
        boolean isGroup = !components.isEmpty() || observation.has("hasMember") || observation.has("related");
        boolean isValue = observation.has("dataAbsentReason")
                || observation.names().stream().anyMatch(name -> name.startsWith("value"));
        return (isValue || !isGroup ? ofHolder(observation) : 0)
                + components.stream().mapToInt(FhirReadingCount::ofHolder).sum();
    }

    /** Of an Observation without its components, or of a component. */
    static int ofHolder(FhirElement holder) {
        return samples(holder.get("valueSampledData"));
    }

    /** How many samples a SampledData holds; anything else holds one value. */
    static int samples(FhirElement value) {
        return value.has("data") ? Math.max(1, value.text("data").split("\\s+", -1).length) : 1;
    }
}
