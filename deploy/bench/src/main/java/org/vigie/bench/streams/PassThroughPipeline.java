package org.vigie.bench.streams;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.LongAdder;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Produced;
import org.vigie.platform.app.StreamsApp;
import org.vigie.platform.config.KafkaConnectionConfig;
import org.vigie.schemas.serde.AvroSerdes;

/** Reads the raw topic, decodes and encodes each record, and writes it to another topic. It is the least that any step costs. */
record PassThroughPipeline(StreamsApp app, LongAdder readings) implements AutoCloseable {
    private static final Duration START_TIMEOUT = Duration.ofMinutes(10);

    static PassThroughPipeline start(KafkaConnectionConfig kafka, Path directory, String output)
            throws InterruptedException, TimeoutException {
        var raw = kafka.topics().observationsRaw();
        var values = new AvroSerdes(kafka.registry()).of(raw);
        var readings = new LongAdder();
        var builder = new StreamsBuilder();
        builder.stream(raw.name(), Consumed.with(Serdes.String(), values))
                .peek((bed, observation) ->
                        readings.add(observation.getReadings().size()))
                .to(output, Produced.with(Serdes.String(), values));
        String name = StreamSubject.PASS_THROUGH.threads();
        var app = StreamsApp.start(name, builder.build(), kafka, directory.resolve(name));
        app.awaitRunning(START_TIMEOUT);
        return new PassThroughPipeline(app, readings);
    }

    @Override
    public void close() {
        app.close();
    }
}
