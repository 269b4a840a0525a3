package org.vigie.recordings;

import java.time.Duration;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.RandomAccess;
import java.util.stream.IntStream;
import org.vigie.recordings.StayRecording.RecordedRow;
import org.vigie.recordings.StayRecording.RecordedValue;

/**
 * Holds the rows of a large recording in 18 bytes for each value: a row is made when it is asked for. Values are added in the order of
 * their time.
 */
public final class CompactRowList extends AbstractList<RecordedRow> implements RandomAccess {
    private final List<RowColumn> columns = new ArrayList<>();
    private final Map<RowColumn, Integer> numbers = new HashMap<>();
    private long[] millis;
    private short[] column;
    private double[] values;
    private int size;
    private int[] rowStarts = new int[64];
    private int rows;

    /** @param expected how many values it will hold, as far as that is known */
    public CompactRowList(long expected) {
        int first = (int) Math.max(64, Math.min(expected, Integer.MAX_VALUE - 8));
        millis = new long[first];
        column = new short[first];
        values = new double[first];
    }

    /** @return the column's number for {@link #add} */
    public int column(RowColumn added) {
        return numbers.computeIfAbsent(added, this::appended);
    }

    private int appended(RowColumn added) {
        if (columns.size() > Short.MAX_VALUE) {
            throw new IllegalArgumentException("recording: at most " + Short.MAX_VALUE + " channels and units");
        }
        columns.add(added);
        return columns.size() - 1;
    }

    /** @param value NaN when the monitor gave no number */
    public void add(long at, int which, double value) {
        if (size == values.length) {
            grow(size + (size >> 1));
        }
        if (size == 0 || at != millis[size - 1] || isInRow(columns.get(which).variable())) {
            startRow();
        }
        millis[size] = at;
        column[size] = (short) which;
        values[size++] = value;
    }

    private void grow(int length) {
        millis = Arrays.copyOf(millis, length);
        column = Arrays.copyOf(column, length);
        values = Arrays.copyOf(values, length);
    }

    private void startRow() {
        if (rows == rowStarts.length) {
            rowStarts = Arrays.copyOf(rowStarts, rows + (rows >> 1));
        }
        rowStarts[rows++] = size;
    }

    private boolean isInRow(String variable) {
        for (int i = rowStarts[rows - 1]; i < size; i++) {
            if (columns.get(column[i]).variable().equals(variable)) {
                return true;
            }
        }
        return false;
    }

    /** Returns the earliest time of rows that were added in any order. */
    public long earliest() {
        return Arrays.stream(millis, 0, size).min().orElse(0);
    }

    /** Returns the rows in the order of time, counted from {@code first}. Values of the same time keep their order. */
    public CompactRowList inOrder(long first) {
        CompactRowList sorted = new CompactRowList(size);
        columns.forEach(sorted::column);
        timeOrder().forEach(from -> sorted.add(millis[from] - first, column[from], values[from]));
        return sorted;
    }

    private IntStream timeOrder() {
        IntStream places = IntStream.range(0, size);
        boolean isSorted = IntStream.range(1, size).allMatch(i -> millis[i] >= millis[i - 1]);
        return isSorted
                ? places
                : places.boxed()
                        .sorted(Comparator.comparingLong(i -> millis[i]))
                        .mapToInt(Integer::intValue);
    }

    @Override
    public RecordedRow get(int index) {
        int from = rowStarts[index];
        int to = index + 1 < rows ? rowStarts[index + 1] : size;
        List<RecordedValue> row = new ArrayList<>(to - from);
        for (int i = from; i < to; i++) {
            RowColumn of = columns.get(column[i]);
            OptionalDouble value = Double.isNaN(values[i]) ? OptionalDouble.empty() : OptionalDouble.of(values[i]);
            row.add(new RecordedValue(of.variable(), value, of.unit(), of.channel()));
        }
        return new RecordedRow(Duration.ofMillis(millis[from]), row);
    }

    @Override
    public int size() {
        return rows;
    }
}
