package org.vigie.replay.ward;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.InterruptException;
import org.jspecify.annotations.Nullable;
import org.vigie.replay.compare.ReplayComparison;
import org.vigie.replay.engine.RecordedRecord;
import org.vigie.replay.engine.ReplayProgress;
import org.vigie.replay.namespace.NamespaceWriter;
import org.vigie.schemas.serde.AvroSerdes;
import org.vigie.schemas.topic.Topic;
import org.vigie.schemas.topic.TopicCatalogue;

/** Reads the recorded records of a ward, runs its steps on them and writes the results to the namespace of the replay. */
final class ReplayRun {
    private final ReplayRequest request;
    private final ReplayProgress progress;
    private final ReplayPace pace;
    private final AvroSerdes serdes;
    private final Optional<ReplayComparison> comparison;
    private final RecordCodec codec;
    private final LateRecords late;
    private final Instant begun = Instant.now();
    private long read;
    private @Nullable Instant first;
    private @Nullable Instant last;

    ReplayRun(ReplayRequest request, ReplayProgress progress) {
        this.request = request;
        this.progress = progress;
        this.serdes = new AvroSerdes(request.ward().registry());
        this.comparison = Optional.of(request)
                .filter(ReplayRequest::compares)
                .map(each -> new ReplayComparison(each.namespace(), serdes, each.compared()));
        this.codec = new RecordCodec(serdes);
        this.late =
                new LateRecords(request.ward().topics(), codec, request.period().to());
        this.pace = new ReplayPace(request.speed(), InstantSource.system(), ReplayRun::sleepUntil);
    }

    private static void sleepUntil(Instant time) throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(
                Math.max(0, Duration.between(Instant.now(), time).toMillis()));
    }

    /**
     * Runs the replay.
     *
     * @throws org.vigie.platform.topic.TopicUnavailableException when a topic cannot be read
     */
    ReplayResult run() {
        try (var writer = NamespaceWriter.open(request.namespace(), request.ward());
                var reader = request.source().open(request, topics(), serdes)) {
            var written =
                    new WrittenRecords(request.namespace(), request.period().from(), writer::write);
            try (ReplayedWard ward = ward(written)) {
                progress.begin(reader.remaining());
                reader.readAll(record -> take(record, ward));
                ward.finish();
                progress.end(read, ward.beds());
                return result(ward, written);
            }
        }
    }

    private ReplayedWard ward(WrittenRecords written) {
        Consumer<RecordedRecord> output = comparison
                .<Consumer<RecordedRecord>>map(with -> written.andThen(with::takeReplay))
                .orElse(written);
        return new ReplayedWard(
                request.namespace(), serdes, request.steps(), request.selection(), output, request.start());
    }

    private List<Topic<?>> topics() {
        TopicCatalogue topics = request.ward().topics();
        List<Topic<?>> read = new ArrayList<>(read(topics));
        comparison.ifPresent(with -> read.addAll(ReplayComparison.read(topics)));
        return read;
    }

    /** Returns the topics that a replay reads, in the order in which records with one time are taken. */
    static List<Topic<?>> read(TopicCatalogue ward) {
        return List.of(
                ward.staysCurrent(),
                ward.observationsRaw(),
                ward.windowsHourly(),
                ward.scoresSurvival(),
                ward.commandsAlerts(),
                ward.alarmsBedside());
    }

    private void take(ConsumerRecord<byte[], byte[]> consumed, ReplayedWard ward) {
        var record = WardRecord.of(consumed);
        if (!record.at().isBefore(request.period().from())
                && record.at().isBefore(request.period().to())) {
            await(record.at());
        }
        if (request.selection().has(record)) {
            comparison.ifPresent(with -> with.takeWard(record.topic(), record.value(), record.place()));
        }
        late.known(record).ifPresent(ward::take);
        read++;
        progress.show(read, ward.beds());
        if (!record.at().isBefore(request.start())) {
            first = first == null ? record.at() : first;
            last = earlier(record.at(), request.period().to());
        }
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private void await(Instant recorded) {
        try {
            pace.await(recorded);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    private ReplayResult result(ReplayedWard ward, WrittenRecords written) {
        return new ReplayResult(
                request.namespace().name(),
                read,
                ward.unreadable() + codec.unreadable(),
                written.counts(),
                first == null || last == null ? Duration.ZERO : Duration.between(first, last),
                Duration.between(begun, Instant.now()),
                comparison.map(ReplayComparison::result));
    }
}
