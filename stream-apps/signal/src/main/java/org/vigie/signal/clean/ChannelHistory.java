package org.vigie.signal.clean;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.vigie.schemas.variable.SamplingMode;
import org.vigie.signal.window.HourlyGrid;

/**
 * The newest values that a channel was told: to know one that comes again in another message, and one that is taken back.
 *
 * @param told newest first
 */
public record ChannelHistory(List<ReportedValue> told) {
    /**
     * What is charted, for as long as a window takes late readings (72 h) where it is charted by the hour: urine must not be summed
     * twice.
     */
    static final int CHARTED = (int) HourlyGrid.TAKES_LATE.toHours();

    /** What comes every few seconds; {@link InstantHistory} holds what came before. */
    static final int STREAMED = 4;

    static final ChannelHistory NOTHING = new ChannelHistory(List.of());

    private static final Duration STREAM = Duration.ofMinutes(1);

    public ChannelHistory {
        told = List.copyOf(told);
    }

    /** What became of a value that was told. */
    public enum ValueDisposition {
        KEPT,
        /** Kept beside a channel that is preferred: nobody summed it. */
        UNFOLLOWED,
        DOUBTED,
        /** Its sender took it back. */
        WITHDRAWN
    }

    /** @param value not a number: of that instant nothing is to be believed */
    public record ReportedValue(double value, Instant at, ValueDisposition fate) {
        boolean is(double other, Instant instant) {
            return value == other && at.equals(instant);
        }

        boolean stands() {
            return fate != ValueDisposition.WITHDRAWN;
        }

        private boolean forbids(double other, Instant instant) {
            return !stands() && at.equals(instant) && (value == other || Double.isNaN(value));
        }
    }

    /** The newest instant that it tells of. */
    Instant latest() {
        return told.stream()
                .map(ReportedValue::at)
                .max(Comparator.naturalOrder())
                .orElse(Instant.MIN);
    }

    /** Whether this was told, and stands. */
    boolean contains(double value, Instant at) {
        return told.stream().anyMatch(one -> one.stands() && one.is(value, at));
    }

    /** Whether this was taken back, be it before it came. */
    boolean isWithdrawn(double value, Instant at) {
        return told.stream().anyMatch(one -> one.forbids(value, at));
    }

    /** What was told of that instant and stands: {@code value} alone where it is among it. */
    List<ReportedValue> standing(double value, Instant at) {
        List<ReportedValue> all = standing(at);
        List<ReportedValue> named =
                all.stream().filter(one -> one.is(value, at)).toList();
        return named.isEmpty() ? all : named;
    }

    List<ReportedValue> standing(Instant at) {
        return told.stream().filter(one -> one.stands() && one.at().equals(at)).toList();
    }

    /** What was told of that instant, whatever became of it. */
    List<ReportedValue> of(Instant at) {
        return told.stream().filter(one -> one.at().equals(at)).toList();
    }

    /** With something that was told long ago, until more is told. */
    ChannelHistory recalling(ReportedValue old) {
        boolean held = of(old.at()).stream().anyMatch(one -> Double.compare(one.value(), old.value()) == 0);
        return held
                ? this
                : new ChannelHistory(
                        Stream.concat(told.stream(), Stream.of(old)).toList());
    }

    /** Grows until the message is judged: whatever it withdraws is still there. */
    ChannelHistory with(ReportedValue newest) {
        List<ReportedValue> all = new ArrayList<>(told.size() + 1);
        all.add(newest);
        all.addAll(told);
        return new ChannelHistory(all);
    }

    /** As many as are held from one message to the next. */
    ChannelHistory settled(SamplingMode sampling) {
        int held = held(told, sampling);
        return told.size() <= held ? this : new ChannelHistory(told.subList(0, held));
    }

    /** With another fate for some of what was told. */
    ChannelHistory with(List<ReportedValue> some, ValueDisposition disposition) {
        return new ChannelHistory(told.stream()
                .map(one -> some.contains(one) ? new ReportedValue(one.value(), one.at(), disposition) : one)
                .toList());
    }

    private static int held(List<ReportedValue> all, SamplingMode sampling) {
        boolean streamed = sampling == SamplingMode.CONTINUOUS
                && all.size() > STREAMED
                && Duration.between(all.get(STREAMED).at(), all.get(0).at())
                                .abs()
                                .compareTo(STREAM)
                        < 0;
        return streamed ? STREAMED : CHARTED;
    }
}
