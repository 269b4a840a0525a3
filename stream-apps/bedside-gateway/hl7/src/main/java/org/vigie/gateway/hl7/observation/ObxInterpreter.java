package org.vigie.gateway.hl7.observation;

import java.util.List;
import java.util.Optional;
import org.vigie.gateway.hl7.field.Hl7CodedField;
import org.vigie.gateway.hl7.message.Hl7MessageContext;
import org.vigie.gateway.hl7.obx.ObxSegment;
import org.vigie.gateway.hl7.obx.ObxValue;
import org.vigie.gateway.hl7.obx.ObxValue.MissingObxValue;
import org.vigie.gateway.hl7.obx.ObxValue.NumericObxValue;
import org.vigie.terminology.CodeMap;
import org.vigie.terminology.CodeMatch;
import org.vigie.terminology.CodedValueTable;
import org.vigie.terminology.DropReason;
import org.vigie.terminology.InterpretedValue;
import org.vigie.terminology.InterpretedValue.CatalogueQuantity;
import org.vigie.terminology.InterpretedValue.NotInterpreted;
import org.vigie.terminology.ValueInterpreter;

/** Interprets the value of a row: the variable that its codes mean, and the number in the unit of the catalogue. */
final class ObxInterpreter {
    private final CodeMap codes;
    private final String sender;
    private final PumpDrugNames drugs;
    private final Hl7MessageContext context;

    ObxInterpreter(CodeMap codes, String sender, PumpDrugNames drugs, Hl7MessageContext context) {
        this.codes = codes;
        this.drugs = drugs;
        this.sender = sender;
        this.context = context;
    }

    /** @param sent one repetition of OBX-5 */
    InterpretedValue interpret(ObxSegment row, String sent) {
        ObxValue value = ObxValue.of(row.segment(), row.type(), sent);
        if (value instanceof MissingObxValue missing) {
            return missing.reason() == DropReason.TEXT
                    ? CodedValueTable.standard().interpret(match(row), Hl7CodedField.answers(row.segment(), sent))
                    : new NotInterpreted(missing.reason());
        }
        InterpretedValue read = interpret(row, ((NumericObxValue) value).value());
        boolean isUnmapped =
                read instanceof NotInterpreted notInterpreted && notInterpreted.reason() == DropReason.UNMAPPED_CODE;
        return isUnmapped && row.isAttribute() ? new NotInterpreted(DropReason.ATTRIBUTE) : read;
    }

    private InterpretedValue interpret(ObxSegment row, double number) {
        return ValueInterpreter.isEmpty(row.codes())
                ? new NotInterpreted(DropReason.NO_CODE)
                : ValueInterpreter.interpret(match(row), number, row.units());
    }

    /** Returns the quantity that is retracted. A value that is no number, or is not repeated, leaves the number open. */
    Optional<CatalogueQuantity> interpretRetraction(ObxSegment row) {
        List<String> repetitions = row.segment().repetitions(5);
        String sent = repetitions.isEmpty() ? "" : repetitions.get(0);
        ObxValue value = ObxValue.of(row.segment(), row.type(), sent);
        double number = value instanceof NumericObxValue numeric ? numeric.value() : Double.NaN;
        return ValueInterpreter.interpretRetraction(match(row), number, row.units());
    }

    private CodeMatch match(ObxSegment row) {
        return codes.match(sender, drugs.codes(row), List.of(), context.origin(row));
    }
}
