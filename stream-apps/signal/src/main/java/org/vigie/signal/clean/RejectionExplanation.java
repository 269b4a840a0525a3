package org.vigie.signal.clean;

import java.util.Set;
import java.util.TreeSet;
import org.vigie.schemas.variable.Variable;

/** Writes why a reading was rejected: the field, what was expected and what was found. */
public record RejectionExplanation(CleaningReason reason, Reading reading, ArrivalTimes arrival) {
    public String text() {
        return switch (reason) {
            case UNKNOWN_VARIABLE ->
                sentence("variable", "a name in the variable catalogue", quoted(reading.variable()));
            case DEVICE_INVALID -> sentence("status", "that of a measurement", reading.status());
            case NOT_A_NUMBER -> sentence("value", "a number in " + reading.unit(), found());
            case UNKNOWN_UNIT -> sentence("unit", "one of " + units(), quoted(reading.unit()));
            case FUTURE_TIME -> future();
            case OUT_OF_RANGE -> sentence("value", "within " + possible(), reading.catalogueValue());
            case DUPLICATE -> sentence("message", "new, or its value and time", "seen before");
            case UNKNOWN_BED -> sentence("bed", "in stays.current", "not there");
            case RETRACTED_BEFORE -> sentence("value", "one that stands", "taken back by its sender");
            case NOTHING_TO_RETRACT ->
                sentence("measuredAt", "an instant of which a value is remembered", reading.measuredAt());
            case NONE, RETRACTED, OUT_OF_ORDER, SOFT_RANGE, SPIKE, FLAT_LINE, DEVICE_QUESTIONABLE, DEVICE_TEST -> "";
        };
    }

    private String future() {
        return arrival.isFromTheFuture()
                ? sentence("receivedTime", "at most " + arrival.latestReceived(), arrival.receivedTime())
                : sentence("measuredAt", "at most " + arrival.latestMeasured(), reading.measuredAt());
    }

    private static String sentence(String field, String expected, Object found) {
        return field + ": must be " + expected + ", was " + found;
    }

    private String found() {
        return reading.text().isEmpty() ? String.valueOf(reading.value()) : quoted(reading.text());
    }

    private String possible() {
        Variable variable = reading.catalogued().orElseThrow();
        return variable.hard() + " " + variable.unit();
    }

    private Set<String> units() {
        Variable variable = reading.catalogued().orElseThrow();
        var units = new TreeSet<>(variable.conversions().keySet());
        units.add(variable.unit());
        return units;
    }

    private static String quoted(String text) {
        return "'" + text + "'";
    }
}
