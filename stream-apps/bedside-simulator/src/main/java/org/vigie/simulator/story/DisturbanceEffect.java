package org.vigie.simulator.story;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.time.Duration;
import java.time.Instant;
import org.vigie.schemas.MeasurementStatusRecord;
import org.vigie.schemas.ReadingRecord;
import org.vigie.schemas.variable.VariableNames;
import org.vigie.simulator.patient.BedsideMonitor;
import org.vigie.simulator.patient.RandomSeed;

/**
 * Describes the effect of a disturbance on one variable.
 *
 * @param variable variable of the catalogue; empty for the whole monitor
 * @param low smallest amount in the variable's unit; 0 when the form has no amount
 * @param high largest amount
 * @param share part of the disturbance during which the effect is present, in bursts
 */
record DisturbanceEffect(String variable, EffectForm form, double low, double high, double share) {
    private static final Duration BURST = Duration.ofSeconds(30);
    /** Monitors average their numbers over about this time. */
    private static final double JITTER_PERIOD_SECONDS = 10;

    /** Lists the ways in which a disturbance changes a vital sign or its measurement. */
    enum EffectForm {
        /** The patient's own sign changes by an amount, with ramps. */
        SHIFT,
        /** The transducer is too high or too low: the number is wrong by a constant. */
        LEVEL_ERROR,
        /** The number is a constant within the range. */
        VALUE,
        /** The number moves within the range. */
        JITTER,
        /** The number moves within the range, and the monitor marks it as questionable. */
        QUESTIONABLE,
        /** The monitor sends no number. */
        LOST,
        /** The monitor sends 0 and marks it as invalid. */
        OFF,
        /** The monitor sends no message. */
        SILENCE
    }

    static DisturbanceEffect of(NamedCsvRecord row) {
        return new DisturbanceEffect(
                row.getField("variable"),
                EffectForm.valueOf(row.getField("form")),
                amount(row.getField("low")),
                amount(row.getField("high")),
                Double.parseDouble(row.getField("share")));
    }

    private static double amount(String field) {
        return field.isEmpty() ? 0 : Double.parseDouble(field);
    }

    /** Returns false between two bursts. */
    boolean isPresent(Instant at, RandomSeed seed) {
        long burst = at.getEpochSecond() / BURST.toSeconds();
        return share >= 1 || seed.derive("burst-" + variable).derive(burst).uniform() < share;
    }

    /**
     * Returns the amount by which the patient's own sign changes.
     *
     * @param strength 0 at both ends of the disturbance, 1 between the ramps
     */
    double shift(RandomSeed seed, double strength) {
        return strength * constant(seed);
    }

    /** Returns the reading that is sent instead. */
    ReadingRecord changed(ReadingRecord reading, Instant at, RandomSeed seed) {
        return switch (form) {
            case LEVEL_ERROR ->
                with(reading, reading.getValue() + constant(seed.derive("level")), MeasurementStatusRecord.VALID);
            case VALUE -> with(reading, constant(seed), MeasurementStatusRecord.VALID);
            case JITTER -> with(reading, moving(at, seed), MeasurementStatusRecord.VALID);
            case QUESTIONABLE -> with(reading, moving(at, seed), MeasurementStatusRecord.QUESTIONABLE);
            case LOST -> with(reading, null, MeasurementStatusRecord.UNAVAILABLE);
            case OFF -> with(reading, 0.0, MeasurementStatusRecord.INVALID);
            case SHIFT, SILENCE -> reading;
        };
    }

    /** Pressures share one amount, because they come from one transducer. */
    private double constant(RandomSeed seed) {
        return seed.derive(variable.startsWith("abp_") ? "line" : variable).between(low, high);
    }

    private double moving(Instant at, RandomSeed seed) {
        double wave = seed.derive("jitter-" + variable).wave((double) at.getEpochSecond(), JITTER_PERIOD_SECONDS);
        return (low + high) / 2 + wave * (high - low) / 2;
    }

    private ReadingRecord with(ReadingRecord reading, Double value, MeasurementStatusRecord status) {
        int decimals = variable.equals(VariableNames.PERFUSION_INDEX) ? 1 : 0;
        return ReadingRecord.newBuilder(reading)
                .setValue(value == null ? null : Double.valueOf(BedsideMonitor.round(value, decimals)))
                .setText(value == null ? "---" : null)
                .setStatus(status)
                .build();
    }
}
