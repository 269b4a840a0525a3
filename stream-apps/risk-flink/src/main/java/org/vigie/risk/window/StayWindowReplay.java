package org.vigie.risk.window;

import java.util.Optional;
import org.vigie.schemas.CleanObservation;
import org.vigie.schemas.Origin;
import org.vigie.schemas.Stay;
import org.vigie.schemas.Window;
import org.vigie.signal.impute.WindowImputer;

/**
 * Builds the windows of one stay again, as the step window fills them. The caller chooses the moments: live, they depend on the wall
 * clock.
 */
public final class StayWindowReplay {
    private final String name;
    private final StayState state = new StayState();

    /** @param name the stay */
    public StayWindowReplay(String name) {
        this.name = name;
    }

    /** Adds the readings of a record to their hours. A record that was taken before changes nothing. */
    public void take(CleanObservation observation) {
        new StayHourAssigner(state).take(observation);
    }

    /** Adds what is known of the stay on one of its beds. */
    public void take(Stay stay) {
        new StayHourAssigner(state).addStay(stay, StayState.NEVER);
    }

    /** Returns true when the newest reading that changed an hour came from this raw record. */
    public boolean endsWith(Origin record) {
        return state.lastOrigin != null
                && state.lastOrigin.getPartition() == record.getPartition()
                && state.lastOrigin.getOffset() == record.getOffset();
    }

    /**
     * Returns the window of the hours so far; empty when there are none, or when the last one had the same content.
     *
     * @param revision number of the window
     */
    public Optional<Window> window(long revision) {
        if (state.lastOrigin == null) {
            return Optional.empty();
        }
        state.revision = revision;
        return StayWindowBuilder.of(name, state, WindowImputer.shipped());
    }
}
