package org.vigie.signal.earlywarning;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.vigie.signal.earlywarning.EarlyWarning.Part;

/**
 * The National Early Warning Score 2 (Royal College of Physicians, 2017), 0 to 20 points. Table: {@code news2.csv}. Oxygen is given
 * when FiO2 is above 21 % or a ventilator runs; consciousness is Alert at a Glasgow score of 15; blood pressure is the invasive one
 * while it is fresh, else the cuff's.
 */
public final class News2 {
    /** Inputs that say what is done to a ventilated patient, not how the patient does. */
    public static final List<String> SATURATED = List.of("oxygen", Quantity.GCS.parameter());

    private final ScoreTable table = ScoreTable.load("news2.csv");

    /** Which saturation is aimed at. */
    public enum Scale {
        /** 96 % and more. */
        SCALE_1,
        /** 88-92 % in hypercapnic failure: only when a clinician has set it. */
        SCALE_2
    }

    public String version() {
        return table.version();
    }

    public EarlyWarning score(Vitals vitals, Scale scale, Instant at) {
        OptionalDouble oxygen = oxygen(vitals, at);
        List<Part> parts = new ArrayList<>();
        for (Quantity quantity : Quantity.values()) {
            parts.add(
                    quantity == Quantity.SPO2 && scale == Scale.SCALE_2
                            ? scale2(vitals, oxygen, at)
                            : part(quantity, bands(quantity), vitals, at));
        }
        parts.add(oxygenPart(oxygen, vitals, at));
        return new EarlyWarning(table.version(), parts, ventilated(vitals, at));
    }

    private Bands bands(Quantity quantity) {
        return table.bands(quantity == Quantity.SPO2 ? "spo2_scale1" : quantity.parameter());
    }

    private static Part part(Quantity quantity, Bands bands, Vitals vitals, Instant at) {
        return Gauge.of(quantity.parameter()).part(quantity.parameter(), bands, vitals, at);
    }

    private Part oxygenPart(OptionalDouble oxygen, Vitals vitals, Instant at) {
        Bands bands = table.bands("oxygen");
        Duration age = vitals.find("fio2")
                .map(vital -> Duration.between(vital.at(), at))
                .orElse(Part.NEVER);
        if (oxygen.isPresent()) {
            int points = bands.points(oxygen.getAsDouble());
            return new Part("oxygen", "oxygène", "oxygen", points, points, points, true, age);
        }
        OptionalDouble last = lastOxygen(vitals);
        int carried = last.isPresent() ? bands.points(last.getAsDouble()) : 0;
        return new Part("oxygen", "oxygène", "oxygen", bands.fewest(), bands.most(), carried, false, age);
    }

    /** While it is not known whether oxygen is given, a saturation on scale 2 has a range of points of its own. */
    private Part scale2(Vitals vitals, OptionalDouble oxygen, Instant at) {
        Part onAir = part(Quantity.SPO2, table.bands("spo2_scale2_air"), vitals, at);
        Part onOxygen = part(Quantity.SPO2, table.bands("spo2_scale2_oxygen"), vitals, at);
        if (oxygen.isPresent()) {
            return oxygen.getAsDouble() > 0 ? onOxygen : onAir;
        }
        return new Part(
                onAir.input(),
                onAir.labelFr(),
                onAir.labelEn(),
                Math.min(onAir.low(), onOxygen.low()),
                Math.max(onAir.high(), onOxygen.high()),
                Math.max(onAir.carried(), onOxygen.carried()),
                onAir.known(),
                onAir.age());
    }

    /** 1 when oxygen is given, 0 on air, empty when neither FiO2 nor a ventilator is charted. */
    private static OptionalDouble oxygen(Vitals vitals, Instant at) {
        if (ventilated(vitals, at)) {
            return OptionalDouble.of(1);
        }
        return given(vitals.fresh("fio2", at));
    }

    private static OptionalDouble lastOxygen(Vitals vitals) {
        return given(vitals.find("fio2"));
    }

    private static OptionalDouble given(Optional<Vital> fio2) {
        return fio2.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(Chart.round("fio2", fio2.get().value()) > 21 ? 1 : 0);
    }

    private static boolean ventilated(Vitals vitals, Instant at) {
        return vitals.fresh("mech_vent", at).filter(vital -> vital.value() > 0).isPresent();
    }
}
