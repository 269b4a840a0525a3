package org.vigie.gateway.fhir;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vigie.gateway.codes.CodeMap;
import org.vigie.gateway.codes.Reason;
import org.vigie.gateway.fhir.FhirMessage.Entry;
import org.vigie.gateway.fhir.Resources.Item;

/** Reads each resource of a message by its type, with what it contains. */
final class ResourceReader {
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

    private final Findings findings = new Findings();
    private final ObservationReader observations;
    private final AlertReader alerts;
    private final MovementReader movements;
    private final Resources resources;
    private final PatientMatch patients;
    private final boolean hasEncounter;

    ResourceReader(CodeMap map, ZoneId zone, Resources resources) {
        this.resources = resources;
        this.patients = new PatientMatch(resources);
        When when = new When(zone);
        observations = new ObservationReader(map, sender(resources), when, resources, findings);
        alerts = new AlertReader(when, resources, findings);
        movements = new MovementReader(when, resources, findings);
        hasEncounter = resources.items().stream()
                .anyMatch(item -> item.resource().type().equals("Encounter"));
    }

    /** Who sent it, as far as it says: a message's source, else where the first resource says it comes from. */
    private static String sender(Resources resources) {
        return resources.items().stream()
                .map(Item::resource)
                .flatMap(resource -> resource.type().equals("MessageHeader")
                        ? resource.any("source").stream()
                                .map(source -> source.text("name") + "|" + source.text("endpoint"))
                        : resource.any("meta").stream().map(meta -> meta.text("source")))
                .filter(said -> !said.isEmpty())
                .findFirst()
                .orElse("");
    }

    Entry read(Item item) {
        Element resource = item.resource();
        Optional<String> broken = broken(item)
                .or(() -> resources.conditional().broken(resource))
                .or(() -> resources.conditional().brokenCondition(resource, item.request()));
        foreign(resource);
        if (broken.isPresent()) {
            malformed(resource);
        } else {
            read(resource.type(), item);
            Resources.inside(resource).forEach(this::contained);
        }
        return findings.taken(resource, broken);
    }

    private Optional<String> broken(Item item) {
        Element resource = item.resource();
        return StructureCheck.broken(resource)
                .or(() -> Requirement.broken(resource))
                .or(() -> ConditionalReferences.isRead(resource.type())
                        ? resources.broken(resource, item.container())
                        : Optional.empty())
                .or(() -> resource.type().equals("Observation") || AlertReader.isAlert(resource)
                        ? patients.broken(item, observations.panel(item))
                        : Optional.empty());
    }

    /** Elements of another namespace (XML) are left out, and said. What an entry of a Bundle holds is read on its own. */
    private void foreign(Element element) {
        for (String name : element.names()) {
            for (Element child : element.each(name)) {
                if (name.contains(XmlResource.FOREIGN)) {
                    findings.drop(child, List.of(), "", Reason.FOREIGN_ELEMENT);
                } else if (child.node().isObject() && !name.equals("resource")) {
                    foreign(child);
                }
            }
        }
    }

    /** What a Bundle or a list of parameters holds beside its resources; empty when there is nothing. */
    Optional<Entry> wrapper(Element wrapper) {
        foreign(wrapper);
        Entry entry = findings.taken(wrapper, Optional.empty());
        return entry.dropped().isEmpty() ? Optional.empty() : Optional.of(entry);
    }

    /** A contained resource is context, unless it carries a measurement or an alarm. */
    private void contained(Item item) {
        if (item.resource().type().equals("Observation") || AlertReader.isAlert(item.resource())) {
            if (broken(item).isPresent()) {
                malformed(item.resource());
            } else {
                read(item.resource().type(), item);
            }
        }
    }

    private void read(String type, Item item) {
        if (AlertReader.isAlert(item.resource())) {
            alerts.read(item);
            return;
        }
        switch (type) {
            case "Observation" -> observation(item);
            case "Encounter" -> movements.encounter(item);
            case "Patient" -> patient(item);
            case "Device", "DeviceMetric", "DeviceComponent", "DeviceDefinition" ->
                findings.drop(item.resource(), Concept.codes(item.resource().get("type")), "", Reason.DEVICE_ROW);
            case "DiagnosticReport" -> report(item.resource());
            default -> other(type, item.resource());
        }
    }

    private void observation(Item item) {
        findings.areReadings(true);
        observations.read(item);
        findings.areReadings(false);
    }

    private void malformed(Element resource) {
        findings.drop(
                resource, Concept.codes(resource.get("code")), "", Reason.MALFORMED, FhirReadingCount.in(resource));
    }

    /** An Encounter in the same message says who its patient is. */
    private void patient(Item item) {
        if (!hasEncounter) {
            movements.patient(item);
        }
    }

    /** Its results are Observations of their own; what it says in words and pages is left out. */
    private void report(Element report) {
        report.each("presentedForm")
                .forEach(form -> findings.drop(form, List.of(), form.text("contentType"), Reason.DOCUMENT));
        report.any("conclusion").ifPresent(words -> findings.drop(words, List.of(), Reason.TEXT));
    }

    private void other(String type, Element resource) {
        if (!CONTEXT.contains(type)) {
            findings.drop(resource, List.of(), type, Reason.OTHER_MESSAGE);
        }
    }

    /** A Bundle's entry that asks to read or delete something; a resource that stands in it all the same is not taken. */
    static Entry bare(Element entry) {
        Findings findings = new Findings();
        Element request = entry.get("request");
        findings.drop(
                request,
                List.of(),
                request.text("method") + " " + request.text("url"),
                Reason.OTHER_MESSAGE,
                FhirReadingCount.in(entry.get("resource")));
        return findings.taken(entry, Optional.empty());
    }
}
