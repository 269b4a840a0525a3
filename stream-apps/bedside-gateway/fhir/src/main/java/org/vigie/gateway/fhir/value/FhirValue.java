package org.vigie.gateway.fhir.value;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vigie.gateway.fhir.element.FhirElement;
import org.vigie.terminology.DropReason;
import org.vigie.terminology.SentCode;

/**
 * Represents the value of an Observation or of a component, of any type: a number with its unit, a series, or the reason why there is none.
 */
public sealed interface FhirValue {
    String VALUE = "value";
    Set<String> WORDS = Set.of(
            "valueString",
            "valueCodeableConcept",
            "valueCoding",
            "valueCode",
            "valueBoolean",
            "valueMarkdown",
            "valueUri");
    Set<String> SEVERAL = Set.of("valueRange", "valueRatio");
    Set<String> DOCUMENTS = Set.of("valueAttachment", "valueReference");

    /** Holds a number with the words for its unit. */
    record ScalarFhirValue(BigDecimal value, List<SentCode> units) implements FhirValue {}

    /** Holds a series of samples. */
    record SeriesFhirValue(FhirSampledSeries samples) implements FhirValue {}

    /** Stands for a value that cannot be used. */
    record UnusableFhirValue(DropReason reason) implements FhirValue {}

    /** Returns the element {@code value[x]} of an Observation or a component. */
    static Optional<FhirElement> in(FhirElement holder) {
        return holder.names().stream()
                .filter(name -> name.startsWith(VALUE) && name.length() > VALUE.length())
                .findFirst()
                .map(holder::get);
    }

    static FhirValue of(FhirElement value) {
        String type = typeOf(value);
        return switch (type) {
            case "valueQuantity", "valueAge", "valueDuration", "valueCount", "valueDistance" -> quantity(value);
            case "valueInteger", "valueDecimal", "valueInteger64", "valueUnsignedInt", "valuePositiveInt" ->
                number(value, List.of());
            case "valueSampledData" -> FhirSampledSeries.read(value);
            default -> other(value, type);
        };
    }

    private static String typeOf(FhirElement value) {
        String name = value.path().substring(value.path().lastIndexOf('.') + 1);
        int list = name.indexOf('[');
        return list < 0 ? name : name.substring(0, list);
    }

    private static FhirValue quantity(FhirElement quantity) {
        if (quantity.has("comparator")) {
            return new UnusableFhirValue(DropReason.BOUND);
        }
        return quantity.has(VALUE)
                ? number(quantity.get(VALUE), List.of(unit(quantity)))
                : new UnusableFhirValue(quantity.names().isEmpty() ? DropReason.EMPTY : DropReason.NO_RESULT);
    }

    private static FhirValue number(FhirElement number, List<SentCode> units) {
        return number.decimal()
                .filter(decimal -> Double.isFinite(decimal.doubleValue()))
                .<FhirValue>map(decimal -> new ScalarFhirValue(decimal, units))
                .orElseGet(() -> new UnusableFhirValue(DropReason.NOT_A_NUMBER));
    }

    private static FhirValue other(FhirElement value, String type) {
        if (WORDS.contains(type)) {
            return FhirAnswerScores.number(value)
                    .or(() -> written(value, type))
                    .<FhirValue>map(number -> new ScalarFhirValue(number, List.of()))
                    .orElseGet(() -> new UnusableFhirValue(DropReason.TEXT));
        }
        return new UnusableFhirValue(reasonWithoutNumber(type));
    }

    private static DropReason reasonWithoutNumber(String type) {
        if (DOCUMENTS.contains(type)) {
            return DropReason.DOCUMENT;
        }
        return SEVERAL.contains(type) ? DropReason.SEVERAL_NUMBERS : DropReason.NOT_A_NUMBER;
    }

    /** Returns the number of a string that holds only a number. */
    private static Optional<BigDecimal> written(FhirElement value, String type) {
        return type.equals("valueString") ? value.decimal() : Optional.empty();
    }

    /** Returns the unit of a Quantity with its code and its name. */
    static SentCode unit(FhirElement quantity) {
        return new SentCode(quantity.text("system"), quantity.text("code"), quantity.text("unit"));
    }
}
