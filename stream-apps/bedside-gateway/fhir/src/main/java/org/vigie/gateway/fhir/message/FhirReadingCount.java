package org.vigie.gateway.fhir.message;

import java.util.List;
import java.util.stream.Stream;
import org.vigie.gateway.fhir.element.FhirElement;

/**
 * Counts the readings of a message before it is interpreted: each value of an Observation or a component, each sample of a SampledData, and
 * each missing value. An Observation that is an alarm holds none.
 */
public final class FhirReadingCount {
    private FhirReadingCount() {}

    public static int in(List<FhirElement> sent) {
        return sent.stream().mapToInt(FhirReadingCount::in).sum();
    }

    /** Counts the readings of a resource, with those of its entries and contained resources. */
    public static int in(FhirElement resource) {
        boolean isMeasurement = resource.type().equals("Observation") && !FhirAlertEvent.isAlert(resource);
        Stream<FhirElement> entries = resource.each("entry").stream().map(entry -> entry.get("resource"));
        Stream<FhirElement> parts = Stream.concat(resource.each("contained").stream(), entries);
        int rates = FhirMedicationRate.isIn(resource) ? new FhirMedicationRate(resource).readings() : 0;
        return (isMeasurement ? ofObservation(resource) : rates)
                + parts.mapToInt(FhirReadingCount::in).sum()
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

    /** Counts the readings of an Observation without its components, or of a component. */
    public static int ofHolder(FhirElement holder) {
        return samples(holder.get("valueSampledData"));
    }

    /** Counts the samples of a SampledData. Any other value counts as one. */
    public static int samples(FhirElement value) {
        return value.has("data") ? Math.max(1, value.text("data").split("\\s+", -1).length) : 1;
    }
}
