package org.vigie.gateway.fhir;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.vigie.gateway.codes.CodeSystem;
import org.vigie.gateway.codes.SentCode;
import org.vigie.gateway.codes.ValueInterpreter;
import org.vigie.gateway.fhir.FhirResourceIndex.IndexedResource;
import org.vigie.gateway.intake.BedsideAlert;
import org.vigie.gateway.intake.DropReason;

/**
 * Alarms of the devices themselves: DeviceAlert (R6, and as a Basic resource before it), DetectedIssue, Flag, and an Observation
 * whose code or value is one of ISO 11073's events.
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

    /** True for the types that say an alarm, and for an Observation of an event. */
    static boolean isAlert(FhirElement resource) {
        return switch (resource.type()) {
            case "DeviceAlert", "DetectedIssue", "Flag" -> true;
            case "Basic" -> CodeableConceptReader.holds(resource.get("code"), "devicealert");
            case "Observation" -> event(resource).isPresent();
            default -> false;
        };
    }

    /** What of an Observation names an event: its code, else its value. */
    private static Optional<FhirElement> event(FhirElement observation) {
        return observation
                .any("valueCodeableConcept", "valueCoding")
                .filter(FhirAlertReader::isEvent)
                .or(() -> Optional.of(observation.get("code")).filter(FhirAlertReader::isEvent));
    }

    private static boolean isEvent(FhirElement concept) {
        return CodeableConceptReader.codes(concept).stream()
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
                derived.flatMap(FhirValueReader::in).map(FhirValueReader::shown).orElse(""),
                phase(alert),
                state(alert),
                priority(alert),
                type(alert),
                false,
                FhirObservationStatus.isTest(alert)));
    }

    private static List<SentCode> codes(FhirElement alert) {
        return alert.type().equals("Observation")
                ? event(alert).map(CodeableConceptReader::codes).orElse(List.of())
                : CodeableConceptReader.codes(alert.get("code"));
    }

    private static String text(FhirElement alert) {
        return alert.any("label", "detail")
                .map(FhirElement::text)
                .orElseGet(() -> CodeableConceptReader.name(event(alert).orElseGet(() -> alert.get("code"))));
    }

    private static String source(FhirElement alert, Optional<FhirElement> derived) {
        boolean isValue = alert.type().equals("Observation") && !event(alert).equals(Optional.of(alert.get("code")));
        return isValue
                ? ValueInterpreter.displayText(CodeableConceptReader.codes(alert.get("code")))
                : derived.map(observation ->
                                ValueInterpreter.displayText(CodeableConceptReader.codes(observation.get("code"))))
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

    /** In the words of HL7 v2 (IHE PCD-04): PH, PM, PL, PI, PN. */
    private static String priority(FhirElement alert) {
        String said = alert.any("priority", "severity")
                .map(element -> element.node().isValueNode() ? element.text() : code(element))
                .orElse("")
                .toLowerCase(Locale.ROOT);
        return switch (said) {
            case "high", "ph", "h" -> "PH";
            case "medium", "moderate", "pm", "m" -> "PM";
            case "low", "pl", "l" -> "PL";
            case "info", "information", "informational", "pi" -> "PI";
            case "none", "pn" -> "PN";
            default -> "";
        };
    }

    private static String code(FhirElement concept) {
        return CodeableConceptReader.codes(concept).stream()
                .findFirst()
                .map(SentCode::code)
                .orElse("");
    }

    private static String type(FhirElement alert) {
        FhirElement type = alert.any("type", "category").orElseGet(() -> alert.get("type"));
        if (CodeableConceptReader.holds(type, "physiological", "sp", "phy")) {
            return "SP";
        }
        return CodeableConceptReader.holds(type, "technical", "st", "tec")
                ? "ST"
                : CodeableConceptReader.holds(type, "advisory", "sa") ? "SA" : "";
    }
}
