package org.vigie.alerts.state;

import java.util.List;
import org.vigie.platform.state.StatePartStore;

/**
 * Stores the state of each stay of one task and, for some minutes, the output of each record.
 *
 * <p>Both are in one store and hence in one partition of its changelog. A record with output is stored at once, its output first: when a
 * stay's state contains a record, its output is stored too. The state after records without output is stored with the next commit. See
 * decision 34.
 */
public final class AlertStateStore {
    /** Prefix of the key of a record's output. Any other key is a stay. */
    private static final String RECORD = "\u0001";

    private static final String AFTER_RECORDS = "\u0002";
    private static final String LAST = "\uffff";

    private final StatePartStore<AlertPart> parts;

    public AlertStateStore(StatePartStore<AlertPart> parts) {
        this.parts = parts;
    }

    static boolean isOutput(String key) {
        return key.startsWith(RECORD);
    }

    /** Returns the state of a stay; a new state for an unknown stay. */
    public StayAlertState stay(String stay) {
        AlertPart part = parts.get(stay);
        return part == null ? StayAlertState.of(stay) : (StayAlertState) part;
    }

    /** Returns the output of {@code record} from its first processing. */
    public StayOutput recall(String record) {
        AlertPart part = parts.get(RECORD + record);
        return part == null ? StayOutput.NOTHING : ((StoredOutput) part).output();
    }

    /**
     * Stores the state after a record, and the output of the record if it has any.
     *
     * @param now wall-clock time in ms since 1970
     */
    public void keep(String record, StayAlertState state, StayOutput output, long now) {
        if (output.isNothing()) {
            keep(state);
        } else {
            parts.putNow(RECORD + record, new StoredOutput(now, output));
            parts.putNow(state.stay(), state);
        }
    }

    /** Stores the state after a record without output. */
    public void keep(StayAlertState state) {
        parts.put(state.stay(), state);
    }

    /** Deletes the output of {@code record}, if there is one. */
    public void deleteOutput(String record) {
        parts.delete(RECORD + record);
    }

    public void deleteStay(String stay) {
        parts.delete(stay);
    }

    /** Returns the stays in their order. */
    public List<String> stays() {
        return parts.keys(AFTER_RECORDS, LAST);
    }

    /** Deletes the outputs that were stored before a wall-clock time in ms since 1970. */
    public void deleteOutputs(long before) {
        for (String key : parts.keys(RECORD)) {
            AlertPart part = parts.get(key);
            if (part instanceof StoredOutput output && output.storedAt() < before) {
                parts.delete(key);
            }
        }
    }
}
