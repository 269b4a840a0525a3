package org.vigie.station.past;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.vigie.platform.config.KafkaConnectionConfig;
import org.vigie.platform.progress.ReadHorizon;
import org.vigie.platform.topic.PartitionPeriod;
import org.vigie.platform.topic.TopicPeriod;
import org.vigie.schemas.serde.AvroSerdes;
import org.vigie.schemas.topic.TopicCatalogue;
import org.vigie.station.health.BedWatchdog;
import org.vigie.station.past.SituationRecordReader.ReadRecords;
import org.vigie.station.read.LedgerReadSpan;
import org.vigie.station.read.RecordDispatcher;
import org.vigie.station.ward.StationWardSnapshot;
import org.vigie.station.ward.WardView;

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
    private final PastWardConfig config;

    public PastWardReader(KafkaConnectionConfig kafka, AvroSerdes serdes, PastWardConfig config) {
        this.kafka = kafka;
        this.serdes = serdes;
        this.topics = kafka.topics();
        this.config = config;
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
        if (config.history().isZero()) {
            throw new IllegalArgumentException("history: must be longer than PT0S to read an earlier time, was PT0S");
        }
        Instant from = at.minus(config.history());
        var ward = new WardView(config.settings(), config.fixedBeds(), config.speed(), from);
        // How far the apps had read at that time stands in no topic; their canaries do.
        var beds = new BedWatchdog(ReadHorizon.NOW, config.watch(), from);
        ReadRecords read = feed(new RecordDispatcher(ward, beds, entry -> {}, topics, serdes), from, at, deadline);
        if (ward.clock(at).lastInputAt() == null) {
            throw new IllegalArgumentException("at: the topics hold no observation of the " + config.history()
                    + " before " + at + "; a later time, or a longer --history, was expected");
        }
        // A live page removes what is over from its picture again and again.
        ward.changes(at, Duration.ZERO);
        ward.forget(at);
        var unwatched = beds.unwatched(ward.occupiedBeds(at), at);
        return new PastWardSnapshot(ward.snapshot(at), unwatched, situation(ward, read, at, now, deadline));
    }

    private ReadRecords feed(RecordDispatcher ward, Instant from, Instant at, ReadDeadline deadline) {
        var reader = new SituationRecordReader(kafka, deadline);
        var ledger = new LedgerReadSpan();
        var whole = new PartitionPeriod(Instant.EPOCH, at);
        reader.readAll(TopicPeriod.of(List.of(topics.staysCurrent()), whole), ledger.taking(topics, serdes));
        var periods = new SituationPeriods(topics, new PartitionPeriod(from, at));
        var states = new StatesBefore(periods.replaced(), from);
        return reader.readStates(periods.all(ledger.before(at)), states, ward::dispatch);
    }

    private PastSituation situation(WardView ward, ReadRecords read, Instant at, Instant now, ReadDeadline deadline) {
        StationWardSnapshot shown = ward.snapshot(at);
        Instant until = now.isBefore(at.plus(CHANGES)) ? now : at.plus(CHANGES);
        return new PastSituation(
                at.toEpochMilli(),
                now.toEpochMilli(),
                read.records(),
                shown.rules().version(),
                PastLimits.of(ward, shown.beds()),
                new LaterChangeReader(new SituationRecordReader(kafka, deadline), serdes)
                        .read(new LaterChanges(shown.beds(), ward.now(at)), at, until),
                until.toEpochMilli(),
                // Every bed and the canaries write there each minute; the first record left of a rare one says nothing.
                read.heldAfter(at.minus(config.history()), topics.observationsClean())
                        .map(Instant::toEpochMilli)
                        .orElse(null));
    }
}
