package org.vigie.bench.code;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * Holds one number about the source code.
 *
 * @param key its name for programs, with the unit at its end where it has one
 * @param name what is counted, for readers
 * @param atMost the bound that must hold; empty when there is none
 */
@JsonPropertyOrder({"key", "name", "value", "holds"})
public record CodeMeasure(
        @JsonProperty("key") String key,
        @JsonProperty("name") String name,
        @JsonProperty("value") double value,
        @JsonIgnore OptionalDouble atMost) {
    private static final String PERCENT = "_percent";

    private static CodeMeasure of(String key, String name, double value) {
        return new CodeMeasure(key, name, value, OptionalDouble.empty());
    }

    static CodeMeasure count(String key, String name, long count) {
        return of(key, name, (double) count);
    }

    static CodeMeasure ratio(String key, String name, long part, long whole) {
        return of(key, name, whole == 0 ? 0 : Math.round(100.0 * part / whole) / 100.0);
    }

    /** Counts a part of a whole in percent; 0 of nothing. */
    static CodeMeasure percent(String key, String name, long part, long whole) {
        return of(key + PERCENT, name, whole == 0 ? 0 : 100.0 * part / whole);
    }

    CodeMeasure atMost(double bound) {
        return new CodeMeasure(key, name, value, OptionalDouble.of(bound));
    }

    /** Answers whether the number keeps its bound; without a bound it does. */
    @JsonProperty("holds")
    public boolean holds() {
        return atMost.isEmpty() || value <= atMost.getAsDouble();
    }

    /** JSON has the bound only where there is one. */
    @JsonAnyGetter
    Map<String, Double> bound() {
        return atMost.isPresent() ? Map.of("at_most", atMost.getAsDouble()) : Map.of();
    }

    /** Prints the value for readers: {@code 7.4 %}, {@code 13,204}. */
    String shownValue() {
        return shown(value, isShare());
    }

    /** Prints the bound for readers: {@code at most 8 %}; empty when there is none. */
    String shownBound() {
        return atMost.isPresent() ? "at most " + shown(atMost.getAsDouble(), false) + (isShare() ? " %" : "") : "";
    }

    private boolean isShare() {
        return key.endsWith(PERCENT);
    }

    private static String shown(double number, boolean share) {
        return share
                ? String.format(Locale.ROOT, "%.1f %%", number)
                : String.format(Locale.ROOT, number == Math.rint(number) ? "%,.0f" : "%.2f", number);
    }
}
