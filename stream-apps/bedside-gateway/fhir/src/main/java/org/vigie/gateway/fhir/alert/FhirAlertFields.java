package org.vigie.gateway.fhir.alert;

import java.util.Locale;
import java.util.Optional;
import org.vigie.gateway.fhir.element.CodeableConcept;
import org.vigie.gateway.fhir.element.FhirElement;
import org.vigie.terminology.SentCode;

/** Reads the fields of an alarm that IHE PCD-04 defines: phase, state, priority and type. */
record FhirAlertFields(FhirElement alert) {
    private static final String[] PERIODS = {"occurrencePeriod", "identifiedPeriod", "period", "effectivePeriod"};
    private static final String[] INSTANTS = {
        "occurrenceDateTime", "identifiedDateTime", "effectiveDateTime", "effectiveInstant"
    };

    /** Returns the period of the alarm, else the instant that the sender gives, which may be that of the message. */
    Optional<FhirElement> time() {
        return alert.any(PERIODS).or(() -> alert.any(INSTANTS));
    }

    /**
     * Returns {@code end} for an alarm that is over or was entered in error, and {@code start} when its period says when it began. Otherwise the phase is empty,
     * because the sender may repeat an alarm that is known.
     */
    String phase() {
        Optional<FhirElement> period = alert.any(PERIODS);
        if (period.filter(times -> times.has("end")).isPresent() || state().equals("inactive")) {
            return "end";
        }
        return period.filter(times -> times.has("start")).isPresent() ? "start" : "";
    }

    /** Returns {@code active}, {@code latched} or {@code inactive}. An alarm that was entered in error is inactive whatever it says. */
    String state() {
        if (alert.code("status").equals("entered-in-error")) {
            return "inactive";
        }
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
    String priority() {
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

    /** Returns the type in the codes of IHE PCD-04: SP physiological, ST technical, SA advisory; empty when it is not known. */
    String type() {
        FhirElement type = alert.any("type", "category").orElseGet(() -> alert.get("type"));
        CodeableConcept concept = new CodeableConcept(type);
        if (concept.holds("physiological", "sp", "phy")) {
            return "SP";
        }
        if (concept.holds("technical", "st", "tec")) {
            return "ST";
        }
        return concept.holds("advisory", "sa") ? "SA" : "";
    }
}
