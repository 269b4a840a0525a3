package org.vigie.gateway.mqtt;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.vigie.gateway.intake.DroppedElement;
import org.vigie.gateway.intake.MeasuredValue;
import org.vigie.schemas.variable.UnitConversion;
import org.vigie.schemas.variable.ValueRange;
import org.vigie.schemas.variable.Variable;
import org.vigie.schemas.variable.VariableCatalogue;
import org.vigie.terminology.ChannelLabels;
import org.vigie.terminology.CodeMap;
import org.vigie.terminology.CodeMatch;
import org.vigie.terminology.DropReason;
import org.vigie.terminology.InterpretedValue;
import org.vigie.terminology.InterpretedValue.CatalogueQuantity;
import org.vigie.terminology.InterpretedValue.NotInterpreted;
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

    /** Reads a reading. */
    void read(MqttReading reading, List<MeasuredValue> measured, List<DroppedElement> dropped) {
        Optional<DroppedElement> unreadable = unreadable(reading);
        if (unreadable.isPresent()) {
            dropped.add(unreadable.get());
            return;
        }
        InterpretedValue interpreted = reading.isRetraction() ? retracted(reading) : interpreted(reading);
        if (interpreted instanceof NotInterpreted notInterpreted) {
            dropped.add(new LeftOutMqttReading(reading).because(notInterpreted.reason()));
        } else if (interpreted instanceof CatalogueQuantity quantity) {
            add(reading, quantity, measured, dropped);
        }
    }

    /** Returns the element that is left out when the fields of a reading cannot be read. A retraction needs neither unit nor number. */
    private static Optional<DroppedElement> unreadable(MqttReading reading) {
        if (!reading.isObject()) {
            return Optional.of(new LeftOutMqttReading(reading).because(DropReason.MALFORMED));
        }
        Optional<String> noWord = reading.firstWithoutWord(WORDS);
        Optional<String> wrong =
                noWord.isPresent() || reading.isRetraction() ? noWord : reading.firstWithoutWord(List.of("unit"));
        if (wrong.isPresent()) {
            return wrong.map(new LeftOutMqttReading(reading)::withoutText);
        }
        return reading.isRetraction() || reading.hasNumber()
                ? Optional.empty()
                : Optional.of(new LeftOutMqttReading(reading).because(reading.reasonWithoutNumber()));
    }

    /** Interprets a retraction. The value may be repeated or not. */
    private InterpretedValue retracted(MqttReading reading) {
        InterpretedValue interpreted = interpreted(reading);
        if (interpreted instanceof CatalogueQuantity) {
            return interpreted;
        }
        return VariableCatalogue.standard()
                .find(reading.variable())
                .or(() -> match(reading.code()).variable())
                .<InterpretedValue>map(variable -> new CatalogueQuantity(variable, Double.NaN, UnitConversion.IDENTITY))
                .orElseGet(() -> new NotInterpreted(DropReason.RETRACTED));
    }

    private void add(
            MqttReading reading,
            CatalogueQuantity quantity,
            List<MeasuredValue> measured,
            List<DroppedElement> dropped) {
        MqttBatchTime at = reading.time().orElse(time);
        at.instant()
                .map(instant -> value(reading, quantity, instant))
                .ifPresentOrElse(measured::add, () -> dropped.add(new LeftOutMqttReading(reading).withoutTime(at)));
    }

    private MeasuredValue value(MqttReading reading, CatalogueQuantity quantity, Instant at) {
        String word = map.sourceWord(quantity.variable(), List.of(reading.code()));
        return new MeasuredValue(
                bed,
                patient,
                device,
                at,
                quantity.variable().name(),
                quantity.value(),
                quantity.variable().unit(),
                reading.status(),
                ValueRange.UNBOUNDED,
                ChannelLabels.joined(Stream.of(word, reading.channel())),
                false);
    }

    /** Interprets the value. A variable of the catalogue needs no code. Without a unit, its unit is the catalogue's. */
    private InterpretedValue interpreted(MqttReading reading) {
        Optional<Variable> variable = VariableCatalogue.standard().find(reading.variable());
        if (variable.isPresent()) {
            String unit = reading.unit().isEmpty() ? variable.get().unit() : reading.unit();
            return ValueInterpreter.interpret(variable.get(), reading.number(), units(unit));
        }
        return reading.code().isEmpty()
                ? new NotInterpreted(DropReason.NO_CODE)
                : ValueInterpreter.interpret(match(reading.code()), reading.number(), units(reading.unit()));
    }

    private static List<SentCode> units(String unit) {
        return List.of(new SentCode("UCUM", unit, ""));
    }

    /** Finds the variable of a code. MQTT devices stand at the bed. */
    private CodeMatch match(SentCode code) {
        return map.match(device, List.of(code), List.of(), ValueOrigin.BEDSIDE);
    }
}
