package org.vigie.station.read;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.TopicPartition;
import org.vigie.platform.config.KafkaConnectionConfig;
import org.vigie.schemas.topic.TopicCatalogue;

/**
 * Holds the offsets at which the two readers of the station begin.
 *
 * @param presentFrom where the reader of the present begins
 * @param pastFrom where the reader of the trends begins
 * @param pastUntil where the reader of the trends ends: the present reader has begun there
 */
public record StationStartOffsets(
        Map<TopicPartition, Long> presentFrom,
        Map<TopicPartition, Long> pastFrom,
        Map<TopicPartition, Long> pastUntil) {
    private static final Duration PRESENT = Duration.ofMinutes(2);
    private static final Duration WINDOWS = Duration.ofHours(2);
    /**
     * How far back levels are read. Each level is sent at least once a minute, and the answer to a canary each second: the whole topic would
     * be millions of records.
     */
    public static final Duration LEVELS = Duration.ofHours(6);

    private static final Duration ACCESSES = Duration.ofDays(7);
    private static final Duration DAY = Duration.ofDays(1);

    public StationStartOffsets {
        presentFrom = Map.copyOf(presentFrom);
        pastFrom = Map.copyOf(pastFrom);
        pastUntil = Map.copyOf(pastUntil);
    }

    /**
     * Asks the broker.
     *
     * @param history how far back trends are rebuilt
     * @param ledger returns how far back the ledger is read; called once the topics are known to exist
     */
    public static StationStartOffsets find(KafkaConnectionConfig kafka, Duration history, Supplier<Duration> ledger) {
        TopicCatalogue topics = kafka.topics();
        try (Admin admin = admin(kafka)) {
            var offsets = new TopicStartOffsets(admin);
            Map<TopicPartition, Long> until = observations(offsets, topics, PRESENT);
            Map<TopicPartition, Long> present = new HashMap<>(until);
            present.putAll(states(offsets, topics));
            present.putAll(offsets.newest(topics.alertsLedger(), ledger.get()));
            present.putAll(offsets.newest(topics.triageCurrent(), LEVELS));
            present.putAll(offsets.newest(topics.alarmsBedside(), DAY));
            present.putAll(offsets.newest(topics.scoresSurvival(), DAY));
            present.putAll(offsets.newest(topics.windowsHourly(), WINDOWS));
            present.putAll(offsets.newest(topics.recordsQuarantined(), DAY));
            present.putAll(offsets.newest(topics.auditEvents(), ACCESSES));
            return new StationStartOffsets(present, observations(offsets, topics, history), until);
        }
    }

    /**
     * Asks the broker for the topics that the namespace of a replay has.
     *
     * @param history how far back trends are rebuilt
     */
    public static StationStartOffsets ofReplay(KafkaConnectionConfig kafka, Duration history) {
        TopicCatalogue topics = kafka.topics();
        try (Admin admin = admin(kafka)) {
            var offsets = new TopicStartOffsets(admin);
            Map<TopicPartition, Long> until = observations(offsets, topics, PRESENT);
            Map<TopicPartition, Long> present = new HashMap<>(until);
            present.putAll(offsets.beginning(topics.staysCurrent()));
            present.putAll(offsets.beginning(topics.alertsCurrent()));
            present.putAll(offsets.beginning(topics.triageCurrent()));
            present.putAll(offsets.beginning(topics.alertsLedger()));
            present.putAll(offsets.beginning(topics.rulesPublished()));
            present.putAll(offsets.beginning(topics.replayStatus()));
            present.putAll(offsets.newest(topics.scoresSurvival(), DAY));
            present.putAll(offsets.newest(topics.windowsHourly(), WINDOWS));
            return new StationStartOffsets(present, observations(offsets, topics, history), until);
        }
    }

    private static Map<TopicPartition, Long> observations(
            TopicStartOffsets offsets, TopicCatalogue topics, Duration span) {
        Map<TopicPartition, Long> from = new HashMap<>(offsets.newest(topics.observationsClean(), span));
        from.putAll(offsets.newest(topics.observationsRejected(), span));
        return from;
    }

    /** Topics that hold the newest state of each key are read from their beginning. */
    private static Map<TopicPartition, Long> states(TopicStartOffsets offsets, TopicCatalogue topics) {
        Map<TopicPartition, Long> from = new HashMap<>(offsets.beginning(topics.staysCurrent()));
        from.putAll(offsets.beginning(topics.alertsCurrent()));
        from.putAll(offsets.beginning(topics.notificationsStatus()));
        from.putAll(offsets.beginning(topics.notificationsDeliveries()));
        from.putAll(offsets.beginning(topics.alarmsLoad()));
        from.putAll(offsets.beginning(topics.rulesPublished()));
        from.putAll(offsets.beginning(topics.readingsCounted()));
        return from;
    }

    private static Admin admin(KafkaConnectionConfig kafka) {
        return Admin.create(kafka.clientSettings(Map.of(
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) TimeUnit.SECONDS.toMillis(15),
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) TimeUnit.SECONDS.toMillis(10))));
    }
}
