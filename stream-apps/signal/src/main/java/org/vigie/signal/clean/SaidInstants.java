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
import org.vigie.schemas.variable.Sampling;
import org.vigie.signal.clean.Seen.Fate;
import org.vigie.signal.clean.Seen.Told;

/**
 * What one device said of single instants, of variables that stream: beyond the few values that {@link Seen} holds, so that an older second
 * can be taken back out of its hour. Whoever judges a message looks up the instants of the message only.
 */
public record SaidInstants(Map<Instant, List<Said>> byInstant) {
    /** Of instants of which nothing was said. */
    public static final SaidInstants NOTHING = new SaidInstants(Map.of());

    public SaidInstants {
        byInstant = Map.copyOf(byInstant);
    }

    /** What one channel said. */
    public record Said(ChannelKey key, Told told) {
        private boolean isSameAs(ChannelKey other, double value) {
            return key.equals(other) && Double.compare(told.value(), value) == 0;
        }
    }

    /** The instants that a message speaks of, of variables that stream. */
    public static Set<Instant> of(List<Reading> readings) {
        return readings.stream()
                .filter(SaidInstants::streams)
                .map(Reading::measuredAt)
                .collect(Collectors.toSet());
    }

    /** The channels of a device before a message, with what is held here. */
    Map<ChannelKey, Channel> recalledIn(Channels before) {
        Map<ChannelKey, Channel> recalled = new HashMap<>(before.byKey());
        recalled.replaceAll((key, channel) -> channel.settled(Units.sampling(key.variable())));
        byInstant.values().stream()
                .flatMap(List::stream)
                .forEach(said -> recalled.put(
                        said.key(),
                        recalled.getOrDefault(said.key(), Channel.SILENT).recalling(said.told())));
        return recalled;
    }

    /**
     * After a message, of its instants alone.
     *
     * @param reasons of its readings
     * @param after what the device has said with it, as it was judged
     */
    public SaidInstants after(List<Reading> readings, List<Reason> reasons, Channels after) {
        Map<Instant, List<Said>> said = new LinkedHashMap<>();
        of(readings).forEach(at -> said.put(at, remembered(after, at)));
        byInstant.forEach((at, held) -> held.forEach(each -> addUnlessHeld(requireNonNull(said.get(at)), each)));
        for (int index = 0; index < reasons.size(); index++) {
            Reading reading = readings.get(index);
            Outcome outcome = reasons.get(index).outcome();
            if (streams(reading) && (outcome == Outcome.KEPT || outcome == Outcome.SUSPECT)) {
                addUnlessHeld(requireNonNull(said.get(reading.measuredAt())), said(reading, outcome));
            }
        }
        said.values().removeIf(List::isEmpty);
        return new SaidInstants(said);
    }

    private static Said said(Reading reading, Outcome outcome) {
        return new Said(
                ChannelKey.of(reading),
                new Told(
                        Units.catalogueValue(reading),
                        reading.measuredAt(),
                        outcome == Outcome.KEPT ? Fate.KEPT : Fate.DOUBTED));
    }

    private static List<Said> remembered(Channels channels, Instant at) {
        List<Said> said = new ArrayList<>();
        for (var channel : channels.byKey().entrySet()) {
            for (Told told : channel.getValue().seen().told()) {
                if (told.at().equals(at) && Units.sampling(channel.getKey().variable()) == Sampling.CONTINUOUS) {
                    said.add(new Said(channel.getKey(), told));
                }
            }
        }
        return said;
    }

    private static void addUnlessHeld(List<Said> all, Said said) {
        for (Said held : all) {
            if (held.isSameAs(said.key(), said.told().value())) {
                return;
            }
        }
        all.add(said);
    }

    private static boolean streams(Reading reading) {
        return Units.variable(reading).isPresent() && Units.sampling(reading.variable()) == Sampling.CONTINUOUS;
    }
}
