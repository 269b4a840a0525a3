package org.vigie.signal.earlywarning;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.vigie.schemas.variable.VariableNames;
import org.vigie.signal.earlywarning.EarlyWarningScore.ScoreComponent;
import org.vigie.signal.text.LocalizedText;
import org.vigie.signal.vitals.ChartingResolution;
import org.vigie.signal.vitals.CurrentValue;
import org.vigie.signal.vitals.CurrentVitals;
import org.vigie.signal.vitals.DecisionThresholds;
import org.vigie.signal.vitals.ScoredVitalSign;

/**
 * Computes the National Early Warning Score 2 (Royal College of Physicians, 2017), 0 to 20 points. Table: {@code news2.csv}.
 *
 * <p>The patient receives oxygen when FiO2 is above 21 % or a ventilator runs. Consciousness is Alert at a Glasgow Coma Score of 15. The
 * invasive blood pressure is used while it is fresh, else the cuff pressure.
 */
public final class News2Calculator {
    /** Name of the total points in alarm rules and in the triage table. */
    public static final String TOTAL = "news2";

    /** Name of the highest points of one parameter in alarm rules and in the triage table. */
    public static final String SINGLE = "news2_single";

    /** Inputs that describe the treatment of a ventilated patient and not the patient's state. */
    public static final List<String> SATURATED = List.of("oxygen", ScoredVitalSign.GCS.parameter());

    private static final LocalizedText OXYGEN = new LocalizedText("oxygène", "oxygen");

    private final ScoreTable table = ScoreTable.load("news2.csv");

    public String version() {
        return table.version();
    }

    public EarlyWarningScore score(CurrentVitals vitals, SaturationScale scale, Instant at) {
        OptionalDouble oxygen = oxygen(vitals, at);
        List<ScoreComponent> parts = new ArrayList<>();
        for (ScoredVitalSign vitalSign : ScoredVitalSign.values()) {
            parts.add(
                    vitalSign == ScoredVitalSign.SPO2 && scale == SaturationScale.SCALE_2
                            ? scale2(vitals, oxygen, at)
                            : part(vitalSign, bands(vitalSign), vitals, at));
        }
        parts.add(oxygenPart(oxygen, vitals, at));
        return new EarlyWarningScore(table.version(), parts, ventilated(vitals, at));
    }

    /** Adds the ends of all bands with a saturation scale. Each value that describes the treatment may change the score. */
    public void addTo(DecisionThresholds thresholds, SaturationScale scale) {
        for (ScoredVitalSign vitalSign : ScoredVitalSign.values()) {
            String name = nameInTable(vitalSign, scale);
            vitalSign
                    .variables()
                    .forEach(variable -> table.all().stream()
                            .filter(bands -> bands.parameter().startsWith(name))
                            .forEach(bands -> bands.addTo(thresholds, variable)));
        }
        thresholds.addEveryValueOf(VariableNames.FIO2);
        thresholds.addEveryValueOf(VariableNames.MECH_VENT);
    }

    private static String nameInTable(ScoredVitalSign vitalSign, SaturationScale scale) {
        if (vitalSign == ScoredVitalSign.SPO2) {
            return scale == SaturationScale.SCALE_1 ? "spo2_scale1" : "spo2_scale2";
        }
        return vitalSign.parameter();
    }

    private ScoreBands bands(ScoredVitalSign vitalSign) {
        return table.bands(vitalSign == ScoredVitalSign.SPO2 ? "spo2_scale1" : vitalSign.parameter());
    }

    private static ScoreComponent part(ScoredVitalSign vitalSign, ScoreBands bands, CurrentVitals vitals, Instant at) {
        return ScoreParameter.of(vitalSign.parameter()).part(vitalSign.parameter(), bands, vitals, at);
    }

    private ScoreComponent oxygenPart(OptionalDouble oxygen, CurrentVitals vitals, Instant at) {
        ScoreBands bands = table.bands("oxygen");
        Duration age = vitals.find(VariableNames.FIO2)
                .map(vital -> Duration.between(vital.at(), at))
                .orElse(ScoreComponent.NEVER);
        if (oxygen.isPresent()) {
            int points = bands.points(oxygen.getAsDouble());
            return new ScoreComponent("oxygen", OXYGEN, points, points, points, true, age);
        }
        OptionalDouble last = lastOxygen(vitals);
        int carried = last.isPresent() ? bands.points(last.getAsDouble()) : 0;
        return new ScoreComponent("oxygen", OXYGEN, bands.fewest(), bands.most(), carried, false, age);
    }

    /** Returns the points of the saturation on scale 2. They are a range while it is not known whether the patient receives oxygen. */
    private ScoreComponent scale2(CurrentVitals vitals, OptionalDouble oxygen, Instant at) {
        ScoreComponent onAir = part(ScoredVitalSign.SPO2, table.bands("spo2_scale2_air"), vitals, at);
        ScoreComponent onOxygen = part(ScoredVitalSign.SPO2, table.bands("spo2_scale2_oxygen"), vitals, at);
        if (oxygen.isPresent()) {
            return oxygen.getAsDouble() > 0 ? onOxygen : onAir;
        }
        return new ScoreComponent(
                onAir.input(),
                onAir.label(),
                Math.min(onAir.low(), onOxygen.low()),
                Math.max(onAir.high(), onOxygen.high()),
                carried(onAir, onOxygen, lastOxygen(vitals)),
                onAir.known(),
                onAir.age());
    }

    private static int carried(ScoreComponent onAir, ScoreComponent onOxygen, OptionalDouble lastOxygen) {
        int most = Math.max(onAir.carried(), onOxygen.carried());
        return lastOxygen.isEmpty() ? most : lastOxygen.getAsDouble() > 0 ? onOxygen.carried() : onAir.carried();
    }

    /** Returns 1 when the patient receives oxygen, 0 on air, and empty when neither FiO2 nor a ventilator is charted. */
    private static OptionalDouble oxygen(CurrentVitals vitals, Instant at) {
        if (ventilated(vitals, at)) {
            return OptionalDouble.of(1);
        }
        return given(vitals.fresh(VariableNames.FIO2, at));
    }

    private static OptionalDouble lastOxygen(CurrentVitals vitals) {
        return given(vitals.find(VariableNames.FIO2));
    }

    private static OptionalDouble given(Optional<CurrentValue> fio2) {
        return fio2.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(
                        ChartingResolution.round(VariableNames.FIO2, fio2.get().value()) > 21 ? 1 : 0);
    }

    private static boolean ventilated(CurrentVitals vitals, Instant at) {
        return vitals.fresh(VariableNames.MECH_VENT, at)
                .filter(vital -> vital.value() > 0)
                .isPresent();
    }
}
