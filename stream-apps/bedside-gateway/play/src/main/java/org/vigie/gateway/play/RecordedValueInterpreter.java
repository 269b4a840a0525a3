package org.vigie.gateway.play;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.vigie.recordings.LeftOutEntry;
import org.vigie.recordings.StayRecording.RecordedValue;
import org.vigie.schemas.variable.Variable;
import org.vigie.schemas.variable.VariableCatalogue;
import org.vigie.terminology.DropReason;
import org.vigie.terminology.InterpretedValue;
import org.vigie.terminology.InterpretedValue.CatalogueQuantity;
import org.vigie.terminology.InterpretedValue.NotInterpreted;
import org.vigie.terminology.SentCode;
import org.vigie.terminology.ValueInterpreter;

/** Interprets recorded values as vitals-streams would: in the unit of the catalogue, or left out with the reason. */
final class RecordedValueInterpreter {
    private final Consumer<LeftOutEntry> leftOut;

    /** @param leftOut takes each value that is left out */
    RecordedValueInterpreter(Consumer<LeftOutEntry> leftOut) {
        this.leftOut = leftOut;
    }

    /** Returns the value in the unit of the catalogue. A value without a number was reported by the reader of the file. */
    Optional<CatalogueQuantity> interpret(RecordedValue value) {
        if (value.value().isEmpty()) {
            return Optional.empty();
        }
        Optional<Variable> variable = VariableCatalogue.standard().find(value.variable());
        if (variable.isEmpty()) {
            return leaveOut(value, "", "unmapped code: no variable of the catalogue is known by this name");
        }
        return value.unit().isEmpty()
                ? leaveOut(value, "", "no unit: " + variable.get().unit() + " is expected")
                : interpret(value, variable.get());
    }

    private Optional<CatalogueQuantity> interpret(RecordedValue value, Variable variable) {
        double number = value.value().orElseThrow();
        InterpretedValue interpreted =
                ValueInterpreter.interpret(variable, number, List.of(new SentCode("", value.unit(), "")));
        if (interpreted instanceof CatalogueQuantity quantity) {
            return Optional.of(quantity);
        }
        DropReason reason = ((NotInterpreted) interpreted).reason();
        return reason == DropReason.UNKNOWN_UNIT
                ? leaveOut(value, "", "unknown unit: '" + value.unit() + "' cannot be converted to " + variable.unit())
                : leaveOut(value, Double.toString(number), reason.toString());
    }

    private Optional<CatalogueQuantity> leaveOut(RecordedValue value, String text, String reason) {
        leftOut.accept(new LeftOutEntry(channel(value), text, reason));
        return Optional.empty();
    }

    /** Returns the name of the channel in the file, else the variable. */
    static String channel(RecordedValue value) {
        return value.channel().isEmpty() ? value.variable() : value.channel();
    }
}
