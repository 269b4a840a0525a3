package org.vigie.gateway.fhir;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.vigie.gateway.fhir.FhirResourceIndex.IndexedResource;
import org.vigie.gateway.intake.BedsideAlert;
import org.vigie.terminology.CodeSystem;
import org.vigie.terminology.DropReason;
import org.vigie.terminology.SentCode;
import org.vigie.terminology.ValueInterpreter;

/**
 * Reads alarms of devices: DeviceAlert (R6, and as a Basic resource before it), DetectedIssue, Flag, and an Observation whose code or value
 * is an event of ISO 11073.
 */
final class FhirAlertReader {
    /** Partition 3 of ISO 11073-10101: alerts and events. */
    private static final int EVENTS = 3;

    private static final int PARTITION = 1 << 16;

    private final FhirTimeParser times;
    private final FhirResourceIndex resources;
    private final FhirIdentityResolver identities;
    private final FhirLocationResolver places;
    private final FhirFindings findings;

    FhirAlertReader(FhirTimeParser times, FhirResourceIndex resources, FhirFindings findings) {
        this.times = times;
        this.resources = resources;
        this.identities = new FhirIdentityResolver(resources);
        this.places = new FhirLocationResolver(resources);
        this.findings = findings;
    }

    /** Says whether a resource is an alarm. */
    static boolean isAlert(FhirElement resource) {
        return switch (resource.type()) {
            case "DeviceAlert", "DetectedIssue", "Flag" -> true;
            case "Basic" -> new CodeableConcept(resource.get("code")).holds("devicealert");
            case "Observation" -> event(resource).isPresent();
            default -> false;
        };
    }

    /** Returns the element of an Observation that names an event: its code, else its value. */
    private static Optional<FhirElement> event(FhirElement observation) {
        return observation
                .any("valueCodeableConcept", "valueCoding")
                .filter(FhirAlertReader::isEvent)
                .or(() -> Optional.of(observation.get("code")).filter(FhirAlertReader::isEvent));
    }

    private static boolean isEvent(FhirElement concept) {
        return new CodeableConcept(concept)
                .codes().stream()
                        .anyMatch(code -> code.definedBy() == CodeSystem.MDC
                                && (SentCode.number(code.code()) / PARTITION == EVENTS
                                        || code.name().startsWith("MDC_EVT_")
                                        || code.code().startsWith("MDC_EVT_")));
    }

    void read(IndexedResource item) {
        FhirElement alert = item.resource();
        if (alert.code("status").equals("entered-in-error")) {
            findings.drop(alert.get("status"), codes(alert), DropReason.RETRACTED);
            return;
        }
        Optional<FhirElement> derived = alert.any("derivedFrom", "implicated", "evidence")
                .map(from -> from.any("observation", "detail").orElse(from))
                .flatMap(reference -> resources.find(reference, item.container()));
        findings.add(new BedsideAlert(
                places.of(alert, item.container()),
                alert.any("subject", "patient")
                        .map(subject -> identities.patient(subject, item.container()))
                        .orElse(""),
                alert.any("device", "author")
                        .map(device -> identities.device(device, item.container()))
                        .orElse(""),
                times.first(
                        alert,
                        "occurrenceDateTime",
                        "occurrencePeriod",
                        "identifiedDateTime",
                        "identifiedPeriod",
                        "period",
                        "effectiveDateTime",
                        "effectivePeriod",
                        "effectiveInstant"),
                FhirIdentityResolver.number(alert),
                ValueInterpreter.displayText(codes(alert)),
                text(alert),
                source(alert, derived),
                derived.flatMap(FhirValue::in).map(FhirValue::shown).orElse(""),
                phase(alert),
                state(alert),
                priority(alert),
                type(alert),
                false,
                new FhirObservationStatus(alert).isTest()));
    }

    private static List<SentCode> codes(FhirElement alert) {
        return alert.type().equals("Observation")
                ? event(alert)
                        .map(CodeableConcept::new)
                        .map(CodeableConcept::codes)
                        .orElse(List.of())
                : new CodeableConcept(alert.get("code")).codes();
    }

    private static String text(FhirElement alert) {
        return alert.any("label", "detail")
                .map(FhirElement::text)
                .orElseGet(() -> new CodeableConcept(event(alert).orElseGet(() -> alert.get("code"))).name());
    }

    private static String source(FhirElement alert, Optional<FhirElement> derived) {
        boolean isValue = alert.type().equals("Observation") && !event(alert).equals(Optional.of(alert.get("code")));
        return isValue
                ? ValueInterpreter.displayText(new CodeableConcept(alert.get("code")).codes())
                : derived.map(observation ->
                                ValueInterpreter.displayText(new CodeableConcept(observation.get("code")).codes()))
                        .orElse("");
    }

    private static String phase(FhirElement alert) {
        boolean isOver = alert.any("occurrencePeriod", "identifiedPeriod", "period", "effectivePeriod")
                .filter(period -> period.has("end"))
                .isPresent();
        return isOver || state(alert).equals("inactive") ? "end" : "start";
    }

    private static String state(FhirElement alert) {
        if (alert.has("presence")) {
            return switch (alert.code("presence")) {
                case "true", "on" -> "active";
                case "latched" -> "latched";
                default -> "inactive";
            };
        }
        return switch (alert.code("status")) {
            case "inactive", "completed", "cancelled", "mitigated" -> "inactive";
            default -> "active";
        };
    }

    /** Returns the priority in the codes of IHE PCD-04: PH, PM, PL, PI, PN. */
    private static String priority(FhirElement alert) {
        String sent = alert.any("priority", "severity")
                .map(element -> element.node().isValueNode() ? element.text() : code(element))
                .orElse("")
                .toLowerCase(Locale.ROOT);
        return switch (sent) {
            case "high", "ph", "h" -> "PH";
            case "medium", "moderate", "pm", "m" -> "PM";
            case "low", "pl", "l" -> "PL";
            case "info", "information", "informational", "pi" -> "PI";
            case "none", "pn" -> "PN";
            default -> "";
        };
    }

    private static String code(FhirElement concept) {
        return new CodeableConcept(concept)
                .codes().stream().findFirst().map(SentCode::code).orElse("");
    }

    private static String type(FhirElement alert) {
        FhirElement type = alert.any("type", "category").orElseGet(() -> alert.get("type"));
        if (new CodeableConcept(type).holds("physiological", "sp", "phy")) {
            return "SP";
        }
        return new CodeableConcept(type).holds("technical", "st", "tec")
                ? "ST"
                : new CodeableConcept(type).holds("advisory", "sa") ? "SA" : "";
    }
}
