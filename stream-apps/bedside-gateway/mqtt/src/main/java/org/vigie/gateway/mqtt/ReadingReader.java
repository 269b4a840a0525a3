package org.vigie.gateway.mqtt;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.vigie.gateway.codes.ChannelWords;
import org.vigie.gateway.codes.Code;
import org.vigie.gateway.codes.CodeMap;
import org.vigie.gateway.codes.CodeMatch;
import org.vigie.gateway.codes.Dropped;
import org.vigie.gateway.codes.Meaning;
import org.vigie.gateway.codes.Measured;
import org.vigie.gateway.codes.Reason;
import org.vigie.gateway.codes.Understood;
import org.vigie.gateway.codes.ValueOrigin;
import org.vigie.schemas.ReadingStatus;
import org.vigie.schemas.variable.Conversion;
import org.vigie.schemas.variable.Range;
import org.vigie.schemas.variable.VariableCatalogue;

/**
 * One reading of a batch: {@code {"variable":"hr"}} by the catalogue's name, or {@code {"code":"147842","system":"MDC"}} by a code.
 * {@code channel} says which of several sources of the variable it is.
 *
 * @param time of readings that do not say theirs
 */
record ReadingReader(CodeMap map, String bed, String patient, String device, BatchTime time) {

    /** A unit is needed too, but not to take a value back. */
    private static final List<String> WORDS = List.of("variable", "code", "system", "name", "channel", "status");

    void read(String path, JsonNode reading, List<Measured> measured, List<Dropped> dropped) {
        Code code = new Code(text(reading, "system"), text(reading, "code"), text(reading, "name"));
        JsonNode value = reading.path("value");
        Optional<String> noWord = noWord(reading, WORDS);
        Optional<String> noUnit = noWord(reading, List.of("unit"));
        if (!reading.isObject()) {
            dropped.add(left(path, "", reading, Reason.MALFORMED));
        } else if (noWord.isPresent()) {
            dropped.add(withoutWord(path, noWord.get(), code, reading));
        } else if (status(text(reading, "status")) == ReadingStatus.RETRACTED) {
            takenBack(path, code, reading, measured, dropped);
        } else if (noUnit.isPresent()) {
            dropped.add(withoutWord(path, noUnit.get(), code, reading));
        } else if (!value.isNumber() || !Double.isFinite(value.asDouble())) {
            dropped.add(left(path, named(code, reading), value, withoutNumber(value)));
        } else {
            understand(path, code, reading, measured, dropped);
        }
    }

    private static Reason withoutNumber(JsonNode value) {
        if (value.isMissingNode() || value.isNull()) {
            return Reason.NO_RESULT;
        }
        return value.isTextual() ? Reason.TEXT : Reason.NOT_A_NUMBER;
    }

    /** The value may be repeated or not; which one it was is known further on. */
    private void takenBack(String path, Code code, JsonNode reading, List<Measured> measured, List<Dropped> dropped) {
        Understood understood = understood(code, reading, reading.path("value").asDouble(Double.NaN));
        Optional<Understood.Quantity> taken = understood instanceof Understood.Quantity quantity
                ? Optional.of(quantity)
                : VariableCatalogue.standard()
                        .find(text(reading, "variable"))
                        .or(() -> match(code).variable())
                        .map(variable -> new Understood.Quantity(variable, Double.NaN, Conversion.IDENTITY));
        taken.ifPresentOrElse(
                quantity -> add(path, code, reading, quantity, measured, dropped),
                () -> dropped.add(left(path, named(code, reading), reading.path("value"), Reason.RETRACTED)));
    }

    private void understand(String path, Code code, JsonNode reading, List<Measured> measured, List<Dropped> dropped) {
        JsonNode value = reading.path("value");
        Understood understood = understood(code, reading, value.asDouble());
        if (understood instanceof Understood.Not not) {
            dropped.add(left(path, named(code, reading), value, not.reason()));
        } else if (understood instanceof Understood.Quantity quantity) {
            add(path, code, reading, quantity, measured, dropped);
        }
    }

    private void add(
            String path,
            Code code,
            JsonNode reading,
            Understood.Quantity quantity,
            List<Measured> measured,
            List<Dropped> dropped) {
        boolean isOwn = reading.has("time");
        BatchTime at = isOwn ? Fields.time(reading.path("time")) : time;
        if (!(at instanceof BatchTime.At taken)) {
            dropped.add(withoutTime(isOwn ? path : "batch", named(code, reading), at));
            return;
        }
        measured.add(new Measured(
                bed,
                patient,
                device,
                taken.time(),
                quantity.variable().name(),
                quantity.value(),
                quantity.variable().unit(),
                status(text(reading, "status")),
                Range.UNBOUNDED,
                ChannelWords.joined(
                        Stream.of(map.sourceWord(quantity.variable(), List.of(code)), text(reading, "channel"))),
                false));
    }

    /** A name of the catalogue goes without a code; its unit may be left out, then it is the catalogue's. */
    private Understood understood(Code code, JsonNode reading, double value) {
        String unit = text(reading, "unit");
        List<Code> units = List.of(new Code("UCUM", unit, ""));
        return VariableCatalogue.standard()
                .find(text(reading, "variable"))
                .map(variable -> Meaning.of(
                        variable, value, unit.isEmpty() ? List.of(new Code("UCUM", variable.unit(), "")) : units))
                .orElseGet(() ->
                        code.isEmpty() ? new Understood.Not(Reason.NO_CODE) : Meaning.of(match(code), value, units));
    }

    /** What publishes here stands at the bed. */
    private CodeMatch match(Code code) {
        return map.match(device, List.of(code), List.of(), ValueOrigin.BEDSIDE);
    }

    private static ReadingStatus status(String said) {
        return said.isEmpty()
                ? ReadingStatus.VALID
                : Arrays.stream(ReadingStatus.values())
                        .filter(status -> status.name().equals(said.toUpperCase(Locale.ROOT)))
                        .findFirst()
                        .orElse(ReadingStatus.UNKNOWN);
    }

    /** What it says it measures: its code, else its name of the catalogue. */
    private static String named(Code code, JsonNode reading) {
        return code.isEmpty() ? text(reading, "variable") : Meaning.words(List.of(code));
    }

    private static Dropped withoutTime(String path, String code, BatchTime time) {
        boolean isFilled = time instanceof BatchTime.Unreadable;
        String sent = time instanceof BatchTime.Unreadable unreadable ? unreadable.sent() : "";
        String expected = time instanceof BatchTime.Unreadable unreadable ? unreadable.expected() : Fields.EXPECTED;
        Reason reason = isFilled ? Reason.UNREADABLE_TIME : Reason.NO_TIME;
        return new Dropped(path, "time", code, sent, reason).standingFor(1).expecting(expected);
    }

    /** The first field that stands there and is neither text nor a whole number. It is wrong, not absent. */
    private static Optional<String> noWord(JsonNode object, List<String> fields) {
        return fields.stream()
                .filter(field -> !Fields.isWord(object.path(field)))
                .findFirst();
    }

    private static Dropped withoutWord(String path, String field, Code code, JsonNode reading) {
        JsonNode sent = reading.path(field);
        String shown = sent.isValueNode() ? sent.asText() : sent.toString();
        return new Dropped(path, field, named(code, reading), shown, Reason.MALFORMED)
                .standingFor(1)
                .expecting("text");
    }

    private static Dropped left(String path, String code, JsonNode value, Reason reason) {
        return new Dropped(path, field(reason), code, value.isMissingNode() ? "" : value.asText(), reason)
                .standingFor(1);
    }

    /** The field that a reason is about. */
    private static String field(Reason reason) {
        return switch (reason) {
            case UNMAPPED_CODE, NO_CODE -> "code";
            case UNKNOWN_UNIT, NO_UNIT -> "unit";
            case RETRACTED -> "status";
            default -> "value";
        };
    }

    private static String text(JsonNode object, String field) {
        JsonNode value = object.path(field);
        return value.isTextual() || value.isIntegralNumber() ? value.asText().strip() : "";
    }
}
