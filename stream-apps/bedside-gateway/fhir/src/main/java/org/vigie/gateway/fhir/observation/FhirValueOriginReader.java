package org.vigie.gateway.fhir.observation;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.vigie.gateway.fhir.element.CodeableConcept;
import org.vigie.gateway.fhir.element.FhirElement;
import org.vigie.gateway.fhir.value.VitalSignsProfile;
import org.vigie.terminology.CodeSystem;
import org.vigie.terminology.SentCode;
import org.vigie.terminology.ValueOrigin;

/**
 * Finds the origin of a value: by its specimen, its method, its category or its profile. The vital-signs profile requires LOINC 2708-6 for
 * every saturation, so that this code does not tell the method.
 */
record FhirValueOriginReader(FhirElement resource) {
    private static final Set<String> BEDSIDE = Set.of("vital-signs", "vital signs", "vitals", "signes vitaux");
    private static final Set<String> LABORATORY = Set.of("laboratory", "lab", "laboratoire");
    private static final Pattern BLOOD_GAS =
            Pattern.compile("blood gas|co-?oxim|hemoxim|gaz du sang|arterial blood|sang art", Pattern.CASE_INSENSITIVE);
    private static final Pattern PULSE_OXIMETRY = Pattern.compile(
            "puls\\w* ?oxim|oxym\\S* (de pouls|puls)", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CHARACTER_CLASS);

    ValueOrigin read() {
        FhirElement method = resource.get("method");
        List<SentCode> methods = new CodeableConcept(method).codes();
        String words =
                methods.stream().map(SentCode::name).collect(Collectors.joining(" ", " ", " ")) + method.text("text");
        if (resource.has("specimen") || BLOOD_GAS.matcher(words).find()) {
            return ValueOrigin.LABORATORY;
        }
        boolean isPulseOximetry = PULSE_OXIMETRY.matcher(words).find()
                || methods.stream().anyMatch(FhirValueOriginReader::isPulseOximetry);
        return isPulseOximetry ? ValueOrigin.BEDSIDE : ofCategory();
    }

    private ValueOrigin ofCategory() {
        boolean isBedside = VitalSignsProfile.isVitalSign(resource) || isOf(BEDSIDE);
        boolean isLaboratory = isOf(LABORATORY);
        if (isBedside == isLaboratory) {
            return ValueOrigin.UNKNOWN;
        }
        return isBedside ? ValueOrigin.BEDSIDE : ValueOrigin.LABORATORY;
    }

    /** Returns true when a method is pulse oximetry in SNOMED CT (252465000). */
    private static boolean isPulseOximetry(SentCode method) {
        return method.definedBy() == CodeSystem.SNOMED && method.code().equals("252465000");
    }

    private boolean isOf(Set<String> categories) {
        return resource.each("category").stream()
                .anyMatch(category -> categories.contains(category.text("text").toLowerCase(Locale.ROOT))
                        || new CodeableConcept(category)
                                .codes().stream()
                                        .anyMatch(code ->
                                                categories.contains(code.code().toLowerCase(Locale.ROOT))
                                                        || categories.contains(
                                                                code.name().toLowerCase(Locale.ROOT))));
    }
}
