package org.vigie.station.read;

import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.vigie.platform.config.KafkaConnectionConfig;
import org.vigie.platform.monitoring.AppMonitor;
import org.vigie.platform.topic.PartitionFollower;
import org.vigie.platform.topic.PartitionReader;
import org.vigie.platform.topic.PartitionReader.RawRecordHandler;

/** Follows the topics of the present and ends the start of the ward when they are read up to what they held then. */
public final class PresentFollower implements AutoCloseable {
    private final PartitionFollower follower;
    private final StartReading reading;

    private PresentFollower(PartitionFollower follower, StartReading reading) {
        this.follower = follower;
        this.reading = reading;
    }

    /**
     * Asks for the ends that the partitions have now, and follows them.
     *
     * @param name of the thread and of the client
     * @param from where each partition is read first
     * @throws org.vigie.platform.topic.TopicUnavailableException when the broker does not tell the ends
     */
    public static PresentFollower start(
            String name,
            KafkaConnectionConfig kafka,
            Map<TopicPartition, Long> from,
            RawRecordHandler handler,
            WardStart ward) {
        var reader = PartitionReader.from(kafka, name, from);
        var reading = new StartReading(reader.ends(), ward::finish);
        var follower = PartitionFollower.start(name, reader, handler, isFailing -> {
            ward.readerFailed(isFailing);
            reading.reach(reader.positions());
        });
        return new PresentFollower(follower, reading);
    }

    /** Adds the checks of the reader: it lives, it can read, and it has read the start. */
    public void watchedBy(AppMonitor monitor) {
        monitor.addLiveness(follower.health())
                .addReadiness(follower.readability())
                .addReadiness(reading.readiness());
    }

    @Override
    public void close() {
        follower.close();
    }
}
