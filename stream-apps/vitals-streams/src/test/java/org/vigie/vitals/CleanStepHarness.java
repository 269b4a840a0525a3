package org.vigie.vitals;

import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.vigie.signal.identify.StayAssignment;

/** Runs the step clean alone. Its store can be restored from a prefix of another run's writes, and it records each write. */
final class CleanStepHarness {
    private final MockProcessorContext<String, JudgedObservation> context = new MockProcessorContext<>();
    private final KeyValueStore<String, byte[]> store = Stores.keyValueStoreBuilder(
                    Stores.inMemoryKeyValueStore(CleanStep.MEMORY), Serdes.String(), Serdes.ByteArray())
            .withLoggingDisabled()
            .build();
    private final List<StoreWrite> writes = new ArrayList<>();
    private final CleanStep cleanStep = new CleanStep(CleaningMemoryConfig.defaults());

    /** One record of the changelog. */
    record StoreWrite(String key, byte[] value) {}

    CleanStepHarness(List<StoreWrite> restored) {
        store.init(context.getStateStoreContext(), noting(store));
        restored.forEach(write -> store.put(write.key(), write.value()));
        cleanStep.init(context);
    }

    JudgedObservation clean(RawObservation raw, StayAssignment assignment) {
        context.resetForwards();
        cleanStep.process(new Record<>(
                raw.observation().getBed(),
                new IdentifiedObservation(raw, assignment),
                raw.publishedAt().toEpochMilli()));
        return context.forwarded().get(0).record().value();
    }

    /** Returns all writes since the start, the oldest first. */
    List<StoreWrite> writes() {
        return List.copyOf(writes);
    }

    /** Returns the content of the store, one character per byte. */
    Map<String, String> stored() {
        Map<String, String> stored = new TreeMap<>();
        try (var entries = store.all()) {
            entries.forEachRemaining(
                    entry -> stored.put(entry.key, new String(entry.value, StandardCharsets.ISO_8859_1)));
        }
        return stored;
    }

    @SuppressWarnings("unchecked")
    private KeyValueStore<String, byte[]> noting(KeyValueStore<String, byte[]> inner) {
        return (KeyValueStore<String, byte[]>) Proxy.newProxyInstance(
                CleanStepHarness.class.getClassLoader(),
                new Class<?>[] {KeyValueStore.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("put")) {
                        writes.add(new StoreWrite((String) arguments[0], (byte[]) arguments[1]));
                    }
                    return method.invoke(inner, arguments);
                });
    }
}
