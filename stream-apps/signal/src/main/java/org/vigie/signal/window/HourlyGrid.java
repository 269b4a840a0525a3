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
 * What was measured in each hour of one stay, series by series. An hour's value is the mean of its readings; of urine, their sum.
 * Readings may come in any order: a late one corrects its hour.
 *
 * <p>Hour 0 begins at admission. A reading of the day before admission falls into hour 0: it was measured on the way in. An older one has
 * no hour: it comes from a clock that was never set, or says nothing of this stay. The newest {@link #HOURS}
 * hours and a day more for late readings are held.
 */
public final class HourlyGrid {
    /** Rows of a window. */
    public static final int HOURS = 48;
    /** Columns of a window. */
    public static final int SERIES = VariableCatalogue.standard().series().size();

    private static final Duration ON_THE_WAY_IN = Duration.ofDays(1);
    private static final int NO_HOUR = -1;
    private static final int HELD_HOURS = HOURS + 24;
    private static final int URINE =
            VariableCatalogue.standard().get(VariableNames.URINE).series().orElseThrow();

    private final NavigableMap<Integer, Hour> hours;
    private final BitSet changed = new BitSet();

    public HourlyGrid() {
        this(new TreeMap<>());
    }

    /** A grid with these hours, as {@link #hours()} gave them. */
    public HourlyGrid(NavigableMap<Integer, Hour> hours) {
        this.hours = hours;
    }

    /** Sums and counts of one hour, each of length {@link #SERIES}. */
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

    /** The hour of a stay that {@code at} falls into, from 0; -1 when that is more than a day before it. */
    public static int hourOf(Instant admittedAt, Instant at) {
        if (at.isBefore(admittedAt.minus(ON_THE_WAY_IN))) {
            return NO_HOUR;
        }
        return (int) Math.max(0, Duration.between(admittedAt, at).toHours());
    }

    /**
     * Takes in one reading.
     *
     * @param series column, from 0
     * @param value in the catalogue's unit
     * @return false when the hour lies before the stay, or too far back to be held; nothing changed then
     */
    public boolean add(int hour, int series, double value) {
        if (hour < 0 || (!hours.isEmpty() && hour <= hours.lastKey() - HELD_HOURS)) {
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
     * Takes one reading out again that {@link #add} took in. An hour that loses its last reading stays, with nothing measured in it.
     *
     * @return false when the hour is not held; nothing changed then
     */
    public boolean remove(int hour, int series, double value) {
        Hour held = hours.get(hour);
        if (held == null || held.counts()[series] == 0) {
            return false;
        }
        held.counts()[series]--;
        held.sums()[series] = held.counts()[series] == 0 ? 0 : held.sums()[series] - value;
        changed.set(hour);
        return true;
    }

    /** The value of a cell, when it was measured. */
    public OptionalDouble value(int hour, int series) {
        Hour held = hours.get(hour);
        return held == null ? OptionalDouble.empty() : held.value(series);
    }

    /** The newest hour with a reading; -1 when there is none. */
    public int lastHour() {
        return hours.isEmpty() ? -1 : hours.lastKey();
    }

    /** The oldest hour held; 0 when there is none. */
    public int firstHour() {
        return hours.isEmpty() ? 0 : hours.firstKey();
    }

    /** Hours that changed since the last {@link #settle()}. */
    public int[] changedHours() {
        return changed.stream().toArray();
    }

    /** Forgets which hours changed. */
    public void settle() {
        changed.clear();
    }

    /** The state, for a store. Live, not a copy. */
    public NavigableMap<Integer, Hour> hours() {
        return hours;
    }
}
