package org.vigie.gateway.mqtt;

import java.util.List;
import java.util.Optional;
import org.vigie.schemas.variable.Variable;
import org.vigie.schemas.variable.VariableCatalogue;
import org.vigie.terminology.CodeMap;
import org.vigie.terminology.CodeMatch;
import org.vigie.terminology.DropReason;
import org.vigie.terminology.InterpretedValue;
import org.vigie.terminology.InterpretedValue.CatalogueQuantity;
import org.vigie.terminology.InterpretedValue.NotInterpreted;
import org.vigie.terminology.SentCode;
import org.vigie.terminology.ValueInterpreter;
import org.vigie.terminology.ValueOrigin;

/** Interprets the value of a reading: the variable that its name or its code means, and the number in the unit of the catalogue. */
record MqttValueInterpreter(CodeMap map, String device) {
    /** Returns the variable of a reading whose number is not known. Empty when it names none. */
    Optional<CatalogueQuantity> withoutNumber(MqttReading reading) {
        return VariableCatalogue.standard()
                .find(reading.variable())
                .or(() -> match(reading.code()).variable())
                .map(CatalogueQuantity::withoutNumber);
    }

    /** Interprets the value. A variable of the catalogue needs no code. Without a unit, its unit is the catalogue's. */
    InterpretedValue interpret(MqttReading reading) {
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
