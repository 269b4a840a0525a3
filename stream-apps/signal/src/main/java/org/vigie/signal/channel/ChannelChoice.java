package org.vigie.signal.channel;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vigie.signal.clean.CleaningOutcome;
import org.vigie.signal.clean.CleaningReason;
import org.vigie.signal.clean.Reading;

/**
 * Chooses, for each continuous variable of a message, which source at its bed is followed:
 *
 * <ol>
 *   <li>one that comes at least every ten seconds, whatever its rank, before any that comes less often: alarms need a stream, and a value
 *       that is charted every hour or exported every minute must not hide it; such a slow source yields at once and takes no stream's place
 *   <li>among those that come as often, the one that is followed already, while it speaks
 *   <li>unless one of a better rank speaks: at once when it is new, after ten seconds when it had fallen silent, so that a source that
 *       comes and goes does not take turns with another
 *   <li>when the followed one falls silent, or its device says that it has no value, the best of those that speak; among equals the one
 *       that was heard first
 *   <li>when a monitor numbers its parts anew, the one that bears the same words
 *   <li>when none speaks, all that is left: what is doubted is better than nothing, and marked
 * </ol>
 *
 * A source speaks when a reading of it was kept in the last ten seconds, or in two and a half of its own intervals. How often it comes is
 * known from its second reading on; until then it takes the place of no stream of another device. The order of readings
 * within a message does not matter. Deterministic.
 *
 * @param followed one per reading, in their order; true for what has no competing source
 * @param after what is known of the bed's sources after the message
 */
public record ChannelChoice(List<Boolean> followed, BedSources after) {
    public ChannelChoice {
        followed = List.copyOf(followed);
    }

    /**
     * @param device of the message, with its sender
     * @param reasons the verdict on each reading
     * @param received when the message came, on the ward's clock
     */
    public static ChannelChoice of(
            String device, List<Reading> readings, List<CleaningReason> reasons, Instant received, BedSources before) {
        Map<String, VariableSources> after = new HashMap<>(before.byVariable());
        readings.stream()
                .map(Reading::variable)
                .distinct()
                .filter(ChannelPreference::competes)
                .forEach(variable -> after.put(
                        variable,
                        new VariableMessage(variable, said(variable, device, readings, reasons), received)
                                .after(after.getOrDefault(variable, VariableSources.NONE))));
        List<Boolean> followed = readings.stream()
                .map(reading -> isFollowed(after.get(reading.variable()), new SourceName(device, reading.channel())))
                .toList();
        return new ChannelChoice(followed, new BedSources(after));
    }

    private static boolean isFollowed(@Nullable VariableSources sources, SourceName source) {
        return sources == null || sources.followed().map(source::equals).orElse(true);
    }

    private static List<SourceReading> said(
            String variable, String device, List<Reading> readings, List<CleaningReason> reasons) {
        return IntStream.range(0, readings.size())
                .filter(index -> readings.get(index).variable().equals(variable))
                .mapToObj(index -> new SourceReading(
                        new SourceName(device, readings.get(index).channel()), reasons.get(index)))
                .toList();
    }

    private record SourceReading(SourceName source, CleaningReason reason) {
        /** Late readings say nothing of now. */
        boolean isHeard() {
            return reason.outcome() == CleaningOutcome.KEPT && reason != CleaningReason.OUT_OF_ORDER;
        }

        boolean isNoValue() {
            return switch (reason) {
                case DEVICE_INVALID, NOT_A_NUMBER, OUT_OF_RANGE, UNKNOWN_UNIT -> true;
                default -> false;
            };
        }

        boolean isDoubted() {
            return reason.outcome() == CleaningOutcome.SUSPECT;
        }
    }

    /** What one message says of one variable. */
    private record VariableMessage(String variable, List<SourceReading> said, Instant received) {
        VariableSources after(VariableSources before) {
            List<SourceName> heard = sources(said.stream().filter(SourceReading::isHeard));
            List<SourceName> lost = new ArrayList<>(sources(said.stream().filter(SourceReading::isNoValue)));
            lost.removeAll(heard);
            VariableSources sources = before;
            for (SourceName source : lost) {
                sources = sources.silenced(source);
            }
            for (SourceName source : heard) {
                sources = sources.heard(source, received);
            }
            Optional<SourceName> chosen = chosen(before, sources, heard);
            return chosen.isPresent() ? sources.following(chosen.get()) : sources;
        }

        private Optional<SourceName> chosen(VariableSources before, VariableSources now, List<SourceName> heard) {
            Optional<SourceActivity> followed =
                    now.followed().flatMap(now::find).filter(activity -> activity.speaks(received));
            Optional<SourceName> renumbered =
                    followed.flatMap(activity -> renumbered(before, activity.source(), heard));
            if (renumbered.isPresent()) {
                return renumbered;
            }
            Optional<SourceActivity> stream = best(now.speaking(received).filter(SourceActivity::streams));
            if (stream.isPresent() && followed.map(SourceActivity::isSlow).orElse(true)) {
                return stream.map(SourceActivity::source);
            }
            if (followed.isPresent()) {
                return better(now, followed.get()).or(() -> followed).map(SourceActivity::source);
            }
            return best(now.speaking(received)).map(SourceActivity::source).or(() -> doubted(now));
        }

        private Optional<SourceActivity> better(VariableSources now, SourceActivity followed) {
            return best(now.speaking(received)
                    .filter(activity -> activity.isSteady(received))
                    .filter(activity -> rank(activity.source()) < rank(followed.source()))
                    .filter(activity -> isAsOften(activity, followed)));
        }

        /** Of a source that was heard once, a device that streams is expected to stream it too. */
        private static boolean isAsOften(SourceActivity activity, SourceActivity followed) {
            if (followed.isSlow() || activity.streams()) {
                return true;
            }
            boolean sameDevice =
                    activity.source().device().equals(followed.source().device());
            return !activity.isSlow() && (sameDevice || !followed.streams());
        }

        /** A source never heard before, in place of one that is not in the message and has the same words. */
        private Optional<SourceName> renumbered(VariableSources before, SourceName gone, List<SourceName> heard) {
            boolean isThere = said.stream().anyMatch(one -> one.source().equals(gone));
            return isThere
                    ? Optional.empty()
                    : heard.stream()
                            .filter(source -> before.find(source).isEmpty() && source.isRenumbered(gone))
                            .findFirst();
        }

        private Optional<SourceName> doubted(VariableSources now) {
            List<SourceName> doubted = sources(said.stream().filter(SourceReading::isDoubted));
            return now.followed()
                    .filter(doubted::contains)
                    .or(() -> doubted.stream().min(Comparator.comparingInt(this::rank)))
                    .or(now::followed);
        }

        private Optional<SourceActivity> best(Stream<SourceActivity> speakers) {
            return speakers.min(Comparator.comparing((SourceActivity activity) -> !activity.isSteady(received))
                    .thenComparingInt(activity -> rank(activity.source())));
        }

        private int rank(SourceName source) {
            return ChannelPreference.standard().rank(variable, source.channel());
        }

        private static List<SourceName> sources(Stream<SourceReading> some) {
            return some.map(SourceReading::source)
                    .distinct()
                    .sorted(SourceName.ORDER)
                    .toList();
        }
    }
}
