package org.vigie.station.past;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.vigie.platform.config.KafkaConnectionConfig;
import org.vigie.platform.topic.PartitionPeriod;
import org.vigie.platform.topic.TimeOrderedReader;
import org.vigie.schemas.serde.AvroSerdes;
import org.vigie.schemas.topic.Topic;
import org.vigie.schemas.topic.TopicCatalogue;
import org.vigie.station.health.BedWatchdog;
import org.vigie.station.read.LedgerReadSpan;
import org.vigie.station.read.RecordDispatcher;
import org.vigie.station.trend.LimitInForceSnapshot;
import org.vigie.station.trend.TrendSnapshot;
import org.vigie.station.ward.BedSnapshot;
import org.vigie.station.ward.StationWardSnapshot;
import org.vigie.station.ward.WardView;
import org.vigie.station.ward.WardViewConfig;

/**
 * Reads the ward as it was at an earlier time. It gives the records that the broker had taken until then to a view of the ward of its own,
 * in their order, and writes nothing.
 */
public final class PastWardReader {
    /** Time after the earlier time in which changes of the ward are searched. */
    private static final Duration CHANGES = Duration.ofHours(6);

    private final KafkaConnectionConfig kafka;
    private final AvroSerdes serdes;
    private final TopicCatalogue topics;
    private final WardViewConfig settings;
    private final List<String> fixedBeds;
    private final double speed;
    private final Duration history;

    /**
     * @param fixedBeds beds whose places are given; others follow
     * @param speed seconds of the ward per second of the wall, at most
     * @param history how far back values and trends are read before the situation
     */
    public PastWardReader(
            KafkaConnectionConfig kafka,
            AvroSerdes serdes,
            WardViewConfig settings,
            List<String> fixedBeds,
            double speed,
            Duration history) {
        this.kafka = kafka;
        this.serdes = serdes;
        this.topics = kafka.topics();
        this.settings = settings;
        this.fixedBeds = List.copyOf(fixedBeds);
        this.speed = speed;
        this.history = history;
    }

    /**
     * Reads a situation.
     *
     * @param at append time: records that the broker took before it are in the situation
     * @param now the present
     * @param deadline until when it is read
     * @throws IllegalArgumentException when the topics hold no observation of the time before it
     * @throws PastWardTimeoutException when the deadline is past
     * @throws org.vigie.platform.topic.TopicUnavailableException when a topic cannot be read
     */
    public PastWardSnapshot read(Instant at, Instant now, ReadDeadline deadline) {
        var ward = new WardView(settings, fixedBeds, speed, at.minus(history));
        Duration ledger = LedgerReadSpan.read(kafka, serdes, at).before(at);
        long records = feed(ward, new PartitionPeriod(Instant.EPOCH, at), List.of(topics.rulesPublished()), deadline);
        records += feed(ward, new PartitionPeriod(at.minus(ledger), at), List.of(topics.alertsLedger()), deadline);
        records += feed(ward, new PartitionPeriod(at.minus(history), at), recorded(), deadline);
        if (ward.clock(at).lastInputAt() == null) {
            throw new IllegalArgumentException("at: the topics hold no observation of the " + history + " before " + at
                    + "; a later time, or a longer --history, was expected");
        }
        // A live page removes what is over from its picture again and again.
        ward.changes(at, Duration.ZERO);
        ward.forget(at);
        return snapshot(ward, records, at, now, deadline);
    }

    private long feed(WardView ward, PartitionPeriod period, List<Topic<?>> read, ReadDeadline deadline) {
        var dispatcher =
                new RecordDispatcher(ward, BedWatchdog.ofReadPartitions(period.from()), entry -> {}, topics, serdes);
        try (var reader = TimeOrderedReader.open(kafka, read, period)) {
            long[] records = {0};
            reader.readAll(record -> {
                deadline.check();
                dispatcher.dispatch(record);
                records[0]++;
            });
            return records[0];
        }
    }

    /** Returns what the station reads beside the ledger, stays first. */
    private List<Topic<?>> recorded() {
        return List.of(
                topics.staysCurrent(),
                topics.observationsClean(),
                topics.observationsRejected(),
                topics.recordsQuarantined(),
                topics.readingsCounted(),
                topics.windowsHourly(),
                topics.scoresSurvival(),
                topics.alarmsBedside(),
                topics.alertsCurrent(),
                topics.triageCurrent(),
                topics.notificationsDeliveries(),
                topics.notificationsStatus(),
                topics.alarmsLoad());
    }

    private PastWardSnapshot snapshot(WardView ward, long records, Instant at, Instant now, ReadDeadline deadline) {
        StationWardSnapshot situation = ward.snapshot(at);
        Instant until = now.isBefore(at.plus(CHANGES)) ? now : at.plus(CHANGES);
        var past = new PastSituation(
                at.toEpochMilli(),
                now.toEpochMilli(),
                records,
                situation.rules().version(),
                limits(ward, situation.beds(), at),
                new LaterChangeReader(kafka, serdes, deadline)
                        .read(new LaterChanges(situation.beds(), ward.now(at)), at, until),
                until.toEpochMilli());
        return new PastWardSnapshot(situation, past);
    }

    private static Map<String, List<LimitInForceSnapshot>> limits(WardView ward, List<BedSnapshot> beds, Instant at) {
        Map<String, List<LimitInForceSnapshot>> limits = new TreeMap<>();
        beds.forEach(bed ->
                ward.trend(bed.bed(), 1, at).map(TrendSnapshot::limits).ifPresent(each -> limits.put(bed.bed(), each)));
        return limits;
    }
}
