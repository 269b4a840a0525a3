package org.vigie.signal.clean;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.vigie.schemas.variable.Variable;
import org.vigie.schemas.variable.VariableCatalogue;
import org.vigie.schemas.variable.VariableNames;
import org.vigie.signal.clean.ChannelHistory.ReportedValue;
import org.vigie.signal.clean.ChannelHistory.ValueDisposition;

/**
 * Detects that heart rate and respiration stand in each other's place. Both jump in the same second, each to the level of the other, while
 * the oximeter goes on to count the heart rate that was there before.
 *
 * <p>No patient does this: a monitor averages both rates over several beats or breaths, and they fall and rise over seconds. Before the jump
 * both rates are within their alarm limits, so that no alarm of them is open. An asystole is never near a usual respiration.
 *
 * <p>Neither channel moves while they are swapped, so that their last trusted values stay known. After ten minutes the values are kept.
 *
 * @param channels channels of the device before the message, or with its readings that contradict
 * @param asOf time of the measurement by the ward's clock
 */
record SwappedRatesRule(Map<ChannelKey, ChannelState> channels, SimultaneousValues values, Instant asOf) {
    private static final double SAME_BEATS = 15;
    private static final double SAME_BREATHS = 8;
    private static final double OTHER_RATE = 20;
    private static final long LONGEST_SECONDS = 600;

    boolean applies() {
        double heart = values.of(VariableNames.HR);
        double breath = values.of(VariableNames.RR);
        if (!isContradicted(heart, breath)) {
            return false;
        }
        Optional<ChannelState> ofHeart = only(VariableNames.HR);
        Optional<ChannelState> ofBreath = only(VariableNames.RR);
        return ofHeart.isPresent()
                && ofBreath.isPresent()
                && areSwapped(
                        new Rate(VariableNames.HR, heart, ofHeart.get()),
                        new Rate(VariableNames.RR, breath, ofBreath.get()));
    }

    /** Returns true when the oximeter counts the number that stands for the respiration, and not the one that stands for the heart rate. */
    private boolean isContradicted(double heart, double breath) {
        double pulse = values.of(VariableNames.PULSE_SPO2);
        return Math.abs(pulse - breath) <= SAME_BEATS && pulse - heart >= OTHER_RATE;
    }

    /** Returns the state of the only source of a variable. */
    private Optional<ChannelState> only(String variable) {
        var found = channels.entrySet().stream()
                .filter(channel -> channel.getKey().variable().equals(variable))
                .map(Map.Entry::getValue)
                .toList();
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    private boolean areSwapped(Rate heart, Rate breath) {
        return heart.wasUsual()
                && breath.wasUsual()
                && Math.abs(heart.now - breath.level()) <= SAME_BREATHS
                && Math.abs(breath.now - heart.level()) <= SAME_BEATS
                && heart.trustedAt().equals(breath.trustedAt())
                && ((heart.jumps(asOf) && breath.jumps(asOf)) || (goesOn(heart) && goesOn(breath)));
    }

    /** Returns true when the reading before was suspect, too, and the last trusted one is not too long ago. */
    private boolean goesOn(Rate rate) {
        return rate.isDoubtedSince(values.at()) && !ElapsedTime.lasts(rate.trustedAt(), asOf, LONGEST_SECONDS);
    }

    /** Holds the present value of a rate and the state of its channel. */
    private record Rate(String name, double now, ChannelState before) {
        private Variable variable() {
            return VariableCatalogue.standard().get(name);
        }

        private double level() {
            return before.level().value();
        }

        private Instant trustedAt() {
            return before.pace().newest();
        }

        private boolean wasUsual() {
            return variable().alarm().contains(level());
        }

        private boolean jumps(Instant asOf) {
            return !before.level().isLeft()
                    && before.level()
                            .next(now, asOf, trustedAt(), variable().spikeStep().orElse(Double.POSITIVE_INFINITY))
                            .isLeft();
        }

        private boolean isDoubtedSince(Instant at) {
            return before.seen().reported().stream()
                    .findFirst()
                    .filter(newest -> newest.disposition() == ValueDisposition.DOUBTED)
                    .map(ReportedValue::at)
                    .filter(newest -> ElapsedTime.isLive(newest, at))
                    .isPresent();
        }
    }
}
