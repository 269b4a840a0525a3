package org.vigie.gateway.fhir;

import java.util.Optional;
import org.vigie.gateway.fhir.alert.FhirAlertReader;
import org.vigie.gateway.fhir.element.FhirElement;
import org.vigie.gateway.fhir.element.FhirTimeParser;
import org.vigie.gateway.fhir.message.FhirAlertEvent;
import org.vigie.gateway.fhir.message.FhirFindings;
import org.vigie.gateway.fhir.message.FhirMessage.FhirMessageEntry;
import org.vigie.gateway.fhir.movement.FhirMovementReader;
import org.vigie.gateway.fhir.observation.FhirMedicationReader;
import org.vigie.gateway.fhir.observation.FhirObservationReader;
import org.vigie.gateway.fhir.reference.FhirResourceIndex;
import org.vigie.gateway.fhir.reference.FhirResourceIndex.IndexedResource;
import org.vigie.gateway.fhir.reference.FhirSender;
import org.vigie.terminology.CodeMap;

/** Reads each resource of a message by its type, with its contained resources. */
final class FhirResourceReader {
    private final FhirFindings findings = new FhirFindings();
    private final UnreadResources unread = new UnreadResources(findings);
    private final FhirObservationReader observations;
    private final FhirMedicationReader medications;
    private final FhirAlertReader alerts;
    private final FhirMovementReader movements;
    private final FhirResourceCheck check;
    private final boolean hasEncounter;

    FhirResourceReader(CodeMap map, FhirTimeParser times, FhirResourceIndex resources) {
        observations = new FhirObservationReader(map, FhirSender.of(resources), times, resources, findings);
        medications = new FhirMedicationReader(map, FhirSender.of(resources), times, resources, findings);
        check = new FhirResourceCheck(resources, observations);
        alerts = new FhirAlertReader(times, resources, findings);
        movements = new FhirMovementReader(times, resources, findings);
        hasEncounter = resources.items().stream()
                .anyMatch(item -> item.resource().type().equals("Encounter"));
    }

    FhirMessageEntry entry(IndexedResource item) {
        FhirElement resource = item.resource();
        Optional<String> broken = check.firstViolation(item);
        unread.foreign(resource);
        if (broken.isPresent()) {
            unread.malformed(resource);
        } else {
            read(item);
            FhirResourceIndex.inside(resource).forEach(this::contained);
        }
        return findings.drain(resource, broken);
    }

    /** Returns the elements that a Bundle or Parameters holds beside its resources and that are left out. Empty when there are none. */
    Optional<FhirMessageEntry> wrapper(FhirElement wrapper) {
        unread.foreign(wrapper);
        FhirMessageEntry entry = findings.drain(wrapper, Optional.empty());
        return entry.dropped().isEmpty() ? Optional.empty() : Optional.of(entry);
    }

    /** Reads a contained resource. It is context unless it holds a measurement or an alarm. */
    private void contained(IndexedResource item) {
        if (item.resource().type().equals("Observation") || FhirAlertEvent.isAlert(item.resource())) {
            if (check.firstOwnViolation(item).isPresent()) {
                unread.malformed(item.resource());
            } else {
                read(item);
            }
        }
    }

    private void read(IndexedResource item) {
        if (FhirAlertEvent.isAlert(item.resource())) {
            alerts.read(item);
        } else {
            readByType(item);
        }
    }

    private void readByType(IndexedResource item) {
        switch (item.resource().type()) {
            case "Observation" -> observation(item);
            case "MedicationAdministration" -> medication(item);
            case "Encounter" -> movements.encounter(item);
            case "Patient" -> patient(item);
            case "Device", "DeviceMetric", "DeviceComponent", "DeviceDefinition" -> unread.device(item.resource());
            case "DiagnosticReport" -> unread.report(item.resource());
            default -> unread.other(item.resource());
        }
    }

    private void observation(IndexedResource item) {
        findings.countAsReadings(true);
        observations.read(item);
        findings.countAsReadings(false);
    }

    private void medication(IndexedResource item) {
        findings.countAsReadings(true);
        medications.read(item);
        findings.countAsReadings(false);
    }

    /** Reads a Patient, unless an Encounter of the message gives the identity. */
    private void patient(IndexedResource item) {
        if (!hasEncounter) {
            movements.patient(item);
        }
    }
}
