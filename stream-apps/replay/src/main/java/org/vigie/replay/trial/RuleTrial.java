package org.vigie.replay.trial;

import io.confluent.kafka.schemaregistry.client.MockSchemaRegistryClient;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.vigie.analytics.AlarmReportBuilder;
import org.vigie.platform.topic.TimeOrderedReader;
import org.vigie.platform.topic.TopicReader;
import org.vigie.replay.engine.ReplayProgress;
import org.vigie.schemas.BedStays;
import org.vigie.schemas.serde.AvroSerdes;
import org.vigie.schemas.topic.Topic;
import org.vigie.schemas.topic.TopicCatalogue;

/**
 * Evaluates the recorded clean stream of a period with two rule sets. It reads the live topics and writes to none: its alarms exist in
 * memory only.
 */
final class RuleTrial {
    /** After so many records the progress is shown. */
    private static final int SHOW_EVERY = 1_000;

    private final RuleTrialRequest request;
    private final TopicCatalogue topics;
    private final AvroSerdes own = new AvroSerdes(new MockSchemaRegistryClient());
    private final AvroSerdes live;
    private final Map<String, BedStays> beds = new HashMap<>();
    private final RecordedTrends trends;
    private long records;

    RuleTrial(RuleTrialRequest request) {
        this.request = request;
        this.topics = request.kafka().topics();
        this.live = new AvroSerdes(request.kafka().registry());
        this.trends = new RecordedTrends(request.period());
    }

    /**
     * Runs the trial.
     *
     * @throws org.vigie.platform.topic.TopicUnavailableException when a topic cannot be read
     */
    RuleTrialResult run(ReplayProgress progress) {
        var transcoder = new RecordTranscoder(live, own);
        transcoder.add(topics.staysCurrent(), bed -> beds.put(bed.getBed(), bed));
        transcoder.add(topics.observationsClean(), trends::take);
        transcoder.add(List.of(
                topics.observationsRejected(),
                topics.scoresSurvival(),
                topics.commandsAlerts(),
                topics.alarmsBedside()));
        try (var both = replays();
                var reader = TimeOrderedReader.open(request.kafka(), inputs(), request.read())) {
            progress.begin(reader.remaining());
            progress.warnOfCut(reader.cut());
            reader.readAll(record -> evaluate(record, transcoder, both, progress));
            both.finish();
            progress.end(records, beds.size());
            return result(both.current(), both.tried(), transcoder.unreadable());
        }
    }

    private ComparedReplays replays() {
        return new ComparedReplays(
                topics,
                own,
                request.current(),
                request.tried(),
                request.watch(),
                request.read().from());
    }

    /** Returns what alert-streams reads, stays first. */
    private List<Topic<?>> inputs() {
        return List.of(
                topics.staysCurrent(),
                topics.observationsClean(),
                topics.observationsRejected(),
                topics.scoresSurvival(),
                topics.commandsAlerts(),
                topics.alarmsBedside());
    }

    private void evaluate(
            ConsumerRecord<byte[], byte[]> record,
            RecordTranscoder transcoder,
            ComparedReplays both,
            ReplayProgress progress) {
        transcoder.transcode(record).ifPresent(both::take);
        records++;
        if (records % SHOW_EVERY == 0) {
            progress.show(records, beds.size());
        }
    }

    private RuleTrialResult result(AlarmReportBuilder current, AlarmReportBuilder tried, long unreadable) {
        var judged = new AlarmReportBuilder();
        try (var ledger = TopicReader.fromBeginning(request.kafka(), live, topics.alertsLedger())) {
            ledger.readToEnd(entry -> entry.readableValue().ifPresent(judged::take));
        }
        return RuleTrialResult.of(
                request.since(trends.firstTaken()),
                request.period().from(),
                current,
                tried,
                judged.episodes(),
                beds.values(),
                trends,
                records,
                unreadable);
    }
}
