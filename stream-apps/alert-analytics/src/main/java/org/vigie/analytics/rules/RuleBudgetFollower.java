package org.vigie.analytics.rules;

import java.time.InstantSource;
import java.util.List;
import org.vigie.access.AuditTrail;
import org.vigie.access.audit.KafkaAuditTrail;
import org.vigie.platform.config.KafkaConnectionConfig;
import org.vigie.platform.monitoring.HealthCheck;
import org.vigie.platform.topic.PartitionFollower;
import org.vigie.platform.topic.TopicReader;
import org.vigie.records.RuleHistory;
import org.vigie.schemas.RulePublication;
import org.vigie.schemas.serde.AvroSerdes;
import org.vigie.signal.alarm.rules.AlarmRuleCatalogue;

/** Follows the published rules and the alarms of the ward for a {@link RuleBudgetWatch}. */
public final class RuleBudgetFollower implements AutoCloseable {
    private final RulePublisher publisher;
    private final AuditTrail audit;
    private final PartitionFollower rules;
    private final PartitionFollower alarms;

    private RuleBudgetFollower(
            RulePublisher publisher, AuditTrail audit, PartitionFollower rules, PartitionFollower alarms) {
        this.publisher = publisher;
        this.audit = audit;
        this.rules = rules;
        this.alarms = alarms;
    }

    /** Starts following. It returns once every existing publication is known, so that each alarm is counted under its rules. */
    public static RuleBudgetFollower start(KafkaConnectionConfig kafka, AvroSerdes serdes) {
        var publisher = RulePublisher.open(kafka, serdes);
        var audit = KafkaAuditTrail.open(kafka, serdes, RuleBudgetWatch.AUTHOR, InstantSource.system());
        var watch = new RuleBudgetWatch(
                new RuleHistory(AlarmRuleCatalogue.adultIcu()),
                new AuditedRollback(publisher::publish, audit),
                InstantSource.system());
        TopicReader<RulePublication> rules =
                TopicReader.fromBeginning(kafka, serdes, kafka.topics().rulesPublished());
        rules.readToEnd(record -> record.readableValue().ifPresent(watch::take));
        var alarms = TopicReader.fromBeginning(kafka, serdes, kafka.topics().alarmsEpisodes());
        return new RuleBudgetFollower(
                publisher,
                audit,
                rules.follow(record -> record.readableValue().ifPresent(watch::take)),
                alarms.follow(record -> record.readableValue().ifPresent(watch::take)));
    }

    /** Fails when publications or alarms are no longer read, so that no rules would be rolled back. */
    public List<HealthCheck> health() {
        return List.of(rules.health(), alarms.health());
    }

    @Override
    public void close() {
        rules.close();
        alarms.close();
        publisher.close();
        audit.close();
    }
}
