package org.vigie.gateway.fhir.observation;

import java.util.List;
import java.util.Optional;
import org.vigie.gateway.fhir.element.CodeableConcept;
import org.vigie.gateway.fhir.element.FhirElement;
import org.vigie.gateway.fhir.reference.FhirResourceIndex.IndexedResource;
import org.vigie.gateway.fhir.value.FhirObservationStatus;
import org.vigie.gateway.fhir.value.FhirValue;
import org.vigie.terminology.SentCode;

/**
 * Holds one value of an Observation with the codes that name it.
 *
 * @param holder the observation, or the component that holds the value
 */
record ObservationValue(IndexedResource item, FhirElement holder, List<SentCode> codes) {
    static ObservationValue of(IndexedResource item, FhirElement holder) {
        return new ObservationValue(item, holder, new CodeableConcept(holder.get("code")).codes());
    }

    /** Returns the element {@code value[x]}. */
    Optional<FhirElement> value() {
        return FhirValue.in(holder);
    }

    /** Returns the element {@code value[x]}, or the place at which it is missing. */
    FhirElement valueOrPlace() {
        return value().orElse(holder.get("value"));
    }

    boolean isOfComponent() {
        return !holder.path().equals(item.resource().path());
    }

    FhirObservationStatus observationStatus() {
        return new FhirObservationStatus(item.resource());
    }
}
