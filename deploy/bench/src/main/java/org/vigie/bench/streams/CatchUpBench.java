package org.vigie.bench.streams;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.function.ToDoubleFunction;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.vigie.bench.MeasurementSummary;
import org.vigie.bench.PeerComparison;
import org.vigie.embedded.EmbeddedKafka;
import org.vigie.platform.config.KafkaConnectionConfig;
import org.vigie.platform.topic.KafkaClients;

/**
 * Lets vitals-streams and a peer read the same published load in turn, each round in a namespace of its own. The first quarter of a load
 * is not measured.
 */
record CatchUpBench(WardLoad load, StreamSubject peer, int rounds, Path directory) {
    private static final Duration OUTPUT_TIMEOUT = Duration.ofMinutes(10);
    private static final Duration LOOK_EVERY = Duration.ofMillis(5);
    private static final int UNMEASURED = 4;

    /** Holds the runs of the subject and of its peer, round by round. */
    record PairedRuns(StreamSubject peer, List<CatchUp> subject, List<CatchUp> peerRuns) {
        PairedRuns {
            subject = List.copyOf(subject);
            peerRuns = List.copyOf(peerRuns);
        }

        PeerComparison compared(String what, String unit, ToDoubleFunction<CatchUp> figure) {
            double[] ours = subject.stream().mapToDouble(figure).toArray();
            double[] theirs = peerRuns.stream().mapToDouble(figure).toArray();
            double[] ratios = new double[ours.length];
            for (int round = 0; round < ours.length; round++) {
                ratios[round] = ours[round] / theirs[round];
            }
            return new PeerComparison(
                    what,
                    unit,
                    MeasurementSummary.of(ours),
                    peer.threads(),
                    MeasurementSummary.of(theirs),
                    MeasurementSummary.of(ratios));
        }
    }

    /** Runs one round that does not count, then the rounds that do. */
    PairedRuns run(EmbeddedKafka kafka) throws Exception {
        List<CatchUp> ours = new ArrayList<>();
        List<CatchUp> theirs = new ArrayList<>();
        for (int round = 0; round <= rounds; round++) {
            var settings = new KafkaConnectionConfig(kafka.bootstrapServers(), kafka.registryUrl(), "r" + round, 1);
            kafka.createTopics(settings.topics());
            create(settings, peer.output(settings), 1);
            load.publish(settings);
            CatchUp subject = measure(StreamSubject.CLEAN, settings);
            CatchUp other = measure(peer, settings);
            if (round > 0) {
                ours.add(subject);
                theirs.add(other);
            }
        }
        return new PairedRuns(peer, ours, theirs);
    }

    /** Creates a topic. */
    static void create(KafkaConnectionConfig kafka, String topic, int partitions)
            throws InterruptedException, ExecutionException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic(topic, partitions, (short) 1)))
                    .all()
                    .get();
        }
    }

    @SuppressWarnings("try") // The app is closed at the end, nothing is asked of it.
    private CatchUp measure(StreamSubject app, KafkaConnectionConfig kafka) throws Exception {
        long skipped = load.messages() / UNMEASURED;
        try (var clients = new KafkaClients(kafka)
                        .consumer(new ByteArrayDeserializer(), new ByteArrayDeserializer(), Map.of());
                var running = app.start(kafka, directory.resolve(kafka.namespace()))) {
            var output = new TopicPartition(app.output(kafka), 0);
            clients.assign(Set.of(output));
            awaitRecords(clients, output, skipped);
            long written = written(clients, output);
            long from = System.nanoTime();
            ThreadUsage before = app.usage();
            awaitRecords(clients, output, load.messages());
            long readings = (load.messages() - written) * WardLoad.READINGS;
            return CatchUp.of(readings, System.nanoTime() - from, app.usage().since(before));
        }
    }

    private static void awaitRecords(Consumer<byte[], byte[]> consumer, TopicPartition output, long records)
            throws InterruptedException, TimeoutException {
        long until = System.nanoTime() + OUTPUT_TIMEOUT.toNanos();
        while (written(consumer, output) < records) {
            if (System.nanoTime() > until) {
                throw new TimeoutException(output + ": " + records + " records were expected within " + OUTPUT_TIMEOUT
                        + ", there are " + written(consumer, output) + "; the log says whether the app stopped");
            }
            Thread.sleep(LOOK_EVERY.toMillis());
        }
    }

    private static long written(Consumer<byte[], byte[]> consumer, TopicPartition output) {
        return consumer.endOffsets(Set.of(output)).getOrDefault(output, 0L);
    }
}
