package org.vigie.gateway.hl7.observation;

import java.util.List;
import java.util.Map;
import org.vigie.gateway.hl7.er7.Er7Message;
import org.vigie.gateway.hl7.er7.Hl7Segment;
import org.vigie.gateway.hl7.obx.ObxSegment;
import org.vigie.gateway.hl7.obx.ObxValue;
import org.vigie.gateway.hl7.obx.ObxValue.NumericObxValue;
import org.vigie.schemas.variable.Variable;
import org.vigie.schemas.variable.VariableCatalogue;
import org.vigie.schemas.variable.VariableNames;
import org.vigie.terminology.CodeMatch;
import org.vigie.terminology.InterpretedValue.CatalogueQuantity;
import org.vigie.terminology.SentCode;
import org.vigie.terminology.ValueInterpreter;

/**
 * Divides a dose rate that a pump sends for the whole patient by the weight that the pump reports in the same message.
 *
 * <p>Source: IHE PCD Technical Framework, pump rows of PCD-01 with MDC_ATTR_PT_WEIGHT (68063).
 *
 * @param kilograms weight in the pump; NaN when the message has none
 */
record PumpDoseWeight(double kilograms) {
    private static final String RATE_UNIT = "ug/kg/min";
    private static final String WEIGHT = "68063";
    private static final String WEIGHT_WORD = "MDC_ATTR_PT_WEIGHT";
    /** Units of a rate for the whole patient, each with the unit of the rate for each kilogram. */
    private static final Map<String, String> PER_KILOGRAM =
            Map.of("ug/min", "ug/kg/min", "ug/h", "ug/kg/h", "mg/h", "mg/kg/h");

    /** Reads the weight of a message. */
    static PumpDoseWeight of(Er7Message message) {
        for (Hl7Segment segment : message.segments()) {
            if (segment.is("OBX") && isWeight(segment.raw(3))) {
                return new PumpDoseWeight(kilograms(new ObxSegment(segment, 0)));
            }
        }
        return new PumpDoseWeight(Double.NaN);
    }

    private static boolean isWeight(String codes) {
        return codes.contains(WEIGHT) || codes.contains(WEIGHT_WORD);
    }

    private static double kilograms(ObxSegment row) {
        List<String> sent = row.segment().repetitions(5);
        ObxValue value = ObxValue.of(row.segment(), row.type(), sent.isEmpty() ? "" : sent.get(0));
        Variable weight = VariableCatalogue.standard().get(VariableNames.WEIGHT);
        double number = value instanceof NumericObxValue numeric ? numeric.value() : Double.NaN;
        return ValueInterpreter.interpret(weight, number, row.units()) instanceof CatalogueQuantity quantity
                ? quantity.value()
                : Double.NaN;
    }

    /** Holds a number with its units, as sent or for each kilogram. */
    record SentAmount(double number, List<SentCode> units) {}

    /** Returns the amount for each kilogram, when the variable is such a rate and the amount is one for the whole patient. */
    SentAmount perKilogram(CodeMatch match, SentAmount sent) {
        boolean isRate =
                match.variable().filter(rate -> rate.unit().equals(RATE_UNIT)).isPresent();
        return isRate && kilograms > 0
                ? sent.units().stream()
                        .filter(unit -> PER_KILOGRAM.containsKey(text(unit)))
                        .findFirst()
                        .map(unit -> new SentAmount(sent.number() / kilograms, perKilogram(unit)))
                        .orElse(sent)
                : sent;
    }

    private static List<SentCode> perKilogram(SentCode unit) {
        return List.of(new SentCode(unit.system(), PER_KILOGRAM.getOrDefault(text(unit), ""), ""));
    }

    private static String text(SentCode unit) {
        return unit.code().isEmpty() ? unit.name() : unit.code();
    }
}
