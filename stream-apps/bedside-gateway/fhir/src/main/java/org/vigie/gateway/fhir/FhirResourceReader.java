package org.vigie.gateway.fhir;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vigie.gateway.fhir.FhirMessage.FhirMessageEntry;
import org.vigie.gateway.fhir.FhirResourceIndex.IndexedResource;
import org.vigie.terminology.CodeMap;
import org.vigie.terminology.DropReason;

/** Reads each resource of a message by its type, with its contained resources. */
final class FhirResourceReader {
    /** Types that other resources refer to. They are read with those, and hold no value of their own. */
    private static final Set<String> CONTEXT = Set.of(
            "Location",
            "MessageHeader",
            "Organization",
            "Practitioner",
            "PractitionerRole",
            "RelatedPerson",
            "Specimen",
            "OperationOutcome");

    private final FhirFindings findings = new FhirFindings();
    private final FhirObservationReader observations;
    private final FhirAlertReader alerts;
    private final FhirMovementReader movements;
    private final FhirResourceIndex resources;
    private final PatientMatch patients;
    private final boolean hasEncounter;

    FhirResourceReader(CodeMap map, ZoneId zone, FhirResourceIndex resources) {
        this.resources = resources;
        this.patients = new PatientMatch(resources);
        FhirTimeParser times = new FhirTimeParser(zone);
        observations = new FhirObservationReader(map, sender(resources), times, resources, findings);
        alerts = new FhirAlertReader(times, resources, findings);
        movements = new FhirMovementReader(times, resources, findings);
        hasEncounter = resources.items().stream()
                .anyMatch(item -> item.resource().type().equals("Encounter"));
    }

    /** Returns the sender, if known: the source of the MessageHeader, else the source of the first resource with one. */
    private static String sender(FhirResourceIndex resources) {
        return resources.items().stream()
                .map(IndexedResource::resource)
                .flatMap(resource -> resource.type().equals("MessageHeader")
                        ? resource.any("source").stream()
                                .map(source -> source.text("name") + "|" + source.text("endpoint"))
                        : resource.any("meta").stream().map(meta -> meta.text("source")))
                .filter(source -> !source.isEmpty())
                .findFirst()
                .orElse("");
    }

    FhirMessageEntry read(IndexedResource item) {
        FhirElement resource = item.resource();
        Optional<String> broken = broken(item)
                .or(() -> resources.conditional().firstUnresolvable(resource))
                .or(() -> resources.conditional().brokenCondition(resource, item.request()));
        foreign(resource);
        if (broken.isPresent()) {
            malformed(resource);
        } else {
            read(resource.type(), item);
            FhirResourceIndex.inside(resource).forEach(this::contained);
        }
        return findings.drain(resource, broken);
    }

    private Optional<String> broken(IndexedResource item) {
        FhirElement resource = item.resource();
        return FhirStructureCheck.firstViolation(resource)
                .or(() -> RequiredElementCheck.firstViolation(resource))
                .or(() -> ConditionalReferenceResolver.isRead(resource.type())
                        ? resources.firstUnresolvable(resource, item.container())
                        : Optional.empty())
                .or(() -> resource.type().equals("Observation") || FhirAlertReader.isAlert(resource)
                        ? patients.conflictingReference(item, observations.panel(item))
                        : Optional.empty());
    }

    /** Leaves out elements of other XML namespaces. The resources of a Bundle are read on their own. */
    private void foreign(FhirElement element) {
        for (String name : element.names()) {
            for (FhirElement child : element.each(name)) {
                if (name.contains(FhirXmlParser.FOREIGN)) {
                    findings.drop(child, List.of(), "", DropReason.FOREIGN_ELEMENT);
                } else if (child.node().isObject() && !name.equals("resource")) {
                    foreign(child);
                }
            }
        }
    }

    /** Returns the elements that a Bundle or Parameters holds beside its resources and that are left out. Empty when there are none. */
    Optional<FhirMessageEntry> wrapper(FhirElement wrapper) {
        foreign(wrapper);
        FhirMessageEntry entry = findings.drain(wrapper, Optional.empty());
        return entry.dropped().isEmpty() ? Optional.empty() : Optional.of(entry);
    }

    /** Reads a contained resource. It is context unless it holds a measurement or an alarm. */
    private void contained(IndexedResource item) {
        if (item.resource().type().equals("Observation") || FhirAlertReader.isAlert(item.resource())) {
            if (broken(item).isPresent()) {
                malformed(item.resource());
            } else {
                read(item.resource().type(), item);
            }
        }
    }

    private void read(String type, IndexedResource item) {
        if (FhirAlertReader.isAlert(item.resource())) {
            alerts.read(item);
            return;
        }
        switch (type) {
            case "Observation" -> observation(item);
            case "Encounter" -> movements.encounter(item);
            case "Patient" -> patient(item);
            case "Device", "DeviceMetric", "DeviceComponent", "DeviceDefinition" ->
                findings.drop(
                        item.resource(),
                        new CodeableConcept(item.resource().get("type")).codes(),
                        "",
                        DropReason.DEVICE_ROW);
            case "DiagnosticReport" -> report(item.resource());
            default -> other(type, item.resource());
        }
    }

    private void observation(IndexedResource item) {
        findings.countAsReadings(true);
        observations.read(item);
        findings.countAsReadings(false);
    }

    private void malformed(FhirElement resource) {
        findings.drop(
                resource,
                new CodeableConcept(resource.get("code")).codes(),
                "",
                DropReason.MALFORMED,
                FhirReadingCount.in(resource));
    }

    /** Reads a Patient, unless an Encounter of the message gives the identity. */
    private void patient(IndexedResource item) {
        if (!hasEncounter) {
            movements.patient(item);
        }
    }

    /** Leaves out the text and the documents of a report. Its results are Observations. */
    private void report(FhirElement report) {
        report.each("presentedForm")
                .forEach(form -> findings.drop(form, List.of(), form.text("contentType"), DropReason.DOCUMENT));
        report.any("conclusion").ifPresent(words -> findings.drop(words, List.of(), DropReason.TEXT));
    }

    private void other(String type, FhirElement resource) {
        if (!CONTEXT.contains(type)) {
            findings.drop(resource, List.of(), type, DropReason.OTHER_MESSAGE);
        }
    }

    /** Returns the entry for a request that reads or deletes. A resource beside it is left out. */
    static FhirMessageEntry entryWithoutResource(FhirElement entry) {
        FhirFindings findings = new FhirFindings();
        FhirElement request = entry.get("request");
        findings.drop(
                request,
                List.of(),
                request.text("method") + " " + request.text("url"),
                DropReason.OTHER_MESSAGE,
                FhirReadingCount.in(entry.get("resource")));
        return findings.drain(entry, Optional.empty());
    }
}
