package org.vigie.gateway.fhir.value;

import java.util.Locale;
import org.vigie.gateway.fhir.element.CodeableConcept;
import org.vigie.gateway.fhir.element.FhirElement;

/** Writes a value of any type as text, for people. */
public record FhirValueText(FhirElement value) {
    /** Returns the value as text: {@code 120 mm[Hg]}, {@code <5 mg/L}. */
    @Override
    public String toString() {
        if (value.node().isValueNode()) {
            return value.text();
        }
        if (value.has(FhirValue.VALUE) || value.has("unit")) {
            return quantity();
        }
        if (value.has("data")) {
            return value.text("data");
        }
        return value.has("coding") || value.has("text") || value.has("code")
                ? new CodeableConcept(value).name()
                : parts();
    }

    private String quantity() {
        String unit = value.has("unit") ? value.text("unit") : value.text("code");
        return (value.text("comparator") + value.text(FhirValue.VALUE) + " " + unit).strip();
    }

    private String parts() {
        return value.names().stream()
                .filter(name -> !name.equals("extension"))
                .map(name -> name.toLowerCase(Locale.ROOT) + " " + new FhirValueText(value.get(name)))
                .reduce((left, right) -> left + ", " + right)
                .orElse("");
    }
}
