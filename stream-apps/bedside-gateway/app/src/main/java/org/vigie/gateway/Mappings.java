package org.vigie.gateway;

import java.util.List;
import java.util.Optional;
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

    /** Told of each mapping that comes while it runs. */
    @FunctionalInterface
    interface Listener {
        /** @param before what was understood without it */
        void mapped(Mapping mapping, CodeMap before, CodeMap after);
    }

    private final TopicReader<CodeMapping> reader;
    private final Listener listener;
    private final Thread thread = new Thread(this::follow, "code-mappings");
    private volatile CodeMap codes = CodeMap.standard();
    private volatile boolean closed;

    private Mappings(TopicReader<CodeMapping> reader, Listener listener) {
        this.reader = reader;
        this.listener = listener;
    }

    /** Returns once every mapping that is there is known. */
    static Mappings start(KafkaSettings kafka, AvroSerdes serdes, Listener listener) {
        var mappings =
                new Mappings(new TopicReader<>(kafka, serdes, kafka.topics().codesMapped()), listener);
        mappings.reader.readAll((key, mapped) -> mappings.add(mapped));
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
                reader.poll((key, mapped) -> {
                    CodeMap before = codes;
                    add(mapped).ifPresent(mapping -> listener.mapped(mapping, before, codes));
                });
            } catch (KafkaException e) {
                LOG.warn("mappings cannot be read: {}", e.getMessage());
            }
        }
        reader.close();
    }

    private Optional<Mapping> add(CodeMapping mapped) {
        if (mapped == null) {
            return Optional.empty();
        }
        try {
            var mapping = new Mapping(mapped.getSource(), mapped.getCode(), mapped.getName(), mapped.getVariable());
            codes = codes.with(List.of(mapping));
            return Optional.of(mapping);
        } catch (IllegalArgumentException e) {
            LOG.warn("a mapping is of no use: {}", e.getMessage());
            return Optional.empty();
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
