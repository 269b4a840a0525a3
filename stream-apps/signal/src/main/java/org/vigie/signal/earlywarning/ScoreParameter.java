package org.vigie.signal.earlywarning;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.vigie.schemas.variable.VariableNames;
import org.vigie.signal.earlywarning.EarlyWarningScore.ScoreComponent;
import org.vigie.signal.text.LocalizedText;
import org.vigie.signal.vitals.CurrentVitals;
import org.vigie.signal.vitals.ScoredVitalSign;

/** Describes a parameter of the score tables and the variables from which its value is read. */
enum ScoreParameter {
    RR(ScoredVitalSign.RR),
    SPO2(ScoredVitalSign.SPO2),
    SBP(ScoredVitalSign.SBP),
    PULSE(ScoredVitalSign.PULSE),
    GCS(ScoredVitalSign.GCS),
    TEMP(ScoredVitalSign.TEMP),
    PACO2("PaCO2", "PaCO2", lookup -> lookup.of(VariableNames.PACO2)),
    WBC("leucocytes", "white cells", lookup -> lookup.of(VariableNames.WBC)),
    SHOCK_INDEX("indice de choc", "shock index", ScoreParameter::shockIndex),
    PF("PaO2/FiO2", "PaO2/FiO2", lookup -> ratio(lookup.of(VariableNames.PAO2), lookup.of(VariableNames.FIO2), 100, 1)),
    SF("SpO2/FiO2", "SpO2/FiO2", ScoreParameter::saturationOverOxygen),
    PLATELETS("plaquettes", "platelets", lookup -> lookup.of(VariableNames.PLATELETS)),
    BILIRUBIN("bilirubine", "bilirubin", lookup -> lookup.of(VariableNames.BILIRUBIN_TOTAL)),
    MAP("PAM", "MAP", lookup -> lookup.of(VariableNames.ABP_MEAN, VariableNames.NIBP_MEAN)),
    CREATININE("créatinine", "creatinine", lookup -> lookup.of(VariableNames.CREATININE)),
    CATECHOLAMINE(
            "noradrénaline + adrénaline",
            "noradrenaline + adrenaline",
            lookup -> sum(lookup.of(VariableNames.NORADRENALINE), lookup.of(VariableNames.ADRENALINE))),
    DOPAMINE("dopamine", "dopamine", lookup -> lookup.of(VariableNames.DOPAMINE)),
    DOBUTAMINE("dobutamine", "dobutamine", lookup -> lookup.of(VariableNames.DOBUTAMINE)),
    VASOPRESSOR(
            "autres vasopresseurs",
            "other vasopressors",
            lookup -> sum(
                    sum(lookup.of(VariableNames.DOPAMINE), lookup.of(VariableNames.DOBUTAMINE)),
                    lookup.of(VariableNames.VASOPRESSIN)));

    /** From this saturation (%) on, the dissociation curve is too flat to estimate oxygenation. */
    private static final double SF_BELOW = 98;

    private static final Map<String, ScoreParameter> BY_NAME =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(ScoreParameter::parameter, each -> each));

    @SuppressWarnings("ImmutableEnumChecker") // a record of two strings
    private final LocalizedText label;

    @SuppressWarnings("ImmutableEnumChecker") // stateless lambdas
    private final Function<VitalsLookup, OptionalDouble> value;

    ScoreParameter(ScoredVitalSign vitalSign) {
        this(vitalSign.label(), lookup -> lookup.of(vitalSign));
    }

    ScoreParameter(String labelFr, String labelEn, Function<VitalsLookup, OptionalDouble> value) {
        this(new LocalizedText(labelFr, labelEn), value);
    }

    ScoreParameter(LocalizedText label, Function<VitalsLookup, OptionalDouble> value) {
        this.label = label;
        this.value = value;
    }

    /** @throws IllegalArgumentException when no parameter has this name */
    static ScoreParameter of(String parameter) {
        ScoreParameter known = BY_NAME.get(parameter);
        if (known == null) {
            throw new IllegalArgumentException(
                    "parameter: must be one of the known score parameters, was '" + parameter + "'");
        }
        return known;
    }

    private String parameter() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the points that {@code bands} give, as part {@code input} of a score. */
    ScoreComponent part(String input, ScoreBands bands, CurrentVitals vitals, Instant at) {
        VitalsLookup anyAge = VitalsLookup.anyAge(vitals, at);
        OptionalDouble last = value.apply(anyAge);
        OptionalDouble fresh = value.apply(VitalsLookup.fresh(vitals, at));
        Duration age = last.isPresent() ? anyAge.age() : ScoreComponent.NEVER;
        if (fresh.isPresent()) {
            int points = bands.points(fresh.getAsDouble());
            return new ScoreComponent(input, label, points, points, points, true, age);
        }
        return new ScoreComponent(
                input, label, bands.fewest(), bands.most(), lastPoints(bands, vitals, at), false, age);
    }

    /** Returns the points of the last values of any age; 0 when there never was one. */
    int lastPoints(ScoreBands bands, CurrentVitals vitals, Instant at) {
        OptionalDouble last = value.apply(VitalsLookup.anyAge(vitals, at));
        return last.isPresent() ? bands.points(last.getAsDouble()) : 0;
    }

    /** Returns the sum of the known values, to a thousandth; empty when none is known. */
    private static OptionalDouble sum(OptionalDouble one, OptionalDouble other) {
        return one.isEmpty() && other.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(Math.round((one.orElse(0) + other.orElse(0)) * 1000) / 1000.0);
    }

    private static OptionalDouble shockIndex(VitalsLookup lookup) {
        return ratio(lookup.of(ScoredVitalSign.PULSE), lookup.of(ScoredVitalSign.SBP), 1, 100);
    }

    private static OptionalDouble saturationOverOxygen(VitalsLookup lookup) {
        OptionalDouble saturation = lookup.of(ScoredVitalSign.SPO2);
        return saturation.isPresent() && saturation.getAsDouble() < SF_BELOW
                ? ratio(saturation, lookup.of(VariableNames.FIO2), 100, 1)
                : OptionalDouble.empty();
    }

    /**
     * Returns the rounded ratio of two values; empty when one is unknown.
     *
     * @param steps number of rounding steps per unit of the result
     */
    private static OptionalDouble ratio(OptionalDouble above, OptionalDouble below, double factor, double steps) {
        boolean known = above.isPresent() && below.isPresent() && below.getAsDouble() > 0;
        return known
                ? OptionalDouble.of(Math.round(factor * above.getAsDouble() / below.getAsDouble() * steps) / steps)
                : OptionalDouble.empty();
    }
}
