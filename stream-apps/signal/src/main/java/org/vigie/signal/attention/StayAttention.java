package org.vigie.signal.attention;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigie.signal.earlywarning.OxygenHistory;
import org.vigie.signal.earlywarning.SofaHistory;

/**
 * Holds the attention level of a stay that the board shows, and the history that it needs.
 *
 * <p>A changed level is shown at once. New reasons of the same level are shown at most once a minute.
 *
 * @param oxygen inspired oxygen of the last hours
 * @param sofa SOFA-2 of the last 24 hours
 * @param displayedOrNull what is shown; null before the first assessment, and in a unit without attention levels
 * @param displayedAt event time since which it is shown
 */
public record StayAttention(
        OxygenHistory oxygen, SofaHistory sofa, @Nullable AttentionAssessment displayedOrNull, Instant displayedAt) {
    private static final Duration REPEAT = Duration.ofMinutes(1);

    /** The attention of a stay without readings. */
    public static final StayAttention NONE =
            new StayAttention(OxygenHistory.NONE, SofaHistory.NONE, null, Instant.EPOCH);

    /** Returns what is shown. */
    public Optional<AttentionAssessment> displayed() {
        return Optional.ofNullable(displayedOrNull);
    }

    /** Returns true when nothing is shown, or when the level is unknown because no measurements came or were read. */
    public boolean isOfSilence() {
        return displayedOrNull == null || displayedOrNull.sofa() == null;
    }

    /** Returns the state with other histories. */
    public StayAttention with(OxygenHistory newOxygen, SofaHistory newSofa) {
        return new StayAttention(newOxygen, newSofa, displayedOrNull, displayedAt);
    }

    /** Returns the state after an assessment at {@code when}; null in a unit without attention levels. */
    public StayAttention then(@Nullable AttentionAssessment now, Instant when) {
        return isShown(now, when) ? new StayAttention(oxygen, sofa, now, when) : this;
    }

    private boolean isShown(@Nullable AttentionAssessment now, Instant when) {
        if (now == null || displayedOrNull == null) {
            return !Objects.equals(now, displayedOrNull);
        }
        boolean isOtherLevel = now.level() != displayedOrNull.level();
        return isOtherLevel || (!now.equals(displayedOrNull) && !when.isBefore(displayedAt.plus(REPEAT)));
    }
}
