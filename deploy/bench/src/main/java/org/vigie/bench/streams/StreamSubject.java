package org.vigie.bench.streams;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Produced;
import org.vigie.platform.app.StreamsApp;
import org.vigie.platform.config.KafkaConnectionConfig;
import org.vigie.vitals.CleaningMemoryConfig;
import org.vigie.vitals.VitalsStreams;
import org.vigie.vitals.VitalsStreamsConfig;

/** Runs a Streams app that reads the raw topic and writes one record for each. */
enum StreamSubject {
    /** The app vitals-streams. */
    CLEAN("vitals-streams", "observations.clean") {
        @Override
        AutoCloseable start(KafkaConnectionConfig kafka, Path directory) throws InterruptedException, TimeoutException {
            var app = VitalsStreams.start(
                    new VitalsStreamsConfig(kafka, directory.resolve(threads()), CleaningMemoryConfig.defaults()));
            app.awaitRunning(START_TIMEOUT);
            return app;
        }
    },
    /** A topology that decodes and encodes each record. */
    PASS_THROUGH("pass-through", "bench.passed") {
        @Override
        AutoCloseable start(KafkaConnectionConfig kafka, Path directory) throws InterruptedException, TimeoutException {
            return PassThroughPipeline.start(kafka, directory, output(kafka));
        }
    },
    /** A topology that copies the bytes of each record. */
    BYTE_COPY("byte-copy", "bench.copied") {
        @Override
        AutoCloseable start(KafkaConnectionConfig kafka, Path directory) throws InterruptedException, TimeoutException {
            var builder = new StreamsBuilder();
            builder.stream(kafka.topics().observationsRaw().name(), Consumed.with(Serdes.String(), Serdes.ByteArray()))
                    .to(output(kafka), Produced.with(Serdes.String(), Serdes.ByteArray()));
            var app = StreamsApp.start(threads(), builder.build(), kafka, directory.resolve(threads()));
            app.awaitRunning(START_TIMEOUT);
            return app;
        }
    };

    private static final Duration START_TIMEOUT = Duration.ofMinutes(10);

    private final String threads;
    private final String output;

    StreamSubject(String threads, String output) {
        this.threads = threads;
        this.output = output;
    }

    /** Starts the app and waits until it runs. */
    abstract AutoCloseable start(KafkaConnectionConfig kafka, Path directory)
            throws InterruptedException, TimeoutException;

    /** Returns the text that the names of its stream threads contain. */
    String threads() {
        return threads;
    }

    /** Returns the usage of its stream threads. */
    ThreadUsage usage() {
        return ThreadUsage.of(threads);
    }

    /** Returns the name of its output topic. */
    String output(KafkaConnectionConfig kafka) {
        return "vigie." + kafka.namespace() + "." + output;
    }
}
