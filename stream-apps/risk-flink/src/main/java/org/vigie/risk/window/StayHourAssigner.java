package org.vigie.risk.window;

import static org.vigie.risk.window.StayState.NEVER;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.NavigableMap;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.vigie.risk.window.StayState.EarlyReading;
import org.vigie.schemas.CleanObservation;
import org.vigie.schemas.CleaningOutcomeRecord;
import org.vigie.schemas.JudgedReading;
import org.vigie.schemas.Stay;
import org.vigie.schemas.variable.Variable;
import org.vigie.schemas.variable.VariableCatalogue;
import org.vigie.signal.window.HourlyGrid;
import org.vigie.signal.window.HourlyGrid.Hour;

/**
 * Adds readings to the hours of their stay.
 *
 * <p>Until the admission is known, hour 0 begins at the full hour of the first reading. When it becomes known, the readings held since then
 * move to their right hours. The windows therefore do not depend on which topic was read first. A later correction of the admission moves
 * whole hours. The same applies to an admission that comes after {@link #EARLY_HELD} readings.
 */
final class StayHourAssigner {
    static final int EARLY_HELD = 20_000;

    private static final long HOUR_MS = 3_600_000;

    private final StayState state;

    StayHourAssigner(StayState state) {
        this.state = state;
    }

    /**
     * Adds the kept readings of followed sources from a record and removes what the record withdraws. Returns false when the record was
     * processed before.
     */
    boolean take(CleanObservation observation) {
        if (!new TakenRecords(state).add(observation)) {
            return false;
        }
        observation.getReadings().forEach(reading -> take(observation, reading));
        return true;
    }

    private void take(CleanObservation observation, JudgedReading reading) {
        OptionalInt series = seriesOf(reading);
        if (series.isPresent()) {
            removeWithdrawn(observation, reading, series.getAsInt());
            if (reading.getVerdict() == CleaningOutcomeRecord.KEPT && reading.getFollowed()) {
                take(observation, reading, series.getAsInt());
            }
        }
    }

    /**
     * Adds what is known of the stay on one of its beds. What was told last counts, but an ended time on another bed does not replace the
     * present one, nor a later one.
     *
     * @param toldAt the broker's time of the record in ms since 1970, or {@link StayState#NEVER}
     */
    void addStay(Stay stay, long toldAt) {
        if (toldAt < state.toldAt || (state.stay != null && isEarlierBed(stay, state.stay))) {
            return;
        }
        state.toldAt = toldAt;
        if (!stay.equals(state.stay)) {
            change(stay);
        }
    }

    private static boolean isEarlierBed(Stay stay, Stay known) {
        return stay.getUntil() != null
                && !stay.getBed().equals(known.getBed())
                && (known.getUntil() == null || stay.getFrom().isBefore(known.getFrom()));
    }

    private void change(Stay stay) {
        if (state.hours.isEmpty()) {
            state.admittedAt = stay.getAdmittedAt().toEpochMilli();
        } else {
            admit(stay.getAdmittedAt().toEpochMilli());
            state.changed = true;
        }
        state.stay = stay;
        state.early.clear();
    }

    HourlyGrid grid() {
        return new HourlyGrid(hours());
    }

    private void take(CleanObservation observation, JudgedReading reading, int series) {
        long at = reading.getMeasuredAt().toEpochMilli();
        if (state.admittedAt == NEVER) {
            state.admittedAt =
                    reading.getMeasuredAt().truncatedTo(ChronoUnit.HOURS).toEpochMilli();
        }
        if (state.stay == null && !observation.getProvisional() && state.early.size() < EARLY_HELD) {
            state.early.add(new EarlyReading(at, series, reading.getValue()));
        }
        if (put(at, series, reading.getValue())) {
            recordChange(observation, at);
        }
    }

    private void recordChange(CleanObservation observation, long at) {
        state.changed = true;
        state.lastOrigin = observation.getOrigin();
        if (at > state.newest) {
            state.newest = at;
            state.bed = observation.getBed();
        }
    }

    /** Removes the values that a reading withdraws. A value whose hour was too old was never added and is not removed. */
    private void removeWithdrawn(CleanObservation observation, JudgedReading reading, int series) {
        long at = reading.getMeasuredAt().toEpochMilli();
        for (double value : reading.getWithdraws()) {
            state.early.remove(new EarlyReading(at, series, value));
            if (state.admittedAt != NEVER && grid().remove(hour(at), series, value)) {
                state.changed = true;
                state.lastOrigin = observation.getOrigin();
            }
        }
    }

    private boolean put(long at, int series, double value) {
        return grid().add(hour(at), series, value);
    }

    private int hour(long at) {
        return HourlyGrid.hourOf(Instant.ofEpochMilli(state.admittedAt), Instant.ofEpochMilli(at));
    }

    private void admit(long admittedAt) {
        if (state.early.isEmpty() || state.early.size() == EARLY_HELD) {
            shift((int) Math.round((double) (state.admittedAt - admittedAt) / HOUR_MS));
            return;
        }
        state.admittedAt = admittedAt;
        state.hours.clear();
        state.early.forEach(reading -> put(reading.at(), reading.series(), reading.value()));
    }

    /** Moves whole hours. The hours keep their beginnings, so that a value which is withdrawn later is found in the hour that has it. */
    private void shift(int by) {
        state.admittedAt -= by * HOUR_MS;
        NavigableMap<Integer, Hour> shifted = new TreeMap<>();
        hours().forEach((hour, held) -> shifted.merge(Math.max(0, hour + by), held, StayHourAssigner::sum));
        state.hours = shifted;
    }

    private static Hour sum(Hour one, Hour other) {
        double[] sums = one.sums().clone();
        int[] counts = one.counts().clone();
        for (int series = 0; series < sums.length; series++) {
            sums[series] += other.sums()[series];
            counts[series] += other.counts()[series];
        }
        return new Hour(sums, counts);
    }

    /** Returns the hours in ascending order. Flink restores any map as a hash map, but the grid needs sorted hours. */
    private NavigableMap<Integer, Hour> hours() {
        if (!(state.hours instanceof NavigableMap<Integer, Hour>)) {
            state.hours = new TreeMap<>(state.hours);
        }
        return (NavigableMap<Integer, Hour>) state.hours;
    }

    private static OptionalInt seriesOf(JudgedReading reading) {
        return VariableCatalogue.standard()
                .find(reading.getVariable())
                .map(Variable::series)
                .orElse(OptionalInt.empty());
    }
}
