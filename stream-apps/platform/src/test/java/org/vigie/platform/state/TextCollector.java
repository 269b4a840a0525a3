package org.vigie.platform.state;

import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** Appends each text to the text of its key, and forwards the whole. */
final class TextCollector implements Processor<String, String, String, String> {
    static final String INPUT = "texts";
    static final String OUTPUT = "wholes";
    static final String STORE = "memory";

    private ProcessorContext<String, String> context;
    private StatePartStore<String> store;

    static Topology topology(StatePartStoreBuilder<String> store) {
        return topology(store, INPUT, OUTPUT);
    }

    static Topology topology(StatePartStoreBuilder<String> store, String input, String output) {
        var strings = Serdes.String();
        return new Topology()
                .addSource("source", strings.deserializer(), strings.deserializer(), input)
                .addProcessor("collect", TextCollector::new, "source")
                .addStateStore(store, "collect")
                .addSink("sink", output, strings.serializer(), strings.serializer(), "collect");
    }

    @Override
    public void init(ProcessorContext<String, String> context) {
        this.context = context;
        this.store = context.getStateStore(STORE);
    }

    @Override
    public void process(Record<String, String> record) {
        String before = store.get(record.key());
        String whole = before == null ? record.value() : before + " " + record.value();
        store.put(record.key(), whole);
        context.forward(record.withValue(whole));
    }
}
