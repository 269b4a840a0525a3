package org.vigie.gateway.fhir.value;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.vigie.gateway.fhir.element.CodeableConcept;
import org.vigie.gateway.fhir.element.FhirElement;
import org.vigie.terminology.CodeSystem;
import org.vigie.terminology.SentCode;

/**
 * Finds the number of a coded answer: an ordinal that the sender adds, else LOINC's score of the three parts of the Glasgow coma scale
 * (answer lists LL355-9 eyes, LL356-7 verbal, LL357-5 motor).
 */
final class FhirAnswerScores {
    private static final List<String> ORDINALS = List.of("/ordinalValue", "/itemWeight", "/iso21090-CO-value");
    private static final Map<String, Integer> GLASGOW = Map.ofEntries(
            Map.entry("LA6553-7", 1),
            Map.entry("LA6554-5", 2),
            Map.entry("LA6555-2", 3),
            Map.entry("LA6556-0", 4),
            Map.entry("LA6557-8", 1),
            Map.entry("LA6558-6", 2),
            Map.entry("LA6559-4", 3),
            Map.entry("LA6560-2", 4),
            Map.entry("LA6561-0", 5),
            Map.entry("LA6562-8", 1),
            Map.entry("LA6563-6", 2),
            Map.entry("LA6564-4", 3),
            Map.entry("LA6565-1", 4),
            Map.entry("LA6566-9", 5),
            Map.entry("LA6567-7", 6));

    private FhirAnswerScores() {}

    static Optional<BigDecimal> number(FhirElement concept) {
        return Stream.concat(Stream.of(concept), concept.each("coding").stream())
                .flatMap(element -> ordinal(element).stream())
                .findFirst()
                .or(() -> new CodeableConcept(concept)
                        .codes().stream()
                                .filter(code -> code.definedBy() == CodeSystem.LOINC)
                                .map(SentCode::code)
                                .filter(GLASGOW::containsKey)
                                .map(code -> BigDecimal.valueOf(GLASGOW.get(code)))
                                .findFirst());
    }

    private static Optional<BigDecimal> ordinal(FhirElement element) {
        return element.each("extension").stream()
                .filter(extension -> ORDINALS.stream().anyMatch(extension.text("url")::endsWith))
                .flatMap(extension -> FhirValue.in(extension).flatMap(FhirElement::decimal).stream())
                .findFirst();
    }
}
