package org.vigie.schemas.variable;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/** Reads one row of {@code variables.csv}. */
record VariableRow(NamedCsvRecord row) {
    Variable variable() {
        return new Variable(
                text("variable"),
                text("label_en"),
                text("label_fr"),
                text("kind"),
                text("loinc"),
                text("mdc"),
                text("unit"),
                conversions(),
                range("hard_low", "hard_high"),
                range("soft_low", "soft_high"),
                range("alarm_low", "alarm_high"),
                range("alarm_high_priority_below", "alarm_high_priority_above"),
                SamplingMode.valueOf(text("sampling")),
                Double.parseDouble(text("normal")),
                number("spike_step"),
                whole("flat_seconds"),
                whole("series"),
                Optional.of(text("challenge2012")).filter(name -> !name.isEmpty()));
    }

    /** Parses {@code unit:factor:offset|unit:factor:offset}. */
    private Map<String, UnitConversion> conversions() {
        String field = text("conversions");
        return field.isEmpty()
                ? Map.of()
                : Arrays.stream(field.split("\\|"))
                        .map(entry -> entry.split(":"))
                        .collect(Collectors.toMap(
                                part -> part[0],
                                part -> new UnitConversion(Double.parseDouble(part[1]), Double.parseDouble(part[2]))));
    }

    private ValueRange range(String low, String high) {
        return new ValueRange(
                number(low).orElse(Double.NEGATIVE_INFINITY), number(high).orElse(Double.POSITIVE_INFINITY));
    }

    private OptionalDouble number(String column) {
        String field = text(column);
        return field.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(field));
    }

    private OptionalInt whole(String column) {
        String field = text(column);
        return field.isEmpty() ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(field));
    }

    private String text(String column) {
        return row.getField(column);
    }
}
