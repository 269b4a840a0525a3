package org.vigie.signal.clean;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.vigie.signal.clean.ChannelHistory.ReportedValue;
import org.vigie.signal.clean.ChannelHistory.ValueDisposition;

/** Holds the newest values of one continuous channel in place, the oldest first. It equals a {@link ChannelHistory}. */
final class SteadyHistory {
    private double[] values;
    private Instant[] instants;
    private ValueDisposition[] dispositions;
    private int size;

    SteadyHistory(ChannelHistory start) {
        int room = Math.max(start.reported().size(), ChannelHistory.STREAMED) + 1;
        values = new double[room];
        instants = new Instant[room];
        dispositions = new ValueDisposition[room];
        for (int i = start.reported().size() - 1; i >= 0; i--) {
            ReportedValue reported = start.reported().get(i);
            add(reported.value(), reported.at(), reported.disposition());
        }
    }

    /** Adds a kept value. */
    void add(double value, Instant at) {
        add(value, at, ValueDisposition.KEPT);
    }

    private void add(double value, Instant at, ValueDisposition disposition) {
        if (size == values.length) {
            values = Arrays.copyOf(values, 2 * size);
            instants = Arrays.copyOf(instants, 2 * size);
            dispositions = Arrays.copyOf(dispositions, 2 * size);
        }
        values[size] = value;
        instants[size] = at;
        dispositions[size] = disposition;
        size++;
    }

    /** Keeps the number of values that is kept between messages, as {@link ChannelHistory#settled}. Returns true when it removed some. */
    boolean settle() {
        int removed = size - held();
        if (removed <= 0) {
            return false;
        }
        size -= removed;
        System.arraycopy(values, removed, values, 0, size);
        System.arraycopy(instants, removed, instants, 0, size);
        System.arraycopy(dispositions, removed, dispositions, 0, size);
        return true;
    }

    private int held() {
        int newest = size - 1;
        boolean streamed = newest >= ChannelHistory.STREAMED
                && ChannelHistory.isShort(instants[newest - ChannelHistory.STREAMED], instants[newest]);
        return streamed ? ChannelHistory.STREAMED : ChannelHistory.CHARTED;
    }

    /** Returns true when the newest value was suspect. */
    boolean endsDoubted() {
        return size > 0 && dispositions[size - 1] == ValueDisposition.DOUBTED;
    }

    /** Returns true when a time is less than a minute from the newest instant of the values that are kept between messages. */
    boolean isStreamed(Instant at) {
        Instant latest = Instant.MIN;
        for (int i = Math.max(0, size - held()); i < size; i++) {
            latest = instants[i].isAfter(latest) ? instants[i] : latest;
        }
        return size > 0 && ChannelHistory.isShort(latest, at);
    }

    /** Returns the values as an immutable history. */
    ChannelHistory history() {
        List<ReportedValue> reported = new ArrayList<>(size);
        for (int i = size - 1; i >= 0; i--) {
            reported.add(new ReportedValue(values[i], instants[i], dispositions[i]));
        }
        return new ChannelHistory(reported);
    }
}
