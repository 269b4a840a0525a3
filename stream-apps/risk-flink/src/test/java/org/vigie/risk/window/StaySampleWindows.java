package org.vigie.risk.window;

import org.vigie.schemas.CleanObservation;
import org.vigie.schemas.Window;
import org.vigie.signal.impute.WindowImputer;
import org.vigie.testing.story.WardStory;

/** Builds windows in the same way as the step window. */
public final class StaySampleWindows {
    private StaySampleWindows() {}

    /** Returns the first window of a stay admitted at {@link WardStory#ADMITTED}, from these records. */
    public static Window of(CleanObservation... observations) {
        StayState state = new StayState();
        StayHourAssigner hours = new StayHourAssigner(state);
        String stay = observations[0].getStay();
        hours.addStay(new WardStory().bed("REA/01", stay).admission(), StayState.NEVER);
        for (CleanObservation observation : observations) {
            hours.take(observation);
        }
        return StayWindowBuilder.of(stay, state, WindowImputer.shipped()).orElseThrow();
    }
}
