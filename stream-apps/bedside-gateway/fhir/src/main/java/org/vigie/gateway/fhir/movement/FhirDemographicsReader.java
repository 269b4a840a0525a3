package org.vigie.gateway.fhir.movement;

import org.vigie.gateway.fhir.element.FhirElement;
import org.vigie.gateway.intake.PatientMovement.PatientDemographics;

/** Reads the name, the birth date and the sex of a Patient. */
final class FhirDemographicsReader {
    private FhirDemographicsReader() {}

    static PatientDemographics read(FhirElement patient) {
        FhirElement name = patient.each("name").stream()
                .filter(given -> given.code("use").equals("official"))
                .findFirst()
                .orElseGet(() -> patient.get("name"));
        String family = name.has("family") ? name.text("family") : name.text("text");
        String birthDate = patient.text("birthDate").replace("-", "");
        return new PatientDemographics(family, name.text("given"), birthDate, sex(patient));
    }

    private static String sex(FhirElement patient) {
        return switch (patient.code("gender")) {
            case "female" -> "F";
            case "male" -> "M";
            default -> "";
        };
    }
}
