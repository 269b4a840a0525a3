package org.vigie.risk.window;

import org.vigie.risk.RiskJobStory;
import org.vigie.schemas.CleanObservation;
import org.vigie.schemas.Window;

/** Builds windows in the same way as the step window. */
public final class StaySampleWindows {
    private StaySampleWindows() {}

    /** Returns the first window of a stay admitted at {@link RiskJobStory#ADMITTED}, from these records. */
    public static Window of(CleanObservation... observations) {
        StayState state = new StayState();
        StayHourAssigner hours = new StayHourAssigner(state);
        String stay = observations[0].getStay();
        hours.addStay(new RiskJobStory(stay).admission());
        for (CleanObservation observation : observations) {
            hours.take(observation);
        }
        return StayWindowBuilder.of(stay, state).orElseThrow();
    }
}
