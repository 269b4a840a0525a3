package org.vigie.gateway.codes;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vigie.gateway.codes.Understood.Not;
import org.vigie.gateway.codes.Understood.Quantity;
import org.vigie.schemas.variable.Conversion;
import org.vigie.schemas.variable.Variable;

/** Reads a number: which variable, in which unit, and whether it is one of the numbers that say "no measurement". */
public final class Meaning {
    /** Seen from Mindray (-100), Philips and GE (32767, -999), others; the reference lists them. */
    private static final Set<Double> NO_MEASUREMENT = Set.of(
            -1.0, -99.0, -99.9, -100.0, -999.0, -999.9, -9999.0, -10000.0, 9999.0, 32767.0, -32768.0, 65535.0,
            8388607.0);

    private Meaning() {}

    /**
     * @param sender {@code MSH-3|MSH-4}
     * @param codes of what was measured, as sent
     * @param units as sent, several words for the same unit; may be empty
     */
    public static Understood of(CodeMap map, String sender, List<Code> codes, double value, List<Code> units) {
        return isEmpty(codes)
                ? new Not(Reason.NO_CODE)
                : of(map.match(sender, codes, List.of(), ValueOrigin.UNSAID), value, units);
    }

    /** The same of codes that are matched already. */
    public static Understood of(CodeMatch match, double value, List<Code> units) {
        return match.variable().isPresent() ? of(match.variable().get(), value, units) : new Not(match.reason());
    }

    /** The same for a variable that is known already. */
    public static Understood of(Variable variable, double value, List<Code> units) {
        if (isNoMeasurement(variable, value)) {
            return new Not(Reason.NO_MEASUREMENT);
        }
        if (isEmpty(units)) {
            return withoutUnit(variable, value);
        }
        Optional<Conversion> known = Units.conversion(variable, units);
        return known.isPresent() ? quantity(variable, value, known.get()) : new Not(Reason.UNKNOWN_UNIT);
    }

    /** What is taken back, with a number where one is repeated that can be read; empty when the codes name no variable. */
    public static Optional<Quantity> takenBack(
            CodeMap map, String sender, List<Code> codes, double value, List<Code> units) {
        return takenBack(map.match(sender, codes, List.of(), ValueOrigin.UNSAID), value, units);
    }

    /** The same of codes that are matched already. */
    public static Optional<Quantity> takenBack(CodeMatch match, double value, List<Code> units) {
        return match.variable()
                .map(variable -> of(variable, value, units) instanceof Quantity read
                        ? read
                        : quantity(variable, Double.NaN, Conversion.IDENTITY));
    }

    /** Whether nothing is said by any of them. */
    public static boolean isEmpty(List<Code> codes) {
        for (Code code : codes) {
            if (!code.isEmpty()) {
                return false;
            }
        }
        return true;
    }

    /** A number that could be a measurement is one: -1 is a central venous pressure, but no heart rate. */
    static boolean isNoMeasurement(Variable variable, double value) {
        return NO_MEASUREMENT.contains(value) && !variable.hard().contains(value);
    }

    /**
     * Monitors often leave the unit out where there is but one in use. Where two are (37 °C and 98.6 °F apart, 97 % and 0.97 apart,
     * mg/dL and mmol/L not), a number without its unit is no value.
     */
    private static Understood withoutUnit(Variable variable, double value) {
        boolean one = variable.conversions().values().stream().allMatch(Conversion.IDENTITY::equals)
                || variable.kind().equals("VITAL")
                || variable.kind().equals("NEURO")
                || variable.name().equals("ph");
        if (variable.name().equals("fio2")) {
            return quantity(variable, value, value <= 1 ? new Conversion(100, 0) : Conversion.IDENTITY);
        }
        boolean plausible = switch (variable.unit()) {
            case "Cel" -> variable.soft().contains(value);
            case "%" -> value == 0 || value > 1;
            default -> true;
        };
        return one && plausible ? quantity(variable, value, Conversion.IDENTITY) : new Not(Reason.NO_UNIT);
    }

    private static Quantity quantity(Variable variable, double value, Conversion conversion) {
        return new Quantity(variable, rounded(conversion, value), conversion);
    }

    /** 98.6 °F is 37 °C, not 37.0000000000478: a conversion keeps nine digits. */
    private static double rounded(Conversion conversion, double value) {
        double converted = conversion.apply(value);
        if (conversion.equals(Conversion.IDENTITY) || converted == 0 || !Double.isFinite(converted)) {
            return converted;
        }
        return new java.math.BigDecimal(converted)
                .round(new java.math.MathContext(9))
                .doubleValue();
    }

    /** The codes as one word for people: {@code 147842^MDC_ECG_HEART_RATE^MDC}. */
    public static String words(List<Code> codes) {
        Optional<Code> first = codes.stream().filter(code -> !code.isEmpty()).findFirst();
        return first.map(code -> code.system().isEmpty() && code.name().isEmpty()
                        ? code.code()
                        : code.code() + "^" + code.name() + "^" + code.system())
                .orElse("");
    }
}
