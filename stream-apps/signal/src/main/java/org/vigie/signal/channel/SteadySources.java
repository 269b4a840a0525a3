package org.vigie.signal.channel;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.vigie.signal.clean.Reading;

/**
 * Holds the sources of each variable at one bed, and follows them in place while each variable has one source only.
 *
 * <p>No rule of {@link ChannelChoice} can change the choice for such a variable. Both give the same sources.
 */
public final class SteadySources {
    private final Map<String, OnlySource> only = new HashMap<>();
    private BedSources start;
    private boolean moved;
    private long messages;

    /** Begins with the sources of a bed. */
    public SteadySources(BedSources start) {
        this.start = start;
        start.byVariable().forEach((variable, sources) -> {
            if (sources.hasOnlyFollowed()) {
                only.put(variable, new OnlySource(sources.sources().get(0)));
            }
        });
    }

    /** Holds the only source of a variable, which is followed. */
    private static final class OnlySource {
        private SourceActivity activity;
        private long message;

        OnlySource(SourceActivity activity) {
            this.activity = activity;
        }

        /** Returns true for the first reading of a message that is of this source. */
        boolean isFirstOf(long messageNumber, String device, String channel) {
            boolean first = message != messageNumber;
            message = messageNumber;
            return first
                    && activity.source().channel().equals(channel)
                    && activity.source().device().equals(device);
        }
    }

    /** Returns true when each reading is of a continuous variable, and its source is the only one and followed. */
    public boolean areOnlySources(String device, List<Reading> readings) {
        messages++;
        for (int i = 0; i < readings.size(); i++) {
            Reading reading = readings.get(i);
            OnlySource source = only.get(reading.variable());
            if (source == null || !source.isFirstOf(messages, device, reading.channel())) {
                return false;
            }
        }
        return true;
    }

    /** Takes a kept reading of each of these only sources. Most variables of a monitor have the same source and the same past. */
    public void take(List<Reading> readings, Instant received) {
        SourceActivity before = null;
        SourceActivity after = null;
        for (int i = 0; i < readings.size(); i++) {
            OnlySource source = only.get(readings.get(i).variable());
            if (source != null) {
                SourceActivity next = after != null && source.activity.equals(before)
                        ? after
                        : source.activity.afterReading(received);
                before = source.activity;
                after = next;
                source.activity = next;
            }
        }
        moved = true;
    }

    /** Returns the sources as they are now. */
    public BedSources sources() {
        if (moved) {
            Map<String, VariableSources> now = new HashMap<>(start.byVariable());
            only.forEach((variable, source) ->
                    now.computeIfPresent(variable, (name, sources) -> sources.withOnly(source.activity)));
            start = new BedSources(now);
            moved = false;
        }
        return start;
    }
}
