package org.vigie.signal.channel;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vigie.signal.clean.CleaningOutcome;
import org.vigie.signal.clean.CleaningReason;
import org.vigie.signal.clean.Reading;

/**
 * Chooses the followed source of each continuous variable at a bed, after each message. The first rule that applies decides: <ol>
 * <li>A source that sends at least every ten seconds is preferred to a slower one, whatever the ranks. Alarms need a stream, and an hourly
 * charted value or a value exported every minute must not hide it. A slow source gives way at once and never replaces a stream.
 * <li>Among sources of the same kind, the followed source stays followed while it is active.
 * <li>A source of a better rank replaces it: at once when it is new, after ten seconds when it returns from a silence. An unstable source
 * therefore does not alternate with another.
 * <li>When the followed source becomes silent, or its device reports no value, the best active source is followed. Among equals it is the
 * one that came first.
 * <li>When a monitor renumbers its parts, the source with the same words is followed.
 * <li>When no source is active, the remaining one is followed. A suspect value is shown with its mark rather than no value. </ol>
 *
 * <p>A source is active when one of its readings was kept within the last ten seconds, or within two and a half of its own intervals. Its
 * interval is known from its second reading on. Until then it does not replace a stream of another device. The order of readings within a
 * message does not matter. The choice is deterministic.
 *
 * @param followed one flag per reading, in their order; true for a variable without competing sources
 * @param after the bed's sources after the message
 */
public record ChannelChoice(List<Boolean> followed, BedSources after) {
    public ChannelChoice {
        followed = List.copyOf(followed);
    }

    /**
     * Chooses the followed sources after one message.
     *
     * @param device device of the message, with its sender
     * @param reasons cleaning reason of each reading
     * @param received when the message was received, on the ward's clock
     */
    public static ChannelChoice of(
            String device, List<Reading> readings, List<CleaningReason> reasons, Instant received, BedSources before) {
        Map<String, VariableSources> after = new HashMap<>(before.byVariable());
        Set<String> chosen = new HashSet<>();
        for (Reading reading : readings) {
            String variable = reading.variable();
            if (ChannelPreference.competes(variable) && chosen.add(variable)) {
                var message = new VariableMessage(variable, readingsOf(variable, device, readings, reasons), received);
                after.put(variable, message.after(after.getOrDefault(variable, VariableSources.NONE)));
            }
        }
        return new ChannelChoice(followed(device, readings, after), new BedSources(after));
    }

    private static List<Boolean> followed(String device, List<Reading> readings, Map<String, VariableSources> after) {
        List<Boolean> followed = new ArrayList<>(readings.size());
        for (Reading reading : readings) {
            followed.add(isFollowed(after.get(reading.variable()), new SourceName(device, reading.channel())));
        }
        return followed;
    }

    private static boolean isFollowed(@Nullable VariableSources sources, SourceName source) {
        return sources == null || sources.followed().map(source::equals).orElse(true);
    }

    private static List<SourceReading> readingsOf(
            String variable, String device, List<Reading> readings, List<CleaningReason> reasons) {
        List<SourceReading> ofVariable = new ArrayList<>(1);
        for (int index = 0; index < readings.size(); index++) {
            if (readings.get(index).variable().equals(variable)) {
                ofVariable.add(new SourceReading(
                        new SourceName(device, readings.get(index).channel()), reasons.get(index)));
            }
        }
        return ofVariable;
    }

    /** Holds the cleaning result of one source's reading. */
    private record SourceReading(SourceName source, CleaningReason reason) {
        /** Returns true for a kept reading that is not late. A late reading does not show that the source is active now. */
        boolean isCurrent() {
            return reason.outcome() == CleaningOutcome.KEPT && reason != CleaningReason.OUT_OF_ORDER;
        }

        boolean isNoValue() {
            return switch (reason) {
                case DEVICE_INVALID, NOT_A_NUMBER, OUT_OF_RANGE, UNKNOWN_UNIT -> true;
                default -> false;
            };
        }

        boolean isSuspect() {
            return reason.outcome() == CleaningOutcome.SUSPECT;
        }
    }

    /** Holds all readings of one variable in one message. */
    private record VariableMessage(String variable, List<SourceReading> readings, Instant received) {
        VariableSources after(VariableSources before) {
            return isOnlySource(before) ? before.afterReadingOfOnlySource(received) : chosenAfter(before);
        }

        /** Returns true for a kept reading of the only source, which is followed: no other rule can change the choice. */
        private boolean isOnlySource(VariableSources before) {
            return readings.size() == 1
                    && readings.get(0).isCurrent()
                    && before.isOnlyFollowed(readings.get(0).source());
        }

        private VariableSources chosenAfter(VariableSources before) {
            List<SourceName> kept = sources(readings.stream().filter(SourceReading::isCurrent));
            List<SourceName> lost = new ArrayList<>(sources(readings.stream().filter(SourceReading::isNoValue)));
            lost.removeAll(kept);
            VariableSources sources = before;
            for (SourceName source : lost) {
                sources = sources.withoutValue(source);
            }
            for (SourceName source : kept) {
                sources = sources.withReading(source, received);
            }
            Optional<SourceName> chosen = chosen(before, sources, kept);
            return chosen.isPresent() ? sources.following(chosen.get()) : sources;
        }

        private Optional<SourceName> chosen(VariableSources before, VariableSources now, List<SourceName> kept) {
            Optional<SourceActivity> followed =
                    now.followed().flatMap(now::find).filter(activity -> activity.isSending(received));
            Optional<SourceName> renumbered = followed.flatMap(activity -> renumbered(before, activity.source(), kept));
            if (renumbered.isPresent()) {
                return renumbered;
            }
            Optional<SourceActivity> stream = best(now.sending(received).filter(SourceActivity::streams));
            if (stream.isPresent() && followed.map(SourceActivity::isSlow).orElse(true)) {
                return stream.map(SourceActivity::source);
            }
            if (followed.isPresent()) {
                return better(now, followed.get()).or(() -> followed).map(SourceActivity::source);
            }
            return best(now.sending(received)).map(SourceActivity::source).or(() -> suspect(now));
        }

        private Optional<SourceActivity> better(VariableSources now, SourceActivity followed) {
            return best(now.sending(received)
                    .filter(activity -> activity.isSteady(received))
                    .filter(activity -> rank(activity.source()) < rank(followed.source()))
                    .filter(activity -> isAsOften(activity, followed)));
        }

        /**
         * Returns true when a source sends as often as the followed one. A source with one reading counts as a stream when its device
         * streams.
         */
        private static boolean isAsOften(SourceActivity activity, SourceActivity followed) {
            if (followed.isSlow() || activity.streams()) {
                return true;
            }
            boolean sameDevice =
                    activity.source().device().equals(followed.source().device());
            return !activity.isSlow() && (sameDevice || !followed.streams());
        }

        /** Returns a new source that replaces a source with the same words that is not in this message. */
        private Optional<SourceName> renumbered(VariableSources before, SourceName missing, List<SourceName> kept) {
            boolean isPresentInMessage =
                    readings.stream().anyMatch(one -> one.source().equals(missing));
            return isPresentInMessage
                    ? Optional.empty()
                    : kept.stream()
                            .filter(source -> before.find(source).isEmpty() && source.isRenumbered(missing))
                            .findFirst();
        }

        private Optional<SourceName> suspect(VariableSources now) {
            List<SourceName> suspect = sources(readings.stream().filter(SourceReading::isSuspect));
            return now.followed()
                    .filter(suspect::contains)
                    .or(() -> suspect.stream().min(Comparator.comparingInt(this::rank)))
                    .or(now::followed);
        }

        private Optional<SourceActivity> best(Stream<SourceActivity> candidates) {
            return candidates.min(Comparator.comparing((SourceActivity activity) -> !activity.isSteady(received))
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
