package org.vigie.gateway.fhir.element;

import java.util.List;
import java.util.Locale;
import org.vigie.terminology.CodeSystem;
import org.vigie.terminology.SentCode;

/**
 * Represents a CodeableConcept of FHIR. A bare Coding and a string are concepts with one coding.
 */
public record CodeableConcept(FhirElement element) {
    /** Returns every coding. A concept without a coding has its text as a name. */
    public List<SentCode> codes() {
        if (element.node().isValueNode()) {
            return named(element.text());
        }
        String text = element.text("text");
        List<FhirElement> codings = element.has("coding") ? element.each("coding") : List.of(element);
        List<SentCode> codes = codings.stream()
                .map(coding -> new SentCode(coding.text("system"), coding.text("code"), coding.text("display")))
                .map(code -> described(code, text))
                .filter(code -> !code.isEmpty())
                .toList();
        return codes.isEmpty() ? named(text) : codes;
    }

    /** Adds the text of the concept to a sender's own code that has no name. */
    private static SentCode described(SentCode code, String text) {
        boolean isDescribed = !code.name().isEmpty() || code.code().isEmpty() || code.definedBy() != CodeSystem.LOCAL;
        return isDescribed ? code : new SentCode(code.system(), code.code(), text);
    }

    private static List<SentCode> named(String name) {
        return name.isEmpty() ? List.of() : List.of(new SentCode("", "", name));
    }

    /** Returns the text, else the name of the first code, else the code. */
    public String name() {
        String text = element.text("text");
        List<SentCode> codes = codes();
        if (!text.isEmpty() || codes.isEmpty()) {
            return text;
        }
        SentCode first = codes.get(0);
        return first.name().isEmpty() ? first.code() : first.name();
    }

    /** Returns true when one of its codes is among these, in lower case. */
    public boolean holds(String... wanted) {
        List<String> any = List.of(wanted);
        return codes().stream().anyMatch(code -> any.contains(code.code().toLowerCase(Locale.ROOT)));
    }
}
