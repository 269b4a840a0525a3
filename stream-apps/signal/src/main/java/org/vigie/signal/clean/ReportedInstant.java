package org.vigie.signal.clean;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.vigie.signal.clean.ChannelHistory.ReportedValue;
import org.vigie.signal.clean.ChannelHistory.ValueDisposition;

/**
 * Finds the values that one device reported for one instant.
 *
 * @param channels channels of the device
 * @param history values of the instant that the channels no longer hold
 */
public record ReportedInstant(DeviceChannels channels, InstantHistory history, Instant at) {
    /** Returns the value of a variable that is kept, followed and not withdrawn, in the catalogue's unit. */
    public Optional<Double> kept(String variable) {
        return reported(variable)
                .filter(value -> value.at().equals(at) && value.disposition() == ValueDisposition.KEPT)
                .map(ReportedValue::value)
                .findFirst();
    }

    private Stream<ReportedValue> reported(String variable) {
        Stream<ReportedValue> held = channels.byKey().entrySet().stream()
                .filter(channel -> channel.getKey().variable().equals(variable))
                .flatMap(channel -> channel.getValue().seen().reported().stream());
        Stream<ReportedValue> older = history.byInstant().values().stream()
                .flatMap(reports -> reports.stream())
                .filter(report -> report.key().variable().equals(variable))
                .map(InstantHistory.ChannelReport::value);
        return Stream.concat(held, older);
    }
}
