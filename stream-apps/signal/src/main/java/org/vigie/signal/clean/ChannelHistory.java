package org.vigie.signal.clean;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.vigie.schemas.variable.SamplingMode;
import org.vigie.signal.identify.StayTimeline;
import org.vigie.signal.window.HourlyGrid;

/**
 * Keeps the newest values of one channel, to recognise a value that is sent again and a value that is retracted.
 *
 * @param reported reported values, the newest first
 */
public record ChannelHistory(List<ReportedValue> reported) {
    /**
     * Number of charted values that are kept. Hourly values are kept for 72 h, as long as a window accepts late readings, so that urine is
     * not summed twice.
     */
    static final int CHARTED = (int) HourlyGrid.TAKES_LATE.toHours();

    /** Number of streamed values that are kept. {@link InstantHistory} keeps the older ones. */
    static final int STREAMED = 4;

    static final ChannelHistory NOTHING = new ChannelHistory(List.of());

    private static final Duration STREAM = Duration.ofMinutes(1);

    public ChannelHistory {
        reported = List.copyOf(reported);
    }

    /** Says how a reported value was used. */
    public enum ValueDisposition {
        KEPT,
        /** The value was kept, but its channel is not followed, so that no window contains it. */
        UNFOLLOWED,
        DOUBTED,
        /** The sender retracted the value. */
        WITHDRAWN
    }

    /**
     * Holds one value that a channel reported.
     *
     * @param value value in the catalogue's unit; NaN: no value of that instant may be used
     */
    public record ReportedValue(double value, Instant at, ValueDisposition disposition) {
        boolean is(double other, Instant instant) {
            return value == other && at.equals(instant);
        }

        boolean stands() {
            return disposition != ValueDisposition.WITHDRAWN;
        }

        private boolean forbids(double other, Instant instant) {
            return !stands() && at.equals(instant) && (value == other || Double.isNaN(value));
        }
    }

    /** Returns the values of a stay. */
    ChannelHistory during(StayTimeline stay) {
        return new ChannelHistory(
                reported.stream().filter(one -> stay.contains(one.at())).toList());
    }

    /** Returns the newest instant with a reported value. */
    Instant latest() {
        Instant latest = Instant.MIN;
        for (ReportedValue one : reported) {
            latest = one.at().isAfter(latest) ? one.at() : latest;
        }
        return latest;
    }

    /** Returns true when the value was reported and not retracted. */
    boolean contains(double value, Instant at) {
        for (ReportedValue one : reported) {
            if (one.stands() && one.is(value, at)) {
                return true;
            }
        }
        return false;
    }

    /** Returns true when the value was retracted, even before it was reported. */
    boolean isWithdrawn(double value, Instant at) {
        for (ReportedValue one : reported) {
            if (one.forbids(value, at)) {
                return true;
            }
        }
        return false;
    }

    /** Returns the values of an instant that were not retracted: {@code value} alone if it is one of them, else all. */
    List<ReportedValue> standing(double value, Instant at) {
        List<ReportedValue> all = standing(at);
        List<ReportedValue> named =
                all.stream().filter(one -> one.is(value, at)).toList();
        return named.isEmpty() ? all : named;
    }

    List<ReportedValue> standing(Instant at) {
        return reported.stream()
                .filter(one -> one.stands() && one.at().equals(at))
                .toList();
    }

    /** Returns all values of an instant, whatever their disposition. */
    List<ReportedValue> of(Instant at) {
        return reported.stream().filter(one -> one.at().equals(at)).toList();
    }

    /** Returns the history with an older value, which is kept until more values are reported. */
    ChannelHistory recalling(ReportedValue old) {
        boolean held = of(old.at()).stream().anyMatch(one -> Double.compare(one.value(), old.value()) == 0);
        return held
                ? this
                : new ChannelHistory(
                        Stream.concat(reported.stream(), Stream.of(old)).toList());
    }

    /**
     * Returns the history with a new value. It grows until the message is processed, so that every value that the message retracts is still
     * present.
     */
    ChannelHistory with(ReportedValue newest) {
        ReportedValue[] all = new ReportedValue[reported.size() + 1];
        all[0] = newest;
        for (int i = 1; i < all.length; i++) {
            all[i] = reported.get(i - 1);
        }
        return new ChannelHistory(List.of(all));
    }

    /** Returns the history with the number of values that is kept between messages. */
    ChannelHistory settled(SamplingMode sampling) {
        int held = held(reported, sampling);
        return reported.size() <= held ? this : new ChannelHistory(reported.subList(0, held));
    }

    /** Returns the history with another disposition for some of its values. */
    ChannelHistory with(List<ReportedValue> some, ValueDisposition disposition) {
        return new ChannelHistory(reported.stream()
                .map(one -> some.contains(one) ? new ReportedValue(one.value(), one.at(), disposition) : one)
                .toList());
    }

    private static int held(List<ReportedValue> all, SamplingMode sampling) {
        boolean streamed = sampling == SamplingMode.CONTINUOUS
                && all.size() > STREAMED
                && isShort(all.get(STREAMED).at(), all.get(0).at());
        return streamed ? STREAMED : CHARTED;
    }

    /** Returns true when two instants are less than a minute apart. Whole seconds decide it for almost all. */
    static boolean isShort(Instant one, Instant other) {
        long seconds = Math.abs(one.getEpochSecond() - other.getEpochSecond());
        return seconds < STREAM.toSeconds() - 1
                || (seconds <= STREAM.toSeconds()
                        && Duration.between(one, other).abs().compareTo(STREAM) < 0);
    }
}
