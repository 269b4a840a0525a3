package org.vigie.signal.clean;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.vigie.signal.newest.DeviceClock;
import org.vigie.signal.newest.SteadyClock;

/**
 * Cleans the steady messages of one device at one bed in place.
 *
 * <p>A message is steady when it is newer than all before it and no rule of {@link ReadingCleaner} has an objection to one of its readings:
 * each is kept without a mark, its stamp is its time of measurement, and nothing was reported for its instant before. A monitor sends one
 * such message a second. Any other message is cleaned by {@link ReadingCleaner} from {@link #channels}. Both give the same state.
 */
public final class SteadyDevice {
    private final SteadyClock clock;
    private final SteadyChannel[] continuous;
    private final Map<ChannelKey, ChannelState> others = new HashMap<>();
    private SteadyChannel[] inMessage;
    private Instant newest;
    private long messages;
    private boolean settled;
    private @Nullable DeviceChannels now;

    /**
     * Begins with the channels of a device.
     *
     * @param newest newest instant for which the device reported a continuous value, by its own clock. After a restart it may be older than
     *     that, because old instants are deleted; the values that the channels still hold are looked at too.
     */
    public SteadyDevice(DeviceChannels channels, Instant newest) {
        this.clock = new SteadyClock(channels.clock());
        this.newest = newest;
        this.now = channels;
        channels.byKey().forEach((key, state) -> {
            if (key.isContinuous()) {
                this.newest = Collections.max(List.of(this.newest, state.seen().latest()));
            } else {
                others.put(key, state);
            }
        });
        this.continuous = channels.byKey().entrySet().stream()
                .filter(channel -> channel.getKey().isContinuous())
                .map(channel -> new SteadyChannel(channel.getKey(), channel.getValue()))
                .toArray(SteadyChannel[]::new);
        this.inMessage = continuous.clone();
    }

    /** Returns the newest instant for which the device reported a continuous value, by its own clock. */
    public Instant newest() {
        return newest;
    }

    /** Returns true when the next message is steady. */
    public boolean isSteady(List<Reading> readings, ArrivalTimes arrival, CleaningRevision revision) {
        if (readings.isEmpty() || !isNewest(readings.get(0).measuredAt(), arrival)) {
            return false;
        }
        Instant at = readings.get(0).measuredAt();
        messages++;
        boolean frozen = readings.size() >= FrozenFeedRule.LEAST_VALUES;
        for (int i = 0; i < readings.size(); i++) {
            Reading reading = readings.get(i);
            SteadyChannel channel = channel(i, reading);
            if (channel == null || !isSteady(reading, at, channel, revision)) {
                return false;
            }
            frozen &= channel.isStill(value(reading), at, FrozenFeedRule.FROZEN);
        }
        return !frozen && (revision == CleaningRevision.FIRST || !ArterialPressures.mayBeSwapped(readings));
    }

    private boolean isNewest(Instant at, ArrivalTimes arrival) {
        return at.isAfter(newest) && clock.agreesWith(at, arrival.receivedTime()) && arrival.isNear(at);
    }

    private boolean isSteady(Reading reading, Instant at, SteadyChannel channel, CleaningRevision revision) {
        return reading.status() == MeasurementStatus.VALID
                && reading.measuredAt().equals(at)
                && channel.isInUnit(reading.unit())
                && channel.isFirstOf(messages)
                && channel.accepts(value(reading), at, revision);
    }

    /** Returns the value as the conversion from the catalogue's own unit does, which makes a negative zero positive. */
    private static double value(Reading reading) {
        return reading.value() + 0.0;
    }

    /** Returns the channel of a reading; null when it is new or not continuous. Most messages have the same channels as the one before. */
    private @Nullable SteadyChannel channel(int place, Reading reading) {
        if (place < inMessage.length && inMessage[place].isOf(reading)) {
            return inMessage[place];
        }
        for (SteadyChannel channel : continuous) {
            if (channel.isOf(reading)) {
                remember(place, channel);
                return channel;
            }
        }
        return null;
    }

    private void remember(int place, SteadyChannel channel) {
        if (place < inMessage.length) {
            inMessage[place] = channel;
        }
    }

    /** Takes a steady message. Every reading of it is kept. */
    public void take(List<Reading> readings, ArrivalTimes arrival) {
        Instant at = readings.get(0).measuredAt();
        settle();
        clock.take(at, arrival.receivedTime());
        for (int i = 0; i < readings.size(); i++) {
            Reading reading = readings.get(i);
            requireNonNull(channel(i, reading), reading.variable()).take(value(reading), at);
        }
        newest = at;
        now = null;
    }

    private void settle() {
        for (SteadyChannel channel : continuous) {
            channel.settle();
        }
        if (!settled) {
            others.replaceAll((key, channel) -> channel.settled(key.sampling()));
            settled = true;
        }
    }

    /** Returns the clock as it is now. */
    public DeviceClock clock() {
        return clock.clock();
    }

    /** Calls {@code taker} with each continuous channel as it is now. It copies no other channel. */
    public void forEachContinuous(BiConsumer<ChannelKey, ChannelState> taker) {
        for (SteadyChannel channel : continuous) {
            taker.accept(channel.key(), channel.state());
        }
    }

    /** Returns the clock and the channels as they are now. */
    public DeviceChannels channels() {
        DeviceChannels held = now;
        if (held == null) {
            Map<ChannelKey, ChannelState> all = new HashMap<>(others);
            for (SteadyChannel channel : continuous) {
                all.put(channel.key(), channel.state());
            }
            held = new DeviceChannels(clock.clock(), all);
            now = held;
        }
        return held;
    }
}
