package org.vigie.gateway.fhir;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vigie.gateway.codes.CodeMap;
import org.vigie.gateway.fhir.FhirMessage.FhirMessageEntry;
import org.vigie.gateway.fhir.FhirResourceIndex.IndexedResource;
import org.vigie.gateway.intake.DropReason;

/** Reads each resource of a message by its type, with what it contains. */
final class FhirResourceReader {
    /** What others refer to: it is read with them, and holds no value of its own. */
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

    /** Who sent it, as far as it says: a message's source, else where the first resource says it comes from. */
    private static String sender(FhirResourceIndex resources) {
        return resources.items().stream()
                .map(IndexedResource::resource)
                .flatMap(resource -> resource.type().equals("MessageHeader")
                        ? resource.any("source").stream()
                                .map(source -> source.text("name") + "|" + source.text("endpoint"))
                        : resource.any("meta").stream().map(meta -> meta.text("source")))
                .filter(said -> !said.isEmpty())
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

    /** Elements of another namespace (XML) are left out, and said. What an entry of a Bundle holds is read on its own. */
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

    /** What a Bundle or a list of parameters holds beside its resources; empty when there is nothing. */
    Optional<FhirMessageEntry> wrapper(FhirElement wrapper) {
        foreign(wrapper);
        FhirMessageEntry entry = findings.drain(wrapper, Optional.empty());
        return entry.dropped().isEmpty() ? Optional.empty() : Optional.of(entry);
    }

    /** A contained resource is context, unless it carries a measurement or an alarm. */
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
                        CodeableConceptReader.codes(item.resource().get("type")),
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
                CodeableConceptReader.codes(resource.get("code")),
                "",
                DropReason.MALFORMED,
                FhirReadingCount.in(resource));
    }

    /** An Encounter in the same message says who its patient is. */
    private void patient(IndexedResource item) {
        if (!hasEncounter) {
            movements.patient(item);
        }
    }

    /** Its results are Observations of their own; what it says in words and pages is left out. */
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

    /** A Bundle's entry that asks to read or delete something; a resource that stands in it all the same is not taken. */
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
