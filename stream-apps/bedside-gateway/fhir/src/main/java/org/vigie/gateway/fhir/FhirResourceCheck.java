package org.vigie.gateway.fhir;

import java.util.Optional;
import org.vigie.gateway.fhir.element.FhirElement;
import org.vigie.gateway.fhir.message.FhirAlertEvent;
import org.vigie.gateway.fhir.message.FhirMedicationRate;
import org.vigie.gateway.fhir.observation.FhirObservationReader;
import org.vigie.gateway.fhir.reference.ConditionalReferenceResolver;
import org.vigie.gateway.fhir.reference.FhirResourceIndex;
import org.vigie.gateway.fhir.reference.FhirResourceIndex.IndexedResource;
import org.vigie.gateway.fhir.reference.PatientMatch;
import org.vigie.gateway.fhir.structure.FhirStructureCheck;
import org.vigie.gateway.fhir.structure.ReadResourceTypes;
import org.vigie.gateway.fhir.structure.RequiredElementCheck;

/** Checks whether a resource can be read: its structure, its references and whose patient it concerns. */
final class FhirResourceCheck {
    private final FhirResourceIndex resources;
    private final FhirObservationReader observations;
    private final PatientMatch patients;

    FhirResourceCheck(FhirResourceIndex resources, FhirObservationReader observations) {
        this.resources = resources;
        this.observations = observations;
        this.patients = new PatientMatch(resources);
    }

    /** Returns why a resource that was sent on its own is refused. Empty when it is taken. */
    Optional<String> firstViolation(IndexedResource item) {
        ConditionalReferenceResolver conditional = resources.conditional();
        return firstOwnViolation(item)
                .or(() -> conditional.firstUnresolvable(item.resource()))
                .or(() -> conditional.brokenCondition(item.resource(), item.request()));
    }

    /** Returns why a resource is refused, apart from its conditional references. Empty when it is taken. */
    Optional<String> firstOwnViolation(IndexedResource item) {
        FhirElement resource = item.resource();
        return FhirStructureCheck.firstViolation(resource)
                .or(() -> RequiredElementCheck.firstViolation(resource))
                .or(() -> unresolvable(item))
                .or(() -> otherPatient(item));
    }

    private Optional<String> unresolvable(IndexedResource item) {
        boolean isRead = ReadResourceTypes.isRead(item.resource().type());
        return isRead ? resources.references().firstUnresolvable(item.resource(), item.container()) : Optional.empty();
    }

    private Optional<String> otherPatient(IndexedResource item) {
        FhirElement resource = item.resource();
        boolean hasPatient = resource.type().equals("Observation")
                || FhirMedicationRate.isIn(resource)
                || FhirAlertEvent.isAlert(resource);
        return hasPatient ? patients.conflictingReference(item, observations.panel(item)) : Optional.empty();
    }
}
