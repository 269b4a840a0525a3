package org.vigie.simulator.story;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.vigie.schemas.MeasurementStatusRecord;
import org.vigie.schemas.ReadingRecord;
import org.vigie.schemas.Truth;
import org.vigie.schemas.TruthKind;
import org.vigie.schemas.variable.VariableNames;
import org.vigie.simulator.patient.RandomSeed;
import org.vigie.simulator.patient.SimulatedPatient;

/** Describes a fault of the equipment of one bed, from {@code from} (inclusive) to {@code until} (exclusive). */
public record EquipmentArtefact(ArtefactKind kind, Instant from, Instant until, RandomSeed seed) {

    /** Lists the kinds of faults, each with the failing sensor and its shortest and longest duration in seconds. */
    public enum ArtefactKind {
        /** The monitor counts one beat twice or three times. */
        SPIKE(TruthKind.ARTEFACT, BedsideSensor.BEAT_COUNTER, 1, 2),
        /** A nurse flushes the arterial line. */
        FLUSH(TruthKind.ARTEFACT, BedsideSensor.ARTERIAL_LINE, 2, 4),
        /** The hand with the oximeter moves, and the monitor marks its values as questionable. */
        MOTION(TruthKind.ARTEFACT, BedsideSensor.OXIMETER, 10, 25),
        /** The pressure module repeats its last value. */
        FROZEN(TruthKind.ARTEFACT, BedsideSensor.ARTERIAL_LINE, 360, 480),
        /** The pressure transducer drifts upwards until it is zeroed again. */
        DRIFT(TruthKind.ARTEFACT, BedsideSensor.ARTERIAL_LINE, 240, 420),
        /** The electrodes are off; the monitor sends no number. */
        LEADS_OFF(TruthKind.CABLE_OFF, BedsideSensor.ELECTRODES, 20, 45),
        /** The oximeter is off the finger; the monitor marks its value as invalid. */
        PROBE_OFF(TruthKind.CABLE_OFF, BedsideSensor.OXIMETER, 20, 45),
        /** The monitor is off the network and sends no message. */
        SILENCE(TruthKind.CABLE_OFF, BedsideSensor.MONITOR, 15, 40);

        private final TruthKind truth;
        private final BedsideSensor sensor;
        private final int shortest;
        private final int longest;

        ArtefactKind(TruthKind truth, BedsideSensor sensor, int shortest, int longest) {
            this.truth = truth;
            this.sensor = sensor;
            this.shortest = shortest;
            this.longest = longest;
        }

        /** Returns the last second of a block at which the fault can begin and still end within the block. */
        int latestStart(Duration block) {
            return (int) block.toSeconds() - longest;
        }
    }

    static EquipmentArtefact of(ArtefactKind kind, Instant from, RandomSeed seed) {
        double seconds = seed.derive("length").between(kind.shortest, kind.longest);
        return new EquipmentArtefact(kind, from, from.plusSeconds((long) seconds), seed);
    }

    /** Returns false for a fault of an arterial line that the patient does not have. */
    public boolean appliesTo(SimulatedPatient patient) {
        return patient.arterialLine() || kind.sensor != BedsideSensor.ARTERIAL_LINE;
    }

    public boolean covers(Instant at) {
        return !at.isBefore(from) && at.isBefore(until);
    }

    /** Returns true when the bed sends no message at all. */
    public boolean suppressesMessages() {
        return kind == ArtefactKind.SILENCE;
    }

    /**
     * Returns the readings that are sent instead of {@code readings} at {@code at}.
     *
     * @param monitor gives the undisturbed readings of another instant
     */
    public List<ReadingRecord> apply(
            List<ReadingRecord> readings, Instant at, Function<Instant, List<ReadingRecord>> monitor) {
        List<ReadingRecord> before = kind == ArtefactKind.FROZEN ? monitor.apply(from) : List.of();
        Set<String> variables = kind.sensor.variables();
        return readings.stream()
                .map(reading -> variables.contains(reading.getVariable()) ? distorted(reading, at, before) : reading)
                .toList();
    }

    private ReadingRecord distorted(ReadingRecord reading, Instant at, List<ReadingRecord> before) {
        double value = reading.getValue();
        return switch (kind) {
            case SPIKE -> with(reading, value + 85, MeasurementStatusRecord.VALID);
            case FLUSH -> with(reading, 290.0, MeasurementStatusRecord.VALID);
            case MOTION ->
                with(reading, withMotion(value, reading.getVariable(), at), MeasurementStatusRecord.QUESTIONABLE);
            case FROZEN -> with(reading, first(before, reading), MeasurementStatusRecord.VALID);
            case DRIFT -> with(reading, value + drift(at), MeasurementStatusRecord.VALID);
            case LEADS_OFF -> with(reading, null, MeasurementStatusRecord.UNAVAILABLE);
            case PROBE_OFF -> with(reading, 0.0, MeasurementStatusRecord.INVALID);
            case SILENCE -> reading;
        };
    }

    private double withMotion(double value, String variable, Instant at) {
        double away = seed.derive(variable).derive(at.getEpochSecond()).uniform();
        return variable.equals(VariableNames.PULSE_SPO2)
                ? value + Math.rint(30 * away)
                : Math.max(0, value - Math.rint(9 * away));
    }

    /** Returns the drift in mmHg, which rises to 5 at the end. */
    private double drift(Instant at) {
        double share = (double) Duration.between(from, at).toMillis()
                / Duration.between(from, until).toMillis();
        return Math.rint(5 * share);
    }

    private static Double first(List<ReadingRecord> before, ReadingRecord reading) {
        return before.stream()
                .filter(other -> other.getVariable().equals(reading.getVariable()))
                .map(ReadingRecord::getValue)
                .findFirst()
                .orElse(reading.getValue());
    }

    private static ReadingRecord with(ReadingRecord reading, Double value, MeasurementStatusRecord status) {
        String text = value == null ? "---" : null;
        return new ReadingRecord(
                reading.getVariable(),
                value,
                text,
                reading.getUnit(),
                status,
                reading.getMeasuredAt(),
                reading.getChannel());
    }

    public Truth truth(String bed, String stay) {
        Set<String> variables = kind.sensor.variables();
        return new Truth(
                String.join("-", bed, kind.name(), Long.toString(from.getEpochSecond())),
                bed,
                stay,
                kind.truth,
                variables.size() == 1 ? variables.iterator().next() : null,
                from,
                until,
                kind + " of " + kind.sensor);
    }
}
