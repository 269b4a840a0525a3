package org.vigie.gateway.fhir;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vigie.gateway.fhir.element.CodeableConcept;
import org.vigie.gateway.fhir.element.FhirElement;
import org.vigie.gateway.fhir.element.FhirXmlParser;
import org.vigie.gateway.fhir.message.FhirFindings;
import org.vigie.gateway.fhir.message.FhirMessage.FhirMessageEntry;
import org.vigie.gateway.fhir.message.FhirReadingCount;
import org.vigie.terminology.DropReason;

/** Leaves out resources and elements that hold no measurement, with the reason. */
final class UnreadResources {
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

    private final FhirFindings findings;

    UnreadResources(FhirFindings findings) {
        this.findings = findings;
    }

    /** Leaves out elements of other XML namespaces. The resources of a Bundle are read on their own. */
    void foreign(FhirElement element) {
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

    /** Leaves out the description of a device. */
    void device(FhirElement device) {
        findings.drop(device, new CodeableConcept(device.get("type")).codes(), "", DropReason.DEVICE_ROW);
    }

    /** Leaves out a resource that cannot be read. */
    void malformed(FhirElement resource) {
        findings.drop(
                resource,
                new CodeableConcept(resource.get("code")).codes(),
                "",
                DropReason.MALFORMED,
                FhirReadingCount.in(resource));
    }

    /** Leaves out the text and the documents of a report. Its results are Observations. */
    void report(FhirElement report) {
        report.each("presentedForm")
                .forEach(form -> findings.drop(form, List.of(), form.text("contentType"), DropReason.DOCUMENT));
        report.any("conclusion").ifPresent(words -> findings.drop(words, List.of(), DropReason.TEXT));
    }

    /** Leaves out a resource of a type that is not read. */
    void other(FhirElement resource) {
        if (!CONTEXT.contains(resource.type())) {
            findings.drop(resource, List.of(), resource.type(), DropReason.OTHER_MESSAGE);
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
