package org.vigie.alerts;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * The store of one task: a memory per stay, and for some minutes what each record brought about. Both lie in one store, hence in one
 * partition of its changelog, and the outcome is written first: a memory that knows a record always finds its outcome.
 */
final class AlertStateStore {
    /** A key that begins so is a record's, any other a stay's. */
    private static final String RECORD = "\u0001";

    private static final String AFTER_RECORDS = "\u0002";

    private final KeyValueStore<String, byte[]> store;
    private final StayOutputFormat outcomes;

    AlertStateStore(KeyValueStore<String, byte[]> store, StayOutputFormat outcomes) {
        this.store = store;
        this.outcomes = outcomes;
    }

    StayAlertState stay(String stay) {
        byte[] bytes = store.get(stay);
        return bytes == null ? StayAlertState.of(stay) : StayAlertStateFormat.read(bytes);
    }

    /** What {@code record} brought about when it was first processed. */
    StayOutput recall(String record) {
        return Optional.ofNullable(store.get(RECORD + record))
                .map(outcomes::read)
                .orElse(StayOutput.NOTHING);
    }

    /** @param now wall-clock time in ms since 1970 */
    void keep(String record, StayOutput output, long now) {
        if (!output.isNothing()) {
            store.put(RECORD + record, outcomes.write(now, output));
        }
    }

    void keep(StayAlertState memory) {
        store.put(memory.watch().stay(), StayAlertStateFormat.write(memory));
    }

    /** Forgets what happened at {@code record}, if anything did. */
    void forget(String record) {
        if (store.get(RECORD + record) != null) {
            store.delete(RECORD + record);
        }
    }

    void forgetStay(String stay) {
        store.delete(stay);
    }

    List<String> stays() {
        List<String> stays = new ArrayList<>();
        try (KeyValueIterator<String, byte[]> all = store.range(AFTER_RECORDS, null)) {
            all.forEachRemaining(entry -> stays.add(entry.key));
        }
        return stays;
    }

    /** Forgets the outcomes that were kept before {@code before}. */
    void forgetOutcomes(long before) {
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
