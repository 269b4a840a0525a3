package org.vigie.simulator.story;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.vigie.schemas.ReadingRecord;
import org.vigie.schemas.Truth;
import org.vigie.schemas.TruthKind;
import org.vigie.schemas.variable.VariableNames;
import org.vigie.simulator.patient.RandomSeed;
import org.vigie.simulator.story.DisturbanceEffect.EffectForm;

/** Describes one disturbance of one bed, from {@code from} (inclusive) to {@code until} (exclusive). */
public record DisturbanceEpisode(BedsideDisturbance disturbance, Instant from, Instant until, RandomSeed seed) {
    /** Part of the duration in which the patient's signs change, and again return. */
    private static final double RAMP = 0.25;

    boolean covers(Instant at) {
        return !at.isBefore(from) && at.isBefore(until);
    }

    /** Returns true when the bed sends no message at all. */
    public boolean suppressesMessages() {
        return disturbance.effects().stream().anyMatch(effect -> effect.form() == EffectForm.SILENCE);
    }

    /** Changes the patient's own signs. */
    public void applyTo(Map<String, Double> signs, Instant at) {
        disturbance.effects().stream()
                .filter(effect -> effect.form() == EffectForm.SHIFT)
                .forEach(effect -> signs.computeIfPresent(
                        effect.variable(), (name, value) -> shifted(name, value, effect.shift(seed, strength(at)))));
    }

    private static double shifted(String variable, double value, double shift) {
        return variable.equals(VariableNames.SPO2) ? Math.min(100, value + shift) : value + shift;
    }

    private double strength(Instant at) {
        double share = (double) Duration.between(from, at).toMillis()
                / Duration.between(from, until).toMillis();
        return RandomSeed.smooth(Math.min(1, Math.min(share, 1 - share) / RAMP));
    }

    /** Returns the readings that the monitor sends instead. */
    public List<ReadingRecord> applyTo(List<ReadingRecord> readings, Instant at) {
        return readings.stream().map(reading -> disturbed(reading, at)).toList();
    }

    private ReadingRecord disturbed(ReadingRecord reading, Instant at) {
        ReadingRecord sent = reading;
        for (DisturbanceEffect effect : disturbance.effects()) {
            if (effect.variable().equals(reading.getVariable())
                    && sent.getValue() != null
                    && effect.isPresent(at, seed)) {
                sent = effect.changed(sent, at, seed);
            }
        }
        return sent;
    }

    /** Returns the ground truth; its detail has the form {@code nursing: turning of hr rr spo2}. */
    public Truth truth(String bed, String stay) {
        return new Truth(
                String.join("-", bed, disturbance.name(), Long.toString(from.getEpochSecond())),
                bed,
                stay,
                disturbance.cableOff() ? TruthKind.CABLE_OFF : TruthKind.ARTEFACT,
                null,
                from,
                until,
                disturbance.cause() + ": " + disturbance.name() + " of " + String.join(" ", disturbance.variables()));
    }
}
