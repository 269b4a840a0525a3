package org.vigie.signal.clean;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.vigie.schemas.variable.Variable;
import org.vigie.signal.identify.StayTimeline;

/**
 * Decides the newest reading of a channel: SPIKE or FLAT_LINE (suspect), SOFT_RANGE or NONE (kept).
 *
 * @param stay when the values are those of the patient's stay; charted values are compared with those of this time only
 */
public record NewestValueRules(CleaningRevision revision, StayTimeline stay) {
    /** Returns the rules of a revision for a bed that always has the same patient. */
    public static NewestValueRules of(CleaningRevision revision) {
        return new NewestValueRules(revision, StayTimeline.always(""));
    }

    /**
     * Returns why a reading cannot be true beside the others of its message; {@link CleaningReason#NONE} when it can.
     *
     * @param asOf time of measurement by the ward's clock
     * @param channels channels of the device before the reading
     */
    CleaningReason contradiction(
            Reading reading, Instant asOf, Map<ChannelKey, ChannelState> channels, List<Reading> message) {
        return revision == CleaningRevision.SECOND
                ? new ContradictedReadingRule(
                                reading, asOf, channels, new SimultaneousValues(message, reading.measuredAt()))
                        .reason()
                : CleaningReason.NONE;
    }

    /**
     * Returns the reason of the first rule that applies.
     *
     * @param at time of measurement by the device's clock
     * @param after state of the channel after the reading, without its report
     * @param message readings that were sent together with it
     */
    CleaningReason reasonFor(Variable variable, double value, Instant at, ChannelState after, List<Reading> message) {
        if (after.level().isLeft()) {
            return CleaningReason.SPIKE;
        }
        if (after.stillness().isDoubtful(variable, after.pace().newest())) {
            return CleaningReason.FLAT_LINE;
        }
        if (revision == CleaningRevision.SECOND) {
            CleaningReason added = added(variable, value, at, after, message);
            if (added != CleaningReason.NONE) {
                return added;
            }
        }
        return variable.soft().contains(value) ? CleaningReason.NONE : CleaningReason.SOFT_RANGE;
    }

    /** Applies the rules that the second revision adds. */
    private CleaningReason added(
            Variable variable, double value, Instant at, ChannelState after, List<Reading> message) {
        if (new PinnedSignalRule(variable).applies(value, after)) {
            return CleaningReason.FLAT_LINE;
        }
        boolean charted = !new MistakenEntryRule(variable, after.seen()).isStreamed(at);
        return charted && isMistaken(variable, value, at, after, message) ? CleaningReason.SPIKE : CleaningReason.NONE;
    }

    private boolean isMistaken(Variable variable, double value, Instant at, ChannelState after, List<Reading> message) {
        ContradictedPressureRule pressures = new ContradictedPressureRule(variable, message);
        return !pressures.isConfirmed(at)
                && (new MistakenEntryRule(variable, after.seen().during(stay)).applies(value) || pressures.applies(at));
    }
}
