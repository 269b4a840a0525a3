package org.vigie.gateway.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.vigie.terminology.DropReason;
import org.vigie.terminology.SentCode;

/** The value of an Observation or of a component, of any type: a number with its unit, a series, or the reason why there is none. */
sealed interface FhirValue {
    String VALUE = "value";
    Set<String> WORDS = Set.of(
            "valueString",
            "valueCodeableConcept",
            "valueCoding",
            "valueCode",
            "valueBoolean",
            "valueMarkdown",
            "valueUri");
    Set<String> TIMES = Set.of("valueDateTime", "valueTime", "valuePeriod", "valueDate", "valueInstant");
    Set<String> SEVERAL = Set.of("valueRange", "valueRatio");
    Set<String> UNIT_WORDS = Set.of("_unit", "_display", "_text", "_system", "_code");
    Set<String> DOCUMENTS = Set.of("valueAttachment", "valueReference");

    /** A number with the words for its unit. */
    record ScalarFhirValue(BigDecimal value, List<SentCode> units) implements FhirValue {}

    /** A series of samples. */
    record SeriesFhirValue(FhirSampledSeries samples) implements FhirValue {}

    /** No usable value. */
    record UnusableFhirValue(DropReason reason) implements FhirValue {}

    /** Returns the element {@code value[x]} of an Observation or a component. */
    static Optional<FhirElement> in(FhirElement holder) {
        return holder.names().stream()
                .filter(name -> name.startsWith(VALUE) && name.length() > VALUE.length())
                .findFirst()
                .map(holder::get);
    }

    /** Says whether an extension states that the value is absent, or stands alone in its place. */
    static boolean isAbsentByExtension(FhirElement holder) {
        boolean isAlone = in(holder).isEmpty();
        for (Map.Entry<String, JsonNode> field : holder.node().properties()) {
            boolean isValue = field.getKey().matches("_?value[A-Z].*");
            if ((isAlone && field.getKey().startsWith("_" + VALUE))
                    || ((isValue || field.getKey().equals("extension")) && isMarkedAbsent(field.getValue()))) {
                return true;
            }
        }
        return false;
    }

    /** Says whether a node states that the value is absent. The text of a unit can be absent without the value being so. */
    private static boolean isMarkedAbsent(JsonNode node) {
        if (node.path("url").asText().strip().endsWith("/data-absent-reason")) {
            return true;
        }
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            if (!UNIT_WORDS.contains(field.getKey()) && isMarkedAbsent(field.getValue())) {
                return true;
            }
        }
        for (JsonNode child : node.isArray() ? node : List.<JsonNode>of()) {
            if (isMarkedAbsent(child)) {
                return true;
            }
        }
        return false;
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
        if (TIMES.contains(type)) {
            return new UnusableFhirValue(DropReason.NOT_A_NUMBER);
        }
        if (DOCUMENTS.contains(type)) {
            return new UnusableFhirValue(DropReason.DOCUMENT);
        }
        return new UnusableFhirValue(SEVERAL.contains(type) ? DropReason.SEVERAL_NUMBERS : DropReason.NOT_A_NUMBER);
    }

    /** Returns the number of a string that holds only a number. */
    private static Optional<BigDecimal> written(FhirElement value, String type) {
        return type.equals("valueString") ? value.decimal() : Optional.empty();
    }

    /** Returns the unit of a Quantity with its code and its name. */
    static SentCode unit(FhirElement quantity) {
        return new SentCode(quantity.text("system"), quantity.text("code"), quantity.text("unit"));
    }

    /** Returns the value as text: {@code 120 mm[Hg]}, {@code <5 mg/L}. */
    static String shown(FhirElement value) {
        if (value.node().isValueNode()) {
            return value.text();
        }
        if (value.has(VALUE) || value.has("unit")) {
            String unit = value.has("unit") ? value.text("unit") : value.text("code");
            return (value.text("comparator") + value.text(VALUE) + " " + unit).strip();
        }
        if (value.has("data")) {
            return value.text("data");
        }
        return value.has("coding") || value.has("text") || value.has("code")
                ? new CodeableConcept(value).name()
                : pair(value);
    }

    private static String pair(FhirElement value) {
        return value.names().stream()
                .filter(name -> !name.equals("extension"))
                .map(name -> name.toLowerCase(Locale.ROOT) + " " + shown(value.get(name)))
                .reduce((left, right) -> left + ", " + right)
                .orElse("");
    }
}
