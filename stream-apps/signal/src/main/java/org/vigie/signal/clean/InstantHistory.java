package org.vigie.signal.clean;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vigie.schemas.variable.SamplingMode;
import org.vigie.signal.clean.ChannelHistory.ReportedValue;
import org.vigie.signal.clean.ChannelHistory.ValueDisposition;

/**
 * Keeps the streamed values of one device by instant, beyond the few values in {@link ChannelHistory}. With it an older second can be
 * removed from its hour again.
 *
 * <p>The caller looks up only the instants of the message that is cleaned.
 */
public record InstantHistory(Map<Instant, List<ChannelReport>> byInstant) {
    /** History without values. */
    public static final InstantHistory NOTHING = new InstantHistory(Map.of());

    public InstantHistory {
        byInstant = Map.copyOf(byInstant);
    }

    /** Holds one value that a channel reported. */
    public record ChannelReport(ChannelKey key, ReportedValue value) {
        private boolean isSameAs(ChannelKey other, double number) {
            return key.equals(other) && Double.compare(value.value(), number) == 0;
        }
    }

    /** Returns the instants of a message that have streamed variables. */
    public static Set<Instant> of(List<Reading> readings) {
        Set<Instant> instants = new HashSet<>();
        for (Reading reading : readings) {
            if (streams(reading)) {
                instants.add(reading.measuredAt());
            }
        }
        return instants;
    }

    /** Returns the channels of a device before a message, completed with the values of this history. */
    Map<ChannelKey, ChannelState> recalledIn(DeviceChannels before) {
        Map<ChannelKey, ChannelState> recalled = new HashMap<>(before.byKey());
        recalled.replaceAll((key, channel) -> channel.settled(key.sampling()));
        byInstant.values().stream()
                .flatMap(List::stream)
                .forEach(report -> recalled.put(
                        report.key(),
                        recalled.getOrDefault(report.key(), ChannelState.SILENT).recalling(report.value())));
        return recalled;
    }

    /**
     * Returns the history of the message's instants after the message.
     *
     * @param reasons cleaning reasons of its readings
     * @param after the device's channels after the message
     */
    public InstantHistory after(List<Reading> readings, List<CleaningReason> reasons, DeviceChannels after) {
        Map<Instant, List<ChannelReport>> reports = new LinkedHashMap<>();
        of(readings).forEach(at -> reports.put(at, reportsAt(after, at)));
        byInstant.forEach((at, held) -> held.forEach(each -> addUnlessHeld(requireNonNull(reports.get(at)), each)));
        for (int index = 0; index < reasons.size(); index++) {
            Reading reading = readings.get(index);
            CleaningOutcome outcome = reasons.get(index).outcome();
            if (streams(reading) && (outcome == CleaningOutcome.KEPT || outcome == CleaningOutcome.SUSPECT)) {
                addUnlessHeld(requireNonNull(reports.get(reading.measuredAt())), report(reading, outcome));
            }
        }
        reports.values().removeIf(List::isEmpty);
        return new InstantHistory(reports);
    }

    /** Returns the history of the only instant of a steady message: every value is kept. */
    public static InstantHistory ofSteady(List<Reading> readings) {
        List<ChannelReport> reports = new ArrayList<>(readings.size());
        for (Reading reading : readings) {
            reports.add(report(reading, CleaningOutcome.KEPT));
        }
        return new InstantHistory(Map.of(readings.get(0).measuredAt(), reports));
    }

    private static ChannelReport report(Reading reading, CleaningOutcome outcome) {
        return new ChannelReport(
                ChannelKey.of(reading),
                new ReportedValue(
                        reading.catalogueValue(),
                        reading.measuredAt(),
                        outcome == CleaningOutcome.KEPT ? ValueDisposition.KEPT : ValueDisposition.DOUBTED));
    }

    private static List<ChannelReport> reportsAt(DeviceChannels channels, Instant at) {
        List<ChannelReport> reports = new ArrayList<>();
        channels.byKey().forEach((key, channel) -> {
            if (key.isContinuous()) {
                for (ReportedValue reported : channel.seen().reported()) {
                    if (reported.at().equals(at)) {
                        reports.add(new ChannelReport(key, reported));
                    }
                }
            }
        });
        return reports;
    }

    private static void addUnlessHeld(List<ChannelReport> all, ChannelReport report) {
        for (ChannelReport held : all) {
            if (held.isSameAs(report.key(), report.value().value())) {
                return;
            }
        }
        all.add(report);
    }

    private static boolean streams(Reading reading) {
        return reading.isSampled(SamplingMode.CONTINUOUS);
    }
}
