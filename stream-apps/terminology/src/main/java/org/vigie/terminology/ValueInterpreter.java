package org.vigie.terminology;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vigie.schemas.variable.UnitConversion;
import org.vigie.schemas.variable.Variable;
import org.vigie.schemas.variable.VariableNames;
import org.vigie.terminology.InterpretedValue.CatalogueQuantity;
import org.vigie.terminology.InterpretedValue.NotInterpreted;

/** Interprets a sent number: its variable, its value in the variable's unit, or the reason why it is no value. */
public final class ValueInterpreter {
    /** Numbers that mean "no measurement". Seen from Mindray (-100), Philips and GE (32767, -999) and other vendors. */
    private static final Set<Double> NO_MEASUREMENT = Set.of(
            -1.0, -99.0, -99.9, -100.0, -999.0, -999.9, -9999.0, -10000.0, 9999.0, 32767.0, -32768.0, 65535.0,
            8388607.0);

    private ValueInterpreter() {}

    /**
     * Interprets a number with its codes.
     *
     * @param sender the sender, {@code MSH-3|MSH-4}
     * @param codes the codes of the value, as sent
     * @param units the words for its unit, as sent; may be empty
     */
    public static InterpretedValue interpret(
            CodeMap map, String sender, List<SentCode> codes, double value, List<SentCode> units) {
        return isEmpty(codes)
                ? new NotInterpreted(DropReason.NO_CODE)
                : interpret(map.match(sender, codes, List.of(), ValueOrigin.UNKNOWN), value, units);
    }

    /** Interprets a number whose codes are matched already. */
    public static InterpretedValue interpret(CodeMatch match, double value, List<SentCode> units) {
        if (match.variable().isEmpty()) {
            return new NotInterpreted(match.reason());
        }
        InterpretedValue read = interpret(match.variable().get(), value, units);
        return read instanceof CatalogueQuantity && match.isContradictedBy(units)
                ? new NotInterpreted(DropReason.CONTRADICTING_UNIT)
                : read;
    }

    /** Interprets a number of a known variable. */
    public static InterpretedValue interpret(Variable variable, double value, List<SentCode> units) {
        if (isNoMeasurement(variable, value)) {
            return new NotInterpreted(DropReason.NO_MEASUREMENT);
        }
        if (isEmpty(units)) {
            return withoutUnit(variable, value);
        }
        Optional<UnitConversion> known = SentUnitConversions.conversion(variable, units);
        return known.isPresent() ? quantity(variable, value, known.get()) : new NotInterpreted(DropReason.UNKNOWN_UNIT);
    }

    /**
     * Interprets a retracted value. The number is NaN when none is repeated or it cannot be read. Empty when the codes name no variable.
     */
    public static Optional<CatalogueQuantity> interpretRetraction(
            CodeMap map, String sender, List<SentCode> codes, double value, List<SentCode> units) {
        return interpretRetraction(map.match(sender, codes, List.of(), ValueOrigin.UNKNOWN), value, units);
    }

    /** Interprets a retracted value whose codes are matched already. */
    public static Optional<CatalogueQuantity> interpretRetraction(CodeMatch match, double value, List<SentCode> units) {
        return match.variable()
                .map(variable -> interpret(match, value, units) instanceof CatalogueQuantity read
                        ? read
                        : CatalogueQuantity.withoutNumber(variable));
    }

    /** Returns true when all codes are empty. */
    public static boolean isEmpty(List<SentCode> codes) {
        for (SentCode code : codes) {
            if (!code.isEmpty()) {
                return false;
            }
        }
        return true;
    }

    /**
     * Returns true when a number means "no measurement". A number within the variable's hard range is a measurement: -1 is a central venous
     * pressure.
     */
    static boolean isNoMeasurement(Variable variable, double value) {
        return NO_MEASUREMENT.contains(value) && !variable.hard().contains(value);
    }

    /**
     * Interprets a number without a unit. Monitors often leave the unit out when only one is in use. When several are in use (degrees
     * Celsius and Fahrenheit, percent and fraction, mg/dL and mmol/L), the number is no value.
     */
    private static InterpretedValue withoutUnit(Variable variable, double value) {
        if (variable.name().equals(VariableNames.FIO2)) {
            return quantity(variable, value, value <= 1 ? new UnitConversion(100, 0) : UnitConversion.IDENTITY);
        }
        return new UnitlessNumber(variable, value).isOfCatalogueUnit()
                ? quantity(variable, value, UnitConversion.IDENTITY)
                : new NotInterpreted(DropReason.NO_UNIT);
    }

    private static CatalogueQuantity quantity(Variable variable, double value, UnitConversion conversion) {
        return new CatalogueQuantity(variable, rounded(conversion, value), conversion);
    }

    /** Applies a conversion and keeps nine digits: 98.6 °F is 37 °C, not 37.0000000000478. */
    private static double rounded(UnitConversion conversion, double value) {
        double converted = conversion.apply(value);
        if (conversion.equals(UnitConversion.IDENTITY) || converted == 0 || !Double.isFinite(converted)) {
            return converted;
        }
        return new java.math.BigDecimal(converted)
                .round(new java.math.MathContext(9))
                .doubleValue();
    }

    /** Returns the first code as text: {@code 147842^MDC_ECG_HEART_RATE^MDC}. */
    public static String displayText(List<SentCode> codes) {
        Optional<SentCode> first =
                codes.stream().filter(code -> !code.isEmpty()).findFirst();
        return first.map(code -> code.system().isEmpty() && code.name().isEmpty()
                        ? code.code()
                        : code.code() + "^" + code.name() + "^" + code.system())
                .orElse("");
    }
}
