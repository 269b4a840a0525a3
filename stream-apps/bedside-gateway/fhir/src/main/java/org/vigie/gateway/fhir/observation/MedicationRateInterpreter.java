package org.vigie.gateway.fhir.observation;

import java.util.List;
import java.util.Optional;
import org.vigie.gateway.fhir.element.FhirElement;
import org.vigie.gateway.fhir.message.FhirMedicationRate;
import org.vigie.gateway.fhir.value.FhirValue;
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
 * Interprets the rate of an infusion: the variable of its drug, and the number in the unit of the catalogue.
 *
 * @param sender whose local codes count
 */
record MedicationRateInterpreter(CodeMap map, String sender) {
    /** @param value the rate, with the codes of the drug */
    InterpretedValue interpret(ObservationValue value, FhirMedicationRate administration) {
        CodeMatch match = map.match(sender, value.codes(), List.of(), ValueOrigin.UNKNOWN);
        if (administration.isRetracted()) {
            return retracted(value, match);
        }
        return administration.isGiven()
                ? given(value.codes(), match, value.holder())
                : new NotInterpreted(DropReason.NO_RESULT);
    }

    /** Returns the drug's variable with an open number. Empty when its codes name no variable. */
    Optional<CatalogueQuantity> withoutNumber(ObservationValue value) {
        return map.match(sender, value.codes(), List.of(), ValueOrigin.UNKNOWN)
                .variable()
                .map(CatalogueQuantity::withoutNumber);
    }

    /** Interprets the rate whatever the state of the administration. Empty when it is no rate of a known drug. */
    Optional<CatalogueQuantity> rate(ObservationValue value) {
        CodeMatch match = map.match(sender, value.codes(), List.of(), ValueOrigin.UNKNOWN);
        return given(value.codes(), match, value.holder()) instanceof CatalogueQuantity quantity
                ? Optional.of(quantity)
                : Optional.empty();
    }

    /** Interprets a retraction. The rate may be repeated or not. A test retracts nothing. */
    private static InterpretedValue retracted(ObservationValue value, CodeMatch match) {
        double number = FhirMedicationRate.number(value.holder()).orElse(Double.NaN);
        List<SentCode> units = List.of(FhirValue.unit(value.holder()));
        Optional<CatalogueQuantity> taken = value.observationStatus().isTest()
                ? Optional.empty()
                : ValueInterpreter.interpretRetraction(match, number, units);
        return taken.<InterpretedValue>map(quantity -> quantity)
                .orElseGet(() -> new NotInterpreted(DropReason.RETRACTED));
    }

    private static InterpretedValue given(List<SentCode> codes, CodeMatch match, FhirElement rate) {
        if (ValueInterpreter.isEmpty(codes)) {
            return new NotInterpreted(DropReason.NO_CODE);
        }
        if (match.variable().isEmpty()) {
            return new NotInterpreted(match.reason());
        }
        Optional<Double> number = FhirMedicationRate.number(rate);
        return number.isEmpty()
                ? new NotInterpreted(DropReason.EMPTY)
                : ValueInterpreter.interpret(match, number.get(), List.of(FhirValue.unit(rate)));
    }
}
