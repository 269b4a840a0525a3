package org.vigie.signal.alarm.incident;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Follows the response band of the early-warning score since the newest call or acknowledgement. A score that swings around the limit of a
 * band changes nothing: another band counts when the score has stayed above or below for the unit's time.
 *
 * @param band response band that counts
 * @param otherBand band in which the score lies since {@code otherSinceOrNull}; equal to {@code band} while it has not left it
 * @param otherSinceOrNull since when the score lies above, or below, the band that counts; null while it has not left it
 */
public record ScoreBandProgress(
        int band, int otherBand, @Nullable Instant otherSinceOrNull) {
    /** Creates the progress of a score that lies in its band. */
    public ScoreBandProgress(int band) {
        this(band, band, null);
    }

    /** Returns the progress with the present band of the score. */
    public ScoreBandProgress at(int present, Instant now) {
        if (present == band) {
            return new ScoreBandProgress(band);
        }
        boolean goesOn = otherSinceOrNull != null && (present > band) == (otherBand > band);
        return new ScoreBandProgress(band, present, goesOn ? otherSinceOrNull : now);
    }

    /** Returns true when the score has been above the band for {@code hold}. */
    public boolean hasRisen(Instant now, Duration hold) {
        return otherBand > band && lasts(now, hold);
    }

    /** Returns true when the score has been below the band for {@code hold}. */
    public boolean hasRecovered(Instant now, Duration hold) {
        return otherBand < band && lasts(now, hold);
    }

    private boolean lasts(Instant now, Duration hold) {
        return otherSinceOrNull != null && !now.isBefore(otherSinceOrNull.plus(hold));
    }
}
