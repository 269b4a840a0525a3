package org.vigie.signal.clean;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.vigie.signal.clean.ChannelHistory.ReportedValue;
import org.vigie.signal.clean.ChannelHistory.ValueDisposition;
import org.vigie.signal.identify.StayTimeline;

/**
 * Finds the charted values that one device reported for one stay before a message. A channel keeps them for three days when they are charted
 * by the hour. A bed's device also reported values of the patients who were there before.
 *
 * @param channels channels of the device before the message
 * @param stay when the values are those of the stay; values measured at other times are left out
 */
public record ChartedValues(DeviceChannels channels, StayTimeline stay) {
    /** Returns the newest value of a variable that is kept and not withdrawn, in the catalogue's unit. */
    public Optional<Double> newest(String variable) {
        return channels.byKey().entrySet().stream()
                .filter(channel -> channel.getKey().variable().equals(variable))
                .flatMap(channel -> kept(channel.getValue()))
                .max(Comparator.comparing(ReportedValue::at))
                .map(ReportedValue::value);
    }

    /** Returns the instants of the kept values of one channel of a variable. */
    public Stream<Instant> instants(String variable, String channel) {
        return values(variable, channel).map(ReportedValue::at);
    }

    /** Returns true when a channel of a variable has a kept value of an instant. */
    public boolean holds(String variable, Instant at) {
        return channels.byKey().entrySet().stream()
                .filter(held -> held.getKey().variable().equals(variable))
                .flatMap(held -> kept(held.getValue()))
                .anyMatch(value -> value.at().equals(at));
    }

    /** Returns the kept values of one channel of a variable. */
    public Stream<ReportedValue> values(String variable, String channel) {
        return channels.byKey().entrySet().stream()
                .filter(held -> held.getKey().variable().equals(variable))
                .filter(held -> held.getKey().channel().equals(channel))
                .flatMap(held -> kept(held.getValue()));
    }

    private Stream<ReportedValue> kept(ChannelState channel) {
        return channel.seen().during(stay).reported().stream()
                .filter(value -> value.disposition() == ValueDisposition.KEPT);
    }
}
