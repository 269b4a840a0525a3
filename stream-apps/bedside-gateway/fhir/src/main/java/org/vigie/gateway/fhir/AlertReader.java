package org.vigie.gateway.fhir;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.vigie.gateway.codes.BedsideAlert;
import org.vigie.gateway.codes.Code;
import org.vigie.gateway.codes.CodeSystem;
import org.vigie.gateway.codes.Meaning;
import org.vigie.gateway.codes.Reason;
import org.vigie.gateway.fhir.Resources.Item;

/**
 * Alarms of the devices themselves: DeviceAlert (R6, and as a Basic resource before it), DetectedIssue, Flag, and an Observation
 * whose code or value is one of ISO 11073's events.
 */
final class AlertReader {
    /** Partition 3 of ISO 11073-10101: alerts and events. */
    private static final int EVENTS = 3;

    private static final int PARTITION = 1 << 16;

    private final When when;
    private final Resources resources;
    private final Who who;
    private final Places places;
    private final Findings findings;

    AlertReader(When when, Resources resources, Findings findings) {
        this.when = when;
        this.resources = resources;
        this.who = new Who(resources);
        this.places = new Places(resources);
        this.findings = findings;
    }

    /** True for the types that say an alarm, and for an Observation of an event. */
    static boolean isAlert(Element resource) {
        return switch (resource.type()) {
            case "DeviceAlert", "DetectedIssue", "Flag" -> true;
            case "Basic" -> Concept.holds(resource.get("code"), "devicealert");
            case "Observation" -> event(resource).isPresent();
            default -> false;
        };
    }

    /** What of an Observation names an event: its code, else its value. */
    private static Optional<Element> event(Element observation) {
        return observation
                .any("valueCodeableConcept", "valueCoding")
                .filter(AlertReader::isEvent)
                .or(() -> Optional.of(observation.get("code")).filter(AlertReader::isEvent));
    }

    private static boolean isEvent(Element concept) {
        return Concept.codes(concept).stream()
                .anyMatch(code -> code.definedBy() == CodeSystem.MDC
                        && (Code.number(code.code()) / PARTITION == EVENTS
                                || code.name().startsWith("MDC_EVT_")
                                || code.code().startsWith("MDC_EVT_")));
    }

    void read(Item item) {
        Element alert = item.resource();
        if (alert.code("status").equals("entered-in-error")) {
            findings.drop(alert.get("status"), codes(alert), Reason.RETRACTED);
            return;
        }
        Optional<Element> derived = alert.any("derivedFrom", "implicated", "evidence")
                .map(from -> from.any("observation", "detail").orElse(from))
                .flatMap(reference -> resources.find(reference, item.container()));
        findings.add(new BedsideAlert(
                places.of(alert, item.container()),
                alert.any("subject", "patient")
                        .map(subject -> who.patient(subject, item.container()))
                        .orElse(""),
                alert.any("device", "author")
                        .map(device -> who.device(device, item.container()))
                        .orElse(""),
                when.first(
                        alert,
                        "occurrenceDateTime",
                        "occurrencePeriod",
                        "identifiedDateTime",
                        "identifiedPeriod",
                        "period",
                        "effectiveDateTime",
                        "effectivePeriod",
                        "effectiveInstant"),
                Who.number(alert),
                Meaning.words(codes(alert)),
                text(alert),
                source(alert, derived),
                derived.flatMap(Values::in).map(Values::shown).orElse(""),
                phase(alert),
                state(alert),
                priority(alert),
                type(alert),
                false,
                Quality.isTest(alert)));
    }

    private static List<Code> codes(Element alert) {
        return alert.type().equals("Observation")
                ? event(alert).map(Concept::codes).orElse(List.of())
                : Concept.codes(alert.get("code"));
    }

    private static String text(Element alert) {
        return alert.any("label", "detail")
                .map(Element::text)
                .orElseGet(() -> Concept.name(event(alert).orElseGet(() -> alert.get("code"))));
    }

    private static String source(Element alert, Optional<Element> derived) {
        boolean isValue = alert.type().equals("Observation") && !event(alert).equals(Optional.of(alert.get("code")));
        return isValue
                ? Meaning.words(Concept.codes(alert.get("code")))
                : derived.map(observation -> Meaning.words(Concept.codes(observation.get("code"))))
                        .orElse("");
    }

    private static String phase(Element alert) {
        boolean isOver = alert.any("occurrencePeriod", "identifiedPeriod", "period", "effectivePeriod")
                .filter(period -> period.has("end"))
                .isPresent();
        return isOver || state(alert).equals("inactive") ? "end" : "start";
    }

    private static String state(Element alert) {
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
    private static String priority(Element alert) {
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

    private static String code(Element concept) {
        return Concept.codes(concept).stream().findFirst().map(Code::code).orElse("");
    }

    private static String type(Element alert) {
        Element type = alert.any("type", "category").orElseGet(() -> alert.get("type"));
        if (Concept.holds(type, "physiological", "sp", "phy")) {
            return "SP";
        }
        return Concept.holds(type, "technical", "st", "tec") ? "ST" : Concept.holds(type, "advisory", "sa") ? "SA" : "";
    }
}
