package org.vigie.replay.ward;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.vigie.replay.compare.ReplayComparison;
import org.vigie.replay.control.ReplayPace;
import org.vigie.replay.control.ReplaySession;
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
    }

    /**
     * Runs the replay.
     *
     * @throws org.vigie.platform.topic.TopicUnavailableException when a topic cannot be read
     */
    ReplayResult run() {
        try (var writer = NamespaceWriter.open(request.namespace(), request.ward());
                var reader = request.source().open(request, topics(), serdes);
                var session = session()) {
            var written =
                    new WrittenRecords(request.namespace(), request.period().from(), writer::write);
            request.steps().rules().records(request.namespace(), serdes).forEach(writer::write);
            try (ReplayedWard ward = ward(written.andThen(record -> session.evaluated(record.at())))) {
                long all = reader.remaining();
                progress.begin(all);
                progress.warnOfCut(reader.cut());
                reader.readAll(record -> {
                    session.await(Instant.ofEpochMilli(record.timestamp()));
                    take(WardRecord.of(record), ward);
                    session.read(read, all, ward.beds());
                });
                ward.finish();
                session.end();
                progress.end(read, ward.beds());
                return result(ward, written);
            }
        }
    }

    private ReplaySession session() {
        var pace = new ReplayPace(request.period(), request.speed(), request.paused());
        return ReplaySession.open(request.namespace(), request.ward(), serdes, request.period(), pace);
    }

    private ReplayedWard ward(Consumer<RecordedRecord> written) {
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

    private void take(WardRecord record, ReplayedWard ward) {
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
