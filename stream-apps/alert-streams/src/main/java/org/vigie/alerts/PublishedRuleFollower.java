package org.vigie.alerts;

import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigie.platform.config.KafkaConnectionConfig;
import org.vigie.platform.monitoring.HealthCheck;
import org.vigie.platform.topic.PartitionFollower;
import org.vigie.platform.topic.TopicReader;
import org.vigie.platform.topic.TopicRecord;
import org.vigie.records.RuleHistory;
import org.vigie.schemas.RulePublication;
import org.vigie.schemas.serde.AvroSerdes;
import org.vigie.signal.alarm.rules.AlarmRuleCatalogue;

/** Follows the alarm rules that are published for the ward. Rules that cannot be read are left out, and those before them stay in force. */
final class PublishedRuleFollower implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PublishedRuleFollower.class);

    private final RuleHistory history;
    private final PartitionFollower follower;

    private PublishedRuleFollower(TopicReader<RulePublication> reader, AlarmRuleCatalogue configured) {
        history = new RuleHistory(configured);
        warnOfMissingMean(configured);
        reader.readToEnd(this::take);
        follower = reader.follow(this::take);
    }

    /**
     * Starts following. It returns once every existing publication is known.
     *
     * @param configured rules that are in force while nothing is published
     */
    static PublishedRuleFollower start(KafkaConnectionConfig kafka, AvroSerdes serdes, AlarmRuleCatalogue configured) {
        return new PublishedRuleFollower(
                TopicReader.fromBeginning(kafka, serdes, kafka.topics().rulesPublished()), configured);
    }

    private void take(TopicRecord<RulePublication> record) {
        if (record.isUnreadable()) {
            LOG.error("{} cannot be read; the alarm rules before it stay in force", record.place());
        }
        record.readableValue().ifPresent(this::take);
    }

    private static void warnOfMissingMean(AlarmRuleCatalogue rules) {
        List<String> profiles = rules.profilesWithoutLowMean();
        if (!profiles.isEmpty()) {
            LOG.warn(
                    "Alarm rules {}: profiles {} alarm on no low mean pressure (map_low), which revision 2 of the cleaning expects to call when it"
                            + " doubts the other pressures; switch map_low on, or set cleaning.revision: 1 of vitals-streams",
                    rules.version(),
                    profiles);
        }
    }

    private void take(RulePublication publication) {
        Optional<String> problem = history.take(publication);
        warnOfMissingMean(history.at(publication.getInForceFrom()));
        problem.ifPresent(text -> LOG.error(
                "Publication {} holds no rules that this release can read; the alarm rules before it stay in force: {}",
                publication.getNumber(),
                text));
        LOG.info(
                "Alarm rules {} (publication {} by {}) are in force from {}",
                history.at(publication.getInForceFrom()).version(),
                publication.getNumber(),
                publication.getAuthor(),
                publication.getInForceFrom());
    }

    RuleHistory history() {
        return history;
    }

    /** Fails when publications are no longer read, so that new rules would not take effect. */
    HealthCheck health() {
        return follower.health();
    }

    @Override
    public void close() {
        follower.close();
    }
}
