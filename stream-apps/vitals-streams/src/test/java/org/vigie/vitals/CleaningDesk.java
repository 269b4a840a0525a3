package org.vigie.vitals;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.vigie.signal.identify.Identity;

/** The step clean by itself, with a store that holds what it is given. */
final class CleaningDesk {
    private final MockProcessorContext<String, Judged> context = new MockProcessorContext<>();
    private final KeyValueStore<String, byte[]> store = Stores.keyValueStoreBuilder(
                    Stores.inMemoryKeyValueStore(Clean.MEMORY), Serdes.String(), Serdes.ByteArray())
            .withLoggingDisabled()
            .build();
    private final Clean clean = new Clean(MemorySettings.defaults());

    CleaningDesk(Map<String, String> stored) {
        store.init(context.getStateStoreContext(), store);
        stored.forEach((key, value) -> store.put(key, value.getBytes(ISO_8859_1)));
        clean.init(context);
    }

    Judged clean(Raw raw, Identity identity) {
        context.resetForwards();
        clean.process(new Record<>(
                raw.observation().getBed(),
                new Identified(raw, identity),
                raw.publishedAt().toEpochMilli()));
        return context.forwarded().get(0).record().value();
    }

    Map<String, String> stored() {
        Map<String, String> stored = new TreeMap<>();
        try (var entries = store.all()) {
            entries.forEachRemaining(entry -> stored.put(entry.key, new String(entry.value, ISO_8859_1)));
        }
        return stored;
    }
}
