package org.vigie.gateway.mqtt;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.vigie.gateway.intake.DroppedElement;
import org.vigie.gateway.intake.MeasuredValue;
import org.vigie.schemas.MeasurementStatusRecord;
import org.vigie.schemas.variable.UnitConversion;
import org.vigie.schemas.variable.ValueRange;
import org.vigie.schemas.variable.VariableCatalogue;
import org.vigie.terminology.ChannelLabels;
import org.vigie.terminology.CodeMap;
import org.vigie.terminology.CodeMatch;
import org.vigie.terminology.DropReason;
import org.vigie.terminology.InterpretedValue;
import org.vigie.terminology.SentCode;
import org.vigie.terminology.ValueInterpreter;
import org.vigie.terminology.ValueOrigin;

/**
 * Reads one reading of a batch: {@code {"variable":"hr"}} by the name in the catalogue, or {@code {"code":"147842","system":"MDC"}} by a
 * code. {@code channel} names one of several sources of the variable.
 *
 * @param time time of readings that have none
 */
record MqttReadingReader(CodeMap map, String bed, String patient, String device, MqttBatchTime time) {

    /** Fields that must be text. The unit must be text too, except in a retraction. */
    private static final List<String> WORDS = List.of("variable", "code", "system", "name", "channel", "status");

    void read(String path, JsonNode reading, List<MeasuredValue> measured, List<DroppedElement> dropped) {
        SentCode code = new SentCode(text(reading, "system"), text(reading, "code"), text(reading, "name"));
        JsonNode value = reading.path("value");
        Optional<String> noWord = noWord(reading, WORDS);
        Optional<String> noUnit = noWord(reading, List.of("unit"));
        if (!reading.isObject()) {
            dropped.add(left(path, "", reading, DropReason.MALFORMED));
        } else if (noWord.isPresent()) {
            dropped.add(withoutWord(path, noWord.get(), code, reading));
        } else if (status(text(reading, "status")) == MeasurementStatusRecord.RETRACTED) {
            retract(path, code, reading, measured, dropped);
        } else if (noUnit.isPresent()) {
            dropped.add(withoutWord(path, noUnit.get(), code, reading));
        } else if (!value.isNumber() || !Double.isFinite(value.asDouble())) {
            dropped.add(left(path, named(code, reading), value, withoutNumber(value)));
        } else {
            understand(path, code, reading, measured, dropped);
        }
    }

    private static DropReason withoutNumber(JsonNode value) {
        if (value.isMissingNode() || value.isNull()) {
            return DropReason.NO_RESULT;
        }
        return value.isTextual() ? DropReason.TEXT : DropReason.NOT_A_NUMBER;
    }

    /** Reads a retraction. The value may be repeated or not. */
    private void retract(
            String path, SentCode code, JsonNode reading, List<MeasuredValue> measured, List<DroppedElement> dropped) {
        InterpretedValue interpreted =
                interpreted(code, reading, reading.path("value").asDouble(Double.NaN));
        Optional<InterpretedValue.CatalogueQuantity> taken =
                interpreted instanceof InterpretedValue.CatalogueQuantity quantity
                        ? Optional.of(quantity)
                        : VariableCatalogue.standard()
                                .find(text(reading, "variable"))
                                .or(() -> match(code).variable())
                                .map(variable -> new InterpretedValue.CatalogueQuantity(
                                        variable, Double.NaN, UnitConversion.IDENTITY));
        taken.ifPresentOrElse(
                quantity -> add(path, code, reading, quantity, measured, dropped),
                () -> dropped.add(left(path, named(code, reading), reading.path("value"), DropReason.RETRACTED)));
    }

    private void understand(
            String path, SentCode code, JsonNode reading, List<MeasuredValue> measured, List<DroppedElement> dropped) {
        JsonNode value = reading.path("value");
        InterpretedValue interpreted = interpreted(code, reading, value.asDouble());
        if (interpreted instanceof InterpretedValue.NotInterpreted notInterpreted) {
            dropped.add(left(path, named(code, reading), value, notInterpreted.reason()));
        } else if (interpreted instanceof InterpretedValue.CatalogueQuantity quantity) {
            add(path, code, reading, quantity, measured, dropped);
        }
    }

    private void add(
            String path,
            SentCode code,
            JsonNode reading,
            InterpretedValue.CatalogueQuantity quantity,
            List<MeasuredValue> measured,
            List<DroppedElement> dropped) {
        boolean isOwn = reading.has("time");
        MqttBatchTime at = isOwn ? MqttBatchTime.read(reading.path("time")) : time;
        if (!(at instanceof MqttBatchTime.BatchInstant taken)) {
            dropped.add(withoutTime(isOwn ? path : "batch", named(code, reading), at));
            return;
        }
        measured.add(new MeasuredValue(
                bed,
                patient,
                device,
                taken.time(),
                quantity.variable().name(),
                quantity.value(),
                quantity.variable().unit(),
                status(text(reading, "status")),
                ValueRange.UNBOUNDED,
                ChannelLabels.joined(
                        Stream.of(map.sourceWord(quantity.variable(), List.of(code)), text(reading, "channel"))),
                false));
    }

    /** Interprets the value. A variable of the catalogue needs no code. Without a unit, its unit is the catalogue's. */
    private InterpretedValue interpreted(SentCode code, JsonNode reading, double value) {
        String unit = text(reading, "unit");
        List<SentCode> units = List.of(new SentCode("UCUM", unit, ""));
        return VariableCatalogue.standard()
                .find(text(reading, "variable"))
                .map(variable -> ValueInterpreter.interpret(
                        variable, value, unit.isEmpty() ? List.of(new SentCode("UCUM", variable.unit(), "")) : units))
                .orElseGet(() -> code.isEmpty()
                        ? new InterpretedValue.NotInterpreted(DropReason.NO_CODE)
                        : ValueInterpreter.interpret(match(code), value, units));
    }

    /** Finds the variable of a code. MQTT devices stand at the bed. */
    private CodeMatch match(SentCode code) {
        return map.match(device, List.of(code), List.of(), ValueOrigin.BEDSIDE);
    }

    private static MeasurementStatusRecord status(String sent) {
        return sent.isEmpty()
                ? MeasurementStatusRecord.VALID
                : Arrays.stream(MeasurementStatusRecord.values())
                        .filter(status -> status.name().equals(sent.toUpperCase(Locale.ROOT)))
                        .findFirst()
                        .orElse(MeasurementStatusRecord.UNKNOWN);
    }

    /** Returns the name of the measured quantity: its code, else its variable. */
    private static String named(SentCode code, JsonNode reading) {
        return code.isEmpty() ? text(reading, "variable") : ValueInterpreter.displayText(List.of(code));
    }

    private static DroppedElement withoutTime(String path, String code, MqttBatchTime time) {
        boolean isFilled = time instanceof MqttBatchTime.UnreadableBatchTime;
        String sent =
                time instanceof MqttBatchTime.UnreadableBatchTime unreadableBatchTime ? unreadableBatchTime.sent() : "";
        String expected = time instanceof MqttBatchTime.UnreadableBatchTime unreadableBatchTime
                ? unreadableBatchTime.expected()
                : MqttBatchTime.EXPECTED;
        DropReason reason = isFilled ? DropReason.UNREADABLE_TIME : DropReason.NO_TIME;
        return new DroppedElement(path, "time", code, sent, reason)
                .withReadings(1)
                .withExpected(expected);
    }

    /** Returns the first field that is filled and is neither text nor a whole number. Such a field is wrong and not absent. */
    private static Optional<String> noWord(JsonNode object, List<String> fields) {
        return fields.stream()
                .filter(field -> !MqttBatchReader.isWord(object.path(field)))
                .findFirst();
    }

    private static DroppedElement withoutWord(String path, String field, SentCode code, JsonNode reading) {
        JsonNode sent = reading.path(field);
        String shown = sent.isValueNode() ? sent.asText() : sent.toString();
        return new DroppedElement(path, field, named(code, reading), shown, DropReason.MALFORMED)
                .withReadings(1)
                .withExpected("text");
    }

    private static DroppedElement left(String path, String code, JsonNode value, DropReason reason) {
        return new DroppedElement(path, field(reason), code, value.isMissingNode() ? "" : value.asText(), reason)
                .withReadings(1);
    }

    /** Returns the field that a reason concerns. */
    private static String field(DropReason reason) {
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
