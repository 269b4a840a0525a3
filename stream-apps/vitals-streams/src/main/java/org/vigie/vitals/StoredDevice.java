package org.vigie.vitals;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.vigie.signal.clean.ArrivalTimes;
import org.vigie.signal.clean.ChannelKey;
import org.vigie.signal.clean.ChannelState;
import org.vigie.signal.clean.CleaningRevision;
import org.vigie.signal.clean.DeviceChannels;
import org.vigie.signal.clean.Reading;
import org.vigie.signal.clean.SteadyDevice;
import org.vigie.signal.newest.DeviceClock;

/** Holds the channels of a device at a bed. Steady messages change it in place. */
final class StoredDevice implements CleaningPart {
    static final StoredDevice SILENT = new StoredDevice(-1, Instant.EPOCH, DeviceChannels.SILENT, Instant.MIN);

    private final DeviceChannels start;
    private Instant newest;
    private long offset;
    private Instant publishedAt;
    private @Nullable SteadyDevice steady;

    /** Creates a device whose newest instant is not known, so that no message is steady. */
    StoredDevice(long offset, Instant publishedAt, DeviceChannels channels) {
        this(offset, publishedAt, channels, Instant.MAX);
    }

    /**
     * Creates a device.
     *
     * @param offset offset of the newest raw record that is included
     * @param publishedAt when the broker appended that record
     * @param newest newest instant for which the device reported a continuous value
     */
    StoredDevice(long offset, Instant publishedAt, DeviceChannels channels, Instant newest) {
        this.offset = offset;
        this.publishedAt = publishedAt;
        this.start = channels;
        this.newest = newest;
    }

    long offset() {
        return offset;
    }

    Instant publishedAt() {
        return publishedAt;
    }

    DeviceChannels channels() {
        return steady == null ? start : steady.channels();
    }

    DeviceClock clock() {
        return steady == null ? start.clock() : steady.clock();
    }

    /** Calls {@code taker} with each continuous channel. */
    void forEachContinuous(BiConsumer<ChannelKey, ChannelState> taker) {
        SteadyDevice held = steady;
        if (held == null) {
            start.byKey().entrySet().stream()
                    .filter(channel -> channel.getKey().isContinuous())
                    .forEach(channel -> taker.accept(channel.getKey(), channel.getValue()));
        } else {
            held.forEachContinuous(taker);
        }
    }

    /** Returns the newest instant for which the device reported a continuous value, by its own clock. */
    Instant newest() {
        return steady == null ? newest : steady.newest();
    }

    /** Sets the newest instant of a restored device. */
    void know(Instant newestInstant) {
        newest = newestInstant;
    }

    /** Returns a copy that steady messages of this device do not change. */
    StoredDevice copy() {
        return new StoredDevice(offset, publishedAt, channels(), newest());
    }

    /** Returns true when no rule has an objection to the next message; see {@link SteadyDevice}. */
    boolean isSteady(List<Reading> readings, ArrivalTimes arrival, CleaningRevision revision) {
        return !start.byKey().isEmpty() && inPlace().isSteady(readings, arrival, revision);
    }

    /** Takes a steady message. */
    void take(RawObservation raw, List<Reading> readings) {
        inPlace().take(readings, raw.arrival());
        offset = raw.offset();
        publishedAt = raw.publishedAt();
    }

    private SteadyDevice inPlace() {
        SteadyDevice held = steady;
        if (held == null) {
            held = new SteadyDevice(start, newest);
            steady = held;
        }
        return held;
    }

    @Override
    public byte[] encoded(CleaningStateFormat format) {
        return format.devices().write(this);
    }

    /** Returns true for the same stored content. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof StoredDevice device
                && offset == device.offset
                && publishedAt.equals(device.publishedAt)
                && channels().equals(device.channels());
    }

    @Override
    public int hashCode() {
        return Objects.hash(offset, publishedAt, channels());
    }
}
