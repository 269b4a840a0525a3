package org.vigie.gateway;

import java.util.List;
import java.util.function.Supplier;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigie.gateway.codes.CodeMap;
import org.vigie.gateway.codes.Mapping;
import org.vigie.runtime.KafkaSettings;
import org.vigie.schemas.CodeMapping;
import org.vigie.schemas.serde.AvroSerdes;

/** The code map with what integrators mapped, as soon as they mapped it. */
final class Mappings implements Supplier<CodeMap>, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Mappings.class);

    private final TopicReader<CodeMapping> reader;
    private final Thread thread = new Thread(this::follow, "code-mappings");
    private volatile CodeMap codes = CodeMap.standard();
    private volatile boolean closed;

    private Mappings(TopicReader<CodeMapping> reader) {
        this.reader = reader;
    }

    /** Returns once every mapping that is there is known. */
    static Mappings start(KafkaSettings kafka, AvroSerdes serdes) {
        var mappings =
                new Mappings(new TopicReader<>(kafka, serdes, kafka.topics().codesMapped()));
        mappings.reader.readAll(mappings::add);
        mappings.thread.start();
        return mappings;
    }

    @Override
    public CodeMap get() {
        return codes;
    }

    private void follow() {
        while (!closed) {
            try {
                reader.poll(this::add);
            } catch (KafkaException e) {
                LOG.warn("mappings cannot be read: {}", e.getMessage());
            }
        }
        reader.close();
    }

    private void add(String key, CodeMapping mapped) {
        if (mapped == null) {
            return;
        }
        try {
            codes = codes.with(
                    List.of(new Mapping(mapped.getSource(), mapped.getCode(), mapped.getName(), mapped.getVariable())));
        } catch (IllegalArgumentException e) {
            LOG.warn("a mapping is of no use: {}", e.getMessage());
        }
    }

    @Override
    public void close() {
        closed = true;
        try {
            thread.join(2_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
