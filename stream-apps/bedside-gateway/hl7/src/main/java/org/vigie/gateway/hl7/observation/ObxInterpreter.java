package org.vigie.gateway.hl7.observation;

import java.util.List;
import java.util.Optional;
import org.vigie.gateway.hl7.er7.Er7Message;
import org.vigie.gateway.hl7.field.Hl7CodedField;
import org.vigie.gateway.hl7.message.Hl7MessageContext;
import org.vigie.gateway.hl7.observation.PumpDeliveryStates.DeliveryState;
import org.vigie.gateway.hl7.observation.PumpDoseWeight.SentAmount;
import org.vigie.gateway.hl7.obx.ObxSegment;
import org.vigie.gateway.hl7.obx.ObxValue;
import org.vigie.gateway.hl7.obx.ObxValue.MissingObxValue;
import org.vigie.gateway.hl7.obx.ObxValue.NumericObxValue;
import org.vigie.schemas.variable.UnitConversion;
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
    private final PumpDeliveryStates states;
    private final PumpDoseWeight weight;
    private final Hl7MessageContext context;

    ObxInterpreter(CodeMap codes, Er7Message message, Hl7MessageContext context) {
        this.codes = codes;
        this.drugs = PumpDrugNames.of(message);
        this.states = PumpDeliveryStates.of(message, drugs);
        this.weight = PumpDoseWeight.of(message);
        this.sender = message.sender();
        this.context = context;
    }

    /** @param sent one repetition of OBX-5 */
    InterpretedValue interpret(ObxSegment row, String sent) {
        Optional<CatalogueQuantity> stopped = isRate(row, DeliveryState.STOPPED) ? stopped(row) : Optional.empty();
        return stopped.<InterpretedValue>map(zero -> zero).orElseGet(() -> interpretSent(row, sent));
    }

    private InterpretedValue interpretSent(ObxSegment row, String sent) {
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
        if (ValueInterpreter.isEmpty(row.codes())) {
            return new NotInterpreted(DropReason.NO_CODE);
        }
        CodeMatch match = match(row);
        SentAmount amount = weight.perKilogram(match, new SentAmount(number, row.units()));
        return ValueInterpreter.interpret(match, amount.number(), amount.units());
    }

    /** Returns the quantity that is retracted. A value that is no number, or is not repeated, leaves the number open. */
    Optional<CatalogueQuantity> interpretRetraction(ObxSegment row) {
        List<String> repetitions = row.segment().repetitions(5);
        String sent = repetitions.isEmpty() ? "" : repetitions.get(0);
        ObxValue value = ObxValue.of(row.segment(), row.type(), sent);
        double number = value instanceof NumericObxValue numeric ? numeric.value() : Double.NaN;
        CodeMatch match = match(row);
        SentAmount amount = weight.perKilogram(match, new SentAmount(number, row.units()));
        return ValueInterpreter.interpretRetraction(match, amount.number(), amount.units());
    }

    /** Returns the variable of a row whose number is not known. Empty when its codes name none. */
    Optional<CatalogueQuantity> withoutNumber(ObxSegment row) {
        return match(row).variable().map(CatalogueQuantity::withoutNumber);
    }

    /** Returns the rate 0 of a pump that does not deliver, in whatever unit its programmed rate is. */
    private Optional<CatalogueQuantity> stopped(ObxSegment row) {
        return match(row).variable().map(drug -> new CatalogueQuantity(drug, 0, UnitConversion.IDENTITY));
    }

    /** Returns true for the programmed rate of a pump that delivers at another rate, or in a state that is not known. */
    boolean isDoubtful(ObxSegment row) {
        return isRate(row, DeliveryState.DOUBTFUL);
    }

    private boolean isRate(ObxSegment row, DeliveryState state) {
        return drugs.isRate(row) && states.of(row) == state;
    }

    private CodeMatch match(ObxSegment row) {
        return codes.match(sender, drugs.codes(row), List.of(), context.origin(row));
    }
}
