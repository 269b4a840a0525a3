package org.vigie.signal.clean;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.vigie.schemas.variable.VariableCatalogue;

/**
 * Holds the newest values of one message of a monitor by variable, so that rules can compare its sensors. A variable with two sources in
 * the message is left out, because it is not known which one belongs to the other sensors.
 *
 * @param updates update of the only source of each variable
 */
record MonitoredMessage(Map<String, ChannelUpdate> updates) {
    private static final Duration LATELY = Duration.ofSeconds(10);

    static MonitoredMessage of(Collection<ChannelUpdate> updates) {
        Map<String, ChannelUpdate> single = new HashMap<>();
        Set<String> several = new HashSet<>();
        for (ChannelUpdate update : updates) {
            if (single.put(update.variable().name(), update) != null) {
                several.add(update.variable().name());
            }
        }
        single.keySet().removeAll(several);
        return new MonitoredMessage(single);
    }

    /** Returns the value of a variable in the catalogue's unit; NaN when the message does not hold it. */
    double value(String variable) {
        ChannelUpdate update = updates.get(variable);
        return update == null ? Double.NaN : update.value();
    }

    /** Returns true when a value has been exactly equal for ten seconds. */
    boolean isStill(String variable) {
        ChannelUpdate update = updates.get(variable);
        return update != null && update.after().isStill(LATELY);
    }

    /** Returns true when a value is within its alarm limits and has changed in the last ten seconds, so that no device repeats it. */
    boolean isLivelyAndNormal(String variable) {
        return updates.containsKey(variable)
                && !isStill(variable)
                && FlatLineState.looksNormal(VariableCatalogue.standard().get(variable), value(variable));
    }

    /** Returns true when a value is the highest that is possible. */
    boolean isAtEndOfRange(String variable) {
        return value(variable)
                >= VariableCatalogue.standard().get(variable).hard().high();
    }
}
