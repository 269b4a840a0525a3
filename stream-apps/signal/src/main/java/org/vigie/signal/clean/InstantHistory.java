package org.vigie.signal.clean;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.vigie.schemas.variable.SamplingMode;
import org.vigie.signal.clean.ChannelHistory.ReportedValue;
import org.vigie.signal.clean.ChannelHistory.ValueDisposition;

/**
 * What one device said of single instants, of variables that stream: beyond the few values that {@link ChannelHistory} holds, so that an older second
 * can be taken back out of its hour. Whoever judges a message looks up the instants of the message only.
 */
public record InstantHistory(Map<Instant, List<ChannelReport>> byInstant) {
    /** Of instants of which nothing was said. */
    public static final InstantHistory NOTHING = new InstantHistory(Map.of());

    public InstantHistory {
        byInstant = Map.copyOf(byInstant);
    }

    /** What one channel said. */
    public record ChannelReport(ChannelKey key, ReportedValue told) {
        private boolean isSameAs(ChannelKey other, double value) {
            return key.equals(other) && Double.compare(told.value(), value) == 0;
        }
    }

    /** The instants that a message speaks of, of variables that stream. */
    public static Set<Instant> of(List<Reading> readings) {
        return readings.stream()
                .filter(InstantHistory::streams)
                .map(Reading::measuredAt)
                .collect(Collectors.toSet());
    }

    /** The channels of a device before a message, with what is held here. */
    Map<ChannelKey, ChannelState> recalledIn(DeviceChannels before) {
        Map<ChannelKey, ChannelState> recalled = new HashMap<>(before.byKey());
        recalled.replaceAll((key, channel) -> channel.settled(key.sampling()));
        byInstant.values().stream()
                .flatMap(List::stream)
                .forEach(report -> recalled.put(
                        report.key(),
                        recalled.getOrDefault(report.key(), ChannelState.SILENT).recalling(report.told())));
        return recalled;
    }

    /**
     * After a message, of its instants alone.
     *
     * @param reasons of its readings
     * @param after what the device has said with it, as it was judged
     */
    public InstantHistory after(List<Reading> readings, List<CleaningReason> reasons, DeviceChannels after) {
        Map<Instant, List<ChannelReport>> said = new LinkedHashMap<>();
        of(readings).forEach(at -> said.put(at, remembered(after, at)));
        byInstant.forEach((at, held) -> held.forEach(each -> addUnlessHeld(requireNonNull(said.get(at)), each)));
        for (int index = 0; index < reasons.size(); index++) {
            Reading reading = readings.get(index);
            CleaningOutcome outcome = reasons.get(index).outcome();
            if (streams(reading) && (outcome == CleaningOutcome.KEPT || outcome == CleaningOutcome.SUSPECT)) {
                addUnlessHeld(requireNonNull(said.get(reading.measuredAt())), said(reading, outcome));
            }
        }
        said.values().removeIf(List::isEmpty);
        return new InstantHistory(said);
    }

    private static ChannelReport said(Reading reading, CleaningOutcome outcome) {
        return new ChannelReport(
                ChannelKey.of(reading),
                new ReportedValue(
                        reading.catalogueValue(),
                        reading.measuredAt(),
                        outcome == CleaningOutcome.KEPT ? ValueDisposition.KEPT : ValueDisposition.DOUBTED));
    }

    private static List<ChannelReport> remembered(DeviceChannels channels, Instant at) {
        List<ChannelReport> said = new ArrayList<>();
        for (var channel : channels.byKey().entrySet()) {
            for (ReportedValue reported : channel.getValue().seen().told()) {
                if (reported.at().equals(at) && channel.getKey().sampling() == SamplingMode.CONTINUOUS) {
                    said.add(new ChannelReport(channel.getKey(), reported));
                }
            }
        }
        return said;
    }

    private static void addUnlessHeld(List<ChannelReport> all, ChannelReport report) {
        for (ChannelReport held : all) {
            if (held.isSameAs(report.key(), report.told().value())) {
                return;
            }
        }
        all.add(report);
    }

    private static boolean streams(Reading reading) {
        return reading.isSampled(SamplingMode.CONTINUOUS);
    }
}
