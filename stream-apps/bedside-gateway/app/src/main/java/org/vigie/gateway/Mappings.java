package org.vigie.gateway;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
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

    /**
     * A mapping as an integrator made it.
     *
     * @param key of its record
     */
    record Mapped(String key, Mapping mapping, Instant at) {}

    /** Told of each mapping that comes while it runs. */
    @FunctionalInterface
    interface Listener {
        /** @param before what was understood without it */
        void mapped(Mapped mapped, CodeMap before, CodeMap after);
    }

    private final TopicReader<CodeMapping> reader;
    private final Listener listener;
    private final Map<String, Mapped> known = new ConcurrentHashMap<>();
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
        mappings.reader.readAll(mappings::add);
        mappings.thread.start();
        return mappings;
    }

    @Override
    public CodeMap get() {
        return codes;
    }

    /** Every mapping in force. */
    List<Mapped> known() {
        return List.copyOf(known.values());
    }

    /** What is understood without one of them. */
    CodeMap without(Mapped one) {
        return CodeMap.standard()
                .with(known.values().stream()
                        .filter(mapped -> !mapped.equals(one))
                        .sorted(Comparator.comparing(Mapped::at))
                        .map(Mapped::mapping)
                        .toList());
    }

    private void follow() {
        while (!closed) {
            try {
                reader.poll((key, mapped) -> {
                    CodeMap before = codes;
                    add(key, mapped).ifPresent(mapping -> listener.mapped(mapping, before, codes));
                });
            } catch (KafkaException e) {
                LOG.warn("mappings cannot be read: {}", e.getMessage());
            }
        }
        reader.close();
    }

    private Optional<Mapped> add(String key, CodeMapping mapped) {
        if (mapped == null) {
            return Optional.empty();
        }
        try {
            var mapping = new Mapping(mapped.getSource(), mapped.getCode(), mapped.getName(), mapped.getVariable());
            codes = codes.with(List.of(mapping));
            var added = new Mapped(key, mapping, mapped.getMappedAt());
            known.put(key, added);
            return Optional.of(added);
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
