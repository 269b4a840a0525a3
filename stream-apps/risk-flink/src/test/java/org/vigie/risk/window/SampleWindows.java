package org.vigie.risk.window;

import org.vigie.risk.Bedside;
import org.vigie.schemas.CleanObservation;
import org.vigie.schemas.Window;

/** Windows as the window step makes them. */
public final class SampleWindows {
    private SampleWindows() {}

    /** The first window of a stay admitted at {@link Bedside#ADMITTED}, from these records. */
    public static Window of(CleanObservation... observations) {
        StayState state = new StayState();
        StayHours hours = new StayHours(state);
        String stay = observations[0].getStay();
        hours.know(new Bedside(stay).admission());
        for (CleanObservation observation : observations) {
            hours.take(observation);
        }
        return NextWindow.of(stay, state).orElseThrow();
    }
}
