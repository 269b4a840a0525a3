package org.vigie.alerts.state;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Stores the state of each stay of one task and, for some minutes, the output of each record.
 *
 * <p>Both are in one store and hence in one partition of its changelog. The output is written first: when a stay's state contains a record,
 * its output is stored too.
 */
public final class AlertStateStore {
    /** Prefix of the key of a record's output. Any other key is a stay. */
    private static final String RECORD = "\u0001";

    private static final String AFTER_RECORDS = "\u0002";

    private final KeyValueStore<String, byte[]> store;
    private final StayOutputFormat format;

    public AlertStateStore(KeyValueStore<String, byte[]> store, StayOutputFormat format) {
        this.store = store;
        this.format = format;
    }

    public StayAlertState stay(String stay) {
        byte[] bytes = store.get(stay);
        return bytes == null ? StayAlertState.of(stay) : StayAlertStateFormat.read(bytes);
    }

    /** Returns the output of {@code record} from its first processing. */
    public StayOutput recall(String record) {
        return Optional.ofNullable(store.get(RECORD + record)).map(format::read).orElse(StayOutput.NOTHING);
    }

    /**
     * Stores the output of a record.
     *
     * @param now wall-clock time in ms since 1970
     */
    public void keep(String record, StayOutput output, long now) {
        if (!output.isNothing()) {
            store.put(RECORD + record, format.write(now, output));
        }
    }

    public void keep(StayAlertState state) {
        store.put(state.stay(), StayAlertStateFormat.write(state));
    }

    /** Deletes the output of {@code record}, if there is one. */
    public void deleteOutput(String record) {
        if (store.get(RECORD + record) != null) {
            store.delete(RECORD + record);
        }
    }

    public void deleteStay(String stay) {
        store.delete(stay);
    }

    public List<String> stays() {
        List<String> stays = new ArrayList<>();
        try (KeyValueIterator<String, byte[]> all = store.range(AFTER_RECORDS, null)) {
            all.forEachRemaining(entry -> stays.add(entry.key));
        }
        return stays;
    }

    /** Deletes the outputs that were stored before {@code before}. */
    public void deleteOutputs(long before) {
        List<String> old = new ArrayList<>();
        try (KeyValueIterator<String, byte[]> all = store.range(RECORD, AFTER_RECORDS)) {
            while (all.hasNext()) {
                KeyValue<String, byte[]> entry = all.next();
                if (StayOutputFormat.at(entry.value) < before) {
                    old.add(entry.key);
                }
            }
        }
        old.forEach(store::delete);
    }
}
