package org.vigie.gateway.codes;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigie.platform.config.KafkaConnectionConfig;
import org.vigie.platform.monitoring.HealthCheck;
import org.vigie.platform.topic.PartitionFollower;
import org.vigie.platform.topic.TopicReader;
import org.vigie.platform.topic.TopicRecord;
import org.vigie.schemas.CodeMapping;
import org.vigie.schemas.serde.AvroSerdes;
import org.vigie.terminology.CodeMap;
import org.vigie.terminology.LocalCodeMapping;

/** Holds the code map with the mappings of integrators, which it follows on {@code codes.mapped}. */
public final class LiveCodeMap implements Supplier<CodeMap>, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LiveCodeMap.class);

    /**
     * Describes a mapping by an integrator.
     *
     * @param key key of its record
     */
    public record IntegratorMapping(String key, LocalCodeMapping mapping, Instant at) {}

    /** Receives each mapping that is added while the gateway runs. */
    @FunctionalInterface
    public interface CodeMappingListener {
        /**
         * Handles a new mapping.
         *
         * @param before the code map without it
         */
        void mapped(IntegratorMapping mapped, CodeMap before, CodeMap after);
    }

    private final CodeMappingListener listener;
    private final Map<String, IntegratorMapping> known = new ConcurrentHashMap<>();
    private volatile CodeMap codes = CodeMap.standard();
    private final PartitionFollower follower;

    private LiveCodeMap(TopicReader<CodeMapping> reader, CodeMappingListener listener) {
        this.listener = listener;
        reader.readToEnd(this::add);
        this.follower = reader.follow(this::follow);
    }

    /** Starts following. Returns once every existing mapping is known. */
    public static LiveCodeMap start(KafkaConnectionConfig kafka, AvroSerdes serdes, CodeMappingListener listener) {
        return new LiveCodeMap(
                TopicReader.fromBeginning(kafka, serdes, kafka.topics().codesMapped()), listener);
    }

    @Override
    public CodeMap get() {
        return codes;
    }

    /** Returns every mapping in force. */
    public List<IntegratorMapping> known() {
        return List.copyOf(known.values());
    }

    /** Returns the code map without one mapping. */
    public CodeMap without(IntegratorMapping one) {
        return CodeMap.standard()
                .with(known.values().stream()
                        .filter(mapped -> !mapped.equals(one))
                        .sorted(Comparator.comparing(IntegratorMapping::at))
                        .map(IntegratorMapping::mapping)
                        .toList());
    }

    private void follow(TopicRecord<CodeMapping> record) {
        CodeMap before = codes;
        add(record).ifPresent(mapping -> listener.mapped(mapping, before, codes));
    }

    private Optional<IntegratorMapping> add(TopicRecord<CodeMapping> record) {
        if (record.isUnreadable()) {
            LOG.warn("{} cannot be read", record.place());
        }
        return record.readableValue().flatMap(mapped -> add(record.key(), mapped));
    }

    private Optional<IntegratorMapping> add(String key, CodeMapping mapped) {
        try {
            var mapping =
                    new LocalCodeMapping(mapped.getSource(), mapped.getCode(), mapped.getName(), mapped.getVariable());
            codes = codes.with(List.of(mapping));
            var added = new IntegratorMapping(key, mapping, mapped.getMappedAt());
            known.put(key, added);
            return Optional.of(added);
        } catch (IllegalArgumentException e) {
            LOG.warn("a mapping is of no use: {}", e.getMessage());
            return Optional.empty();
        }
    }

    public HealthCheck health() {
        return follower.health();
    }

    @Override
    public void close() {
        follower.close();
    }
}
