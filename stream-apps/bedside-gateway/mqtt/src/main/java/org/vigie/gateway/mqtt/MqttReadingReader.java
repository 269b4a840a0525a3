package org.vigie.gateway.mqtt;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.vigie.gateway.intake.DroppedElement;
import org.vigie.gateway.intake.MeasuredValue;
import org.vigie.schemas.variable.ValueRange;
import org.vigie.terminology.ChannelLabels;
import org.vigie.terminology.DropReason;
import org.vigie.terminology.InterpretedValue;
import org.vigie.terminology.InterpretedValue.CatalogueQuantity;
import org.vigie.terminology.InterpretedValue.NotInterpreted;

/**
 * Reads one reading of a batch: {@code {"variable":"hr"}} by the name in the catalogue, or {@code {"code":"147842","system":"MDC"}} by a
 * code. {@code channel} names one of several sources of the variable.
 *
 * @param time time of readings that have none
 */
record MqttReadingReader(
        MqttValueInterpreter interpreter, String bed, String patient, String device, MqttBatchTime time) {
    /** Fields that must be text. The unit must be text too, except in a retraction. */
    private static final List<String> WORDS = List.of("variable", "code", "system", "name", "channel", "status");

    /** Reads a reading. A correction without a usable value takes back the earlier one, since that is wrong as well. */
    void read(MqttReading reading, List<MeasuredValue> measured, List<DroppedElement> dropped) {
        Optional<DroppedElement> unreadable = unreadable(reading);
        InterpretedValue read =
                unreadable.isPresent() ? new NotInterpreted(DropReason.MALFORMED) : interpretation(reading);
        if (read instanceof CatalogueQuantity quantity) {
            add(reading, quantity, measured, dropped);
        } else if (read instanceof NotInterpreted not) {
            corrected(reading)
                    .ifPresentOrElse(
                            quantity -> add(reading, quantity, measured, dropped),
                            () -> dropped.add(
                                    unreadable.orElseGet(() -> new LeftOutMqttReading(reading).because(not.reason()))));
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

    /** Interprets a value, or a retraction. The value of a retraction may be repeated or not. */
    private InterpretedValue interpretation(MqttReading reading) {
        InterpretedValue interpreted = interpreter.interpret(reading);
        if (interpreted instanceof CatalogueQuantity || !reading.isRetraction()) {
            return interpreted;
        }
        return interpreter
                .withoutNumber(reading)
                .<InterpretedValue>map(quantity -> quantity)
                .orElseGet(() -> new NotInterpreted(DropReason.RETRACTED));
    }

    /** Returns the correction of a reading without a usable value. Empty when it is none, or when its variable is not known. */
    private Optional<CatalogueQuantity> corrected(MqttReading reading) {
        boolean isReadable = reading.firstWithoutWord(WORDS).isEmpty();
        return reading.isCorrection() && isReadable ? interpreter.withoutNumber(reading) : Optional.empty();
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
        String word = interpreter.map().sourceWord(quantity.variable(), List.of(reading.code()));
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
}
