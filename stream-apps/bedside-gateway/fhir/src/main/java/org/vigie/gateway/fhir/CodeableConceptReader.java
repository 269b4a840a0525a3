package org.vigie.gateway.fhir;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.vigie.gateway.codes.CodeSystem;
import org.vigie.gateway.codes.SentCode;

/** CodeableConcepts, Codings and Quantities as codes. */
final class CodeableConceptReader {
    private CodeableConceptReader() {}

    /** Every coding of a concept; where there is none, its text as a name. A bare coding or a string is a concept of one. */
    static List<SentCode> codes(FhirElement concept) {
        if (concept.node().isValueNode()) {
            return named(concept.text());
        }
        List<SentCode> codes = new ArrayList<>();
        List<FhirElement> codings = concept.has("coding") ? concept.each("coding") : List.of(concept);
        for (FhirElement coding : codings) {
            SentCode code = described(
                    new SentCode(coding.text("system"), coding.text("code"), coding.text("display")),
                    concept.text("text"));
            if (!code.isEmpty()) {
                codes.add(code);
            }
        }
        return codes.isEmpty() ? named(concept.text("text")) : codes;
    }

    /** The concept's text says what a code of the sender's own means, where the coding does not. */
    private static SentCode described(SentCode code, String text) {
        boolean says = !code.name().isEmpty() || code.code().isEmpty() || code.definedBy() != CodeSystem.LOCAL;
        return says ? code : new SentCode(code.system(), code.code(), text);
    }

    private static List<SentCode> named(String name) {
        return name.isEmpty() ? List.of() : List.of(new SentCode("", "", name));
    }

    /** The unit of a Quantity: its code, and what it is called. */
    static SentCode unit(FhirElement quantity) {
        return new SentCode(quantity.text("system"), quantity.text("code"), quantity.text("unit"));
    }

    /** {@code 8867-4^Heart rate^http://loinc.org~147842^...}: as sent, for people. */
    static String shown(List<SentCode> codes) {
        return codes.stream()
                .map(code -> code.code() + "^" + code.name() + "^" + code.system())
                .collect(Collectors.joining("~"));
    }

    /** What a concept is called. */
    static String name(FhirElement concept) {
        String text = concept.text("text");
        List<SentCode> codes = codes(concept);
        if (!text.isEmpty() || codes.isEmpty()) {
            return text;
        }
        SentCode first = codes.get(0);
        return first.name().isEmpty() ? first.code() : first.name();
    }

    static boolean holds(FhirElement concept, String... wanted) {
        List<String> any = List.of(wanted);
        return codes(concept).stream().anyMatch(code -> any.contains(code.code().toLowerCase(Locale.ROOT)));
    }
}
