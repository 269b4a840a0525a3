package org.vigie.gateway.fhir.alert;

import java.util.List;
import java.util.Optional;
import org.vigie.gateway.fhir.element.CodeableConcept;
import org.vigie.gateway.fhir.element.FhirElement;
import org.vigie.gateway.fhir.element.FhirTimeParser;
import org.vigie.gateway.fhir.location.FhirLocationResolver;
import org.vigie.gateway.fhir.message.FhirAlertEvent;
import org.vigie.gateway.fhir.message.FhirFindings;
import org.vigie.gateway.fhir.reference.FhirIdentityResolver;
import org.vigie.gateway.fhir.reference.FhirResourceIndex;
import org.vigie.gateway.fhir.reference.FhirResourceIndex.IndexedResource;
import org.vigie.gateway.fhir.value.FhirObservationStatus;
import org.vigie.gateway.fhir.value.FhirValue;
import org.vigie.gateway.fhir.value.FhirValueText;
import org.vigie.gateway.intake.BedsideAlert;
import org.vigie.terminology.SentCode;
import org.vigie.terminology.ValueInterpreter;

/**
 * Reads alarms of devices: DeviceAlert (R6, and as a Basic resource before it), DetectedIssue, Flag, and an Observation whose code or value
 * is an event of ISO 11073.
 */
public final class FhirAlertReader {
    private final FhirTimeParser times;
    private final FhirResourceIndex resources;
    private final FhirIdentityResolver identities;
    private final FhirLocationResolver places;
    private final FhirFindings findings;

    public FhirAlertReader(FhirTimeParser times, FhirResourceIndex resources, FhirFindings findings) {
        this.times = times;
        this.resources = resources;
        this.identities = new FhirIdentityResolver(resources);
        this.places = new FhirLocationResolver(resources, times);
        this.findings = findings;
    }

    public void read(IndexedResource item) {
        findings.add(alert(item, new FhirAlertFields(item.resource()), derivedFrom(item)));
    }

    /** @param derived the Observation that caused the alarm */
    private BedsideAlert alert(IndexedResource item, FhirAlertFields fields, Optional<FhirElement> derived) {
        FhirElement alert = item.resource();
        return new BedsideAlert(
                places.of(alert, item.container()),
                patient(item),
                device(item),
                fields.time().flatMap(times::of),
                FhirIdentityResolver.number(alert),
                ValueInterpreter.displayText(codes(alert)),
                text(alert),
                source(alert, derived),
                value(derived),
                fields.phase(),
                fields.state(),
                fields.priority(),
                fields.type(),
                false,
                new FhirObservationStatus(alert).isTest());
    }

    private String patient(IndexedResource item) {
        return item.resource()
                .any("subject", "patient")
                .map(subject -> identities.patient(subject, item.container()))
                .orElse("");
    }

    private String device(IndexedResource item) {
        return item.resource()
                .any("device", "author")
                .map(device -> identities.device(device, item.container()))
                .orElse("");
    }

    /** Returns the Observation that caused the alarm. */
    private Optional<FhirElement> derivedFrom(IndexedResource item) {
        return item.resource()
                .any("derivedFrom", "implicated", "evidence")
                .map(from -> from.any("observation", "detail").orElse(from))
                .flatMap(reference -> resources.find(reference, item.container()));
    }

    private static String value(Optional<FhirElement> derived) {
        return derived.flatMap(FhirValue::in)
                .map(FhirValueText::new)
                .map(FhirValueText::toString)
                .orElse("");
    }

    private static List<SentCode> codes(FhirElement alert) {
        return alert.type().equals("Observation")
                ? FhirAlertEvent.in(alert)
                        .map(CodeableConcept::new)
                        .map(CodeableConcept::codes)
                        .orElse(List.of())
                : new CodeableConcept(alert.get("code")).codes();
    }

    private static String text(FhirElement alert) {
        return alert.any("label", "detail")
                .map(FhirElement::text)
                .orElseGet(
                        () -> new CodeableConcept(FhirAlertEvent.in(alert).orElseGet(() -> alert.get("code"))).name());
    }

    private static String source(FhirElement alert, Optional<FhirElement> derived) {
        boolean isValue =
                alert.type().equals("Observation") && !FhirAlertEvent.in(alert).equals(Optional.of(alert.get("code")));
        return isValue
                ? ValueInterpreter.displayText(new CodeableConcept(alert.get("code")).codes())
                : derived.map(observation ->
                                ValueInterpreter.displayText(new CodeableConcept(observation.get("code")).codes()))
                        .orElse("");
    }
}
