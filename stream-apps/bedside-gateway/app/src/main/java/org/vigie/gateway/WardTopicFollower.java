package org.vigie.gateway;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.apache.avro.specific.SpecificRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigie.gateway.fhir.rest.WardSnapshot;
import org.vigie.platform.config.KafkaConnectionConfig;
import org.vigie.platform.monitoring.HealthCheck;
import org.vigie.platform.topic.PartitionFollower;
import org.vigie.platform.topic.TopicReader;
import org.vigie.platform.topic.TopicRecord;
import org.vigie.schemas.Alert;
import org.vigie.schemas.AlertStateRecord;
import org.vigie.schemas.RiskScore;
import org.vigie.schemas.TriageAssessmentRecord;
import org.vigie.schemas.bed.BedName;
import org.vigie.schemas.serde.AvroSerdes;
import org.vigie.schemas.topic.Topic;

/** Follows the results of the ward on their topics: open alerts, and the newest triage and score of each stay. */
final class WardTopicFollower implements WardSnapshot, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(WardTopicFollower.class);

    private final Map<String, Alert> alerts = new ConcurrentHashMap<>();
    private final Map<String, TriageAssessmentRecord> triage = new ConcurrentHashMap<>();
    private final Map<String, RiskScore> scores = new ConcurrentHashMap<>();
    private final KafkaConnectionConfig kafka;
    private final AvroSerdes serdes;
    private final Deque<PartitionFollower> followers = new ArrayDeque<>();

    private WardTopicFollower(KafkaConnectionConfig kafka, AvroSerdes serdes) {
        this.kafka = kafka;
        this.serdes = serdes;
    }

    static WardTopicFollower start(KafkaConnectionConfig kafka, AvroSerdes serdes) {
        var ward = new WardTopicFollower(kafka, serdes);
        try {
            ward.follow(
                    kafka.topics().alertsCurrent(), ward.alerts, alert -> alert.getState() != AlertStateRecord.CLEARED);
            ward.follow(kafka.topics().triageCurrent(), ward.triage, level -> !BedName.isCanary(level.getBed()));
            ward.follow(kafka.topics().scoresSurvival(), ward.scores, score -> true);
            return ward;
        } catch (RuntimeException e) {
            ward.close();
            throw e;
        }
    }

    @Override
    public Collection<Alert> alerts() {
        return alerts.values();
    }

    @Override
    public Collection<TriageAssessmentRecord> triage() {
        return triage.values();
    }

    @Override
    public Collection<RiskScore> scores() {
        return scores.values();
    }

    /** Returns one check for each topic. */
    List<HealthCheck> health() {
        return followers.stream().map(PartitionFollower::health).toList();
    }

    private <V extends SpecificRecord> void follow(Topic<V> topic, Map<String, V> newest, Predicate<V> isCurrent) {
        followers.push(
                TopicReader.fromBeginning(kafka, serdes, topic).follow(record -> take(record, newest, isCurrent)));
    }

    /** A record that cannot be read leaves the newest value of its key as it was. */
    private static <V> void take(TopicRecord<V> record, Map<String, V> newest, Predicate<V> isCurrent) {
        if (record.isUnreadable()) {
            LOG.warn("{} cannot be read", record.place());
            return;
        }
        record.value()
                .filter(isCurrent)
                .ifPresentOrElse(value -> newest.put(record.key(), value), () -> newest.remove(record.key()));
    }

    @Override
    public void close() {
        followers.forEach(PartitionFollower::close);
    }
}
