package org.vigie.signal.earlywarning;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.vigie.signal.earlywarning.EarlyWarning.Part;

/** What a table's parameter is read from. */
enum Gauge {
    RR(Quantity.RR),
    SPO2(Quantity.SPO2),
    SBP(Quantity.SBP),
    PULSE(Quantity.PULSE),
    GCS(Quantity.GCS),
    TEMP(Quantity.TEMP),
    PACO2("PaCO2", "PaCO2", sight -> sight.of("paco2")),
    WBC("leucocytes", "white cells", sight -> sight.of("wbc")),
    SHOCK_INDEX("indice de choc", "shock index", Gauge::shockIndex),
    PF("PaO2/FiO2", "PaO2/FiO2", sight -> ratio(sight.of("pao2"), sight.of("fio2"), 100, 1)),
    SF("SpO2/FiO2", "SpO2/FiO2", Gauge::saturationOverOxygen),
    PLATELETS("plaquettes", "platelets", sight -> sight.of("platelets")),
    BILIRUBIN("bilirubine", "bilirubin", sight -> sight.of("bilirubin_total")),
    MAP("PAM", "MAP", sight -> sight.of("abp_mean", "nibp_mean")),
    CREATININE("créatinine", "creatinine", sight -> sight.of("creatinine"));

    /** Above, the curve of the saturation is too flat to tell. */
    private static final double SF_BELOW = 98;

    private final String labelFr;
    private final String labelEn;

    @SuppressWarnings("ImmutableEnumChecker") // stateless lambdas
    private final Function<Sight, OptionalDouble> value;

    Gauge(Quantity quantity) {
        this(quantity.labelFr(), quantity.labelEn(), sight -> sight.of(quantity));
    }

    Gauge(String labelFr, String labelEn, Function<Sight, OptionalDouble> value) {
        this.labelFr = labelFr;
        this.labelEn = labelEn;
        this.value = value;
    }

    /** @throws IllegalArgumentException when nothing is known of such a parameter */
    static Gauge of(String parameter) {
        return Arrays.stream(values())
                .filter(gauge -> gauge.parameter().equals(parameter))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("parameter: nothing measures '" + parameter + "'"));
    }

    private String parameter() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The points that {@code bands} give, as part {@code input} of a score. */
    Part part(String input, Bands bands, Vitals vitals, Instant at) {
        Sight whatever = Sight.whatever(vitals, at);
        OptionalDouble last = value.apply(whatever);
        OptionalDouble fresh = value.apply(Sight.fresh(vitals, at));
        Duration age = last.isPresent() ? whatever.age() : Part.NEVER;
        if (fresh.isPresent()) {
            int points = bands.points(fresh.getAsDouble());
            return new Part(input, labelFr, labelEn, points, points, points, true, age);
        }
        int carried = last.isPresent() ? bands.points(last.getAsDouble()) : 0;
        return new Part(input, labelFr, labelEn, bands.fewest(), bands.most(), carried, false, age);
    }

    private static OptionalDouble shockIndex(Sight sight) {
        return ratio(sight.of(Quantity.PULSE), sight.of(Quantity.SBP), 1, 100);
    }

    private static OptionalDouble saturationOverOxygen(Sight sight) {
        OptionalDouble saturation = sight.of(Quantity.SPO2);
        return saturation.isPresent() && saturation.getAsDouble() < SF_BELOW
                ? ratio(saturation, sight.of("fio2"), 100, 1)
                : OptionalDouble.empty();
    }

    /** @param steps of the result in 1: it is rounded to them */
    private static OptionalDouble ratio(OptionalDouble above, OptionalDouble below, double factor, double steps) {
        boolean known = above.isPresent() && below.isPresent() && below.getAsDouble() > 0;
        return known
                ? OptionalDouble.of(Math.round(factor * above.getAsDouble() / below.getAsDouble() * steps) / steps)
                : OptionalDouble.empty();
    }
}
