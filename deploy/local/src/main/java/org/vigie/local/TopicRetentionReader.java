package org.vigie.local;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.vigie.platform.config.KafkaConnectionConfig;
import org.vigie.schemas.topic.Topic;

/**
 * Asks a broker how long it keeps each topic of the catalogue, and how old the oldest record of each is.
 *
 * @param now when it is asked
 */
record TopicRetentionReader(KafkaConnectionConfig kafka, Instant now) {
    /** Returns an answer for each topic of the catalogue, in its order. */
    List<TopicRetention> read() throws ExecutionException, InterruptedException {
        try (Admin admin = Admin.create(kafka.clientSettings(Map.of()))) {
            Set<String> listed = admin.listTopics().names().get();
            List<String> present = kafka.topics().all().stream()
                    .map(Topic::name)
                    .filter(listed::contains)
                    .toList();
            Map<String, Config> configured = configured(admin, present);
            Map<String, Instant> oldest = new OldestRecords(kafka).of(present);
            return kafka.topics().all().stream()
                    .map(Topic::name)
                    .map(name -> judged(name, configured, Optional.ofNullable(oldest.get(name))))
                    .toList();
        }
    }

    private TopicRetention judged(String topic, Map<String, Config> configured, Optional<Instant> oldest) {
        Config config = configured.get(topic);
        if (config == null) {
            return TopicRetention.missing(topic);
        }
        if (!value(config, TopicConfig.CLEANUP_POLICY_CONFIG).contains(TopicConfig.CLEANUP_POLICY_DELETE)) {
            return new TopicRetention(topic, Optional.empty(), oldest, RetentionVerdict.NEWEST_OF_EACH_KEY);
        }
        Duration kept = millis(config, TopicConfig.RETENTION_MS_CONFIG);
        Duration segment = millis(config, TopicConfig.SEGMENT_MS_CONFIG);
        return new TopicRetention(topic, Optional.of(kept), oldest, RetentionVerdict.of(kept, segment, oldest, now));
    }

    private static Map<String, Config> configured(Admin admin, List<String> topics)
            throws ExecutionException, InterruptedException {
        List<ConfigResource> resources = topics.stream()
                .map(topic -> new ConfigResource(ConfigResource.Type.TOPIC, topic))
                .toList();
        Map<String, Config> configured = new HashMap<>();
        admin.describeConfigs(resources).all().get().forEach((topic, config) -> configured.put(topic.name(), config));
        return configured;
    }

    private static Duration millis(Config config, String name) {
        return Duration.ofMillis(Long.parseLong(value(config, name)));
    }

    private static String value(Config config, String name) {
        return config.get(name).value();
    }
}
