package org.vigie.signal.window;

import java.time.Duration;
import java.time.Instant;
import java.util.BitSet;
import java.util.NavigableMap;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.vigie.schemas.variable.VariableCatalogue;
import org.vigie.schemas.variable.VariableNames;

/**
 * Collects the measurements of one stay by hour and series. An hour's value is the mean of its readings; for urine it is their sum.
 *
 * <p>Readings may come in any order: a late reading corrects its hour.
 *
 * <p>Hour 0 begins at admission. A reading from the last day before admission counts for hour 0, because it was measured on the way in. An
 * older reading has no hour: either its clock was never set, or it does not belong to this stay. The grid holds the newest {@link #HOURS}
 * hours and 24 more for late readings.
 */
public final class HourlyGrid {
    /** Number of rows of a window, in hours. */
    public static final int HOURS = 48;
    /** Number of columns of a window. */
    public static final int SERIES = VariableCatalogue.standard().series().size();

    private static final Duration ON_THE_WAY_IN = Duration.ofDays(1);
    private static final int NO_HOUR = -1;
    private static final int HELD_HOURS = HOURS + 24;

    /** Largest delay of a reading whose hour is still held. */
    public static final Duration TAKES_LATE = Duration.ofHours(HELD_HOURS);

    private static final int URINE =
            VariableCatalogue.standard().get(VariableNames.URINE).series().orElseThrow();
    private static final int VENTILATION =
            VariableCatalogue.standard().get(VariableNames.MECH_VENT).series().orElseThrow();

    private final NavigableMap<Integer, Hour> hours;
    private final BitSet changed = new BitSet();

    public HourlyGrid() {
        this(new TreeMap<>());
    }

    /** Creates a grid from the hours that {@link #hours()} returned earlier. */
    public HourlyGrid(NavigableMap<Integer, Hour> hours) {
        this.hours = hours;
    }

    /** Sums and counts of one hour. Each array has the length {@link #SERIES}. */
    public record Hour(double[] sums, int[] counts) {
        static Hour empty() {
            return new Hour(new double[SERIES], new int[SERIES]);
        }

        OptionalDouble value(int series) {
            if (counts[series] == 0) {
                return OptionalDouble.empty();
            }
            return OptionalDouble.of(series == URINE ? sums[series] : sums[series] / counts[series]);
        }
    }

    /** Returns the hour of a stay, from 0, that contains {@code at}; -1 when {@code at} is more than a day before admission. */
    public static int hourOf(Instant admittedAt, Instant at) {
        if (at.isBefore(admittedAt.minus(ON_THE_WAY_IN))) {
            return NO_HOUR;
        }
        return (int) Math.max(0, Duration.between(admittedAt, at).toHours());
    }

    /**
     * Adds one reading to its hour. That a patient is not ventilated is no reading: models learnt from charts which hold only that one is.
     *
     * @param hour hour of the stay, from 0
     * @param series column, from 0
     * @param value in the catalogue's unit
     * @return false when the hour lies before the stay or is too old to be held, or the value is no reading; the grid is unchanged then
     */
    public boolean add(int hour, int series, double value) {
        if (hour < 0 || isNoReading(series, value) || (!hours.isEmpty() && hour <= hours.lastKey() - HELD_HOURS)) {
            return false;
        }
        Hour held = hours.computeIfAbsent(hour, ignored -> Hour.empty());
        held.sums()[series] += value;
        held.counts()[series]++;
        changed.set(hour);
        hours.headMap(hours.lastKey() - HELD_HOURS, true).clear();
        return true;
    }

    /**
     * Removes one reading that {@link #add} added. An hour without readings stays in the grid as not measured.
     *
     * @return false when the hour is not held; the grid is unchanged then
     */
    public boolean remove(int hour, int series, double value) {
        Hour held = hours.get(hour);
        if (held == null || held.counts()[series] == 0 || isNoReading(series, value)) {
            return false;
        }
        held.counts()[series]--;
        held.sums()[series] = held.counts()[series] == 0 ? 0 : held.sums()[series] - value;
        changed.set(hour);
        return true;
    }

    private static boolean isNoReading(int series, double value) {
        return series == VENTILATION && value == 0;
    }

    /** Returns the value of a cell, or empty when it was not measured. */
    public OptionalDouble value(int hour, int series) {
        Hour held = hours.get(hour);
        return held == null ? OptionalDouble.empty() : held.value(series);
    }

    /** Returns the newest hour with a reading; -1 when there is none. */
    public int lastHour() {
        return hours.isEmpty() ? -1 : hours.lastKey();
    }

    /** Returns the oldest held hour; 0 when there is none. */
    public int firstHour() {
        return hours.isEmpty() ? 0 : hours.firstKey();
    }

    /** Returns the hours that changed since the last {@link #settle()}. */
    public int[] changedHours() {
        return changed.stream().toArray();
    }

    /** Clears the list of changed hours. */
    public void settle() {
        changed.clear();
    }

    /** Returns the hours for a state store. The map is live, not a copy. */
    public NavigableMap<Integer, Hour> hours() {
        return hours;
    }
}
