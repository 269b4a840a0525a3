package org.vigie.embedded;

import java.nio.file.Path;
import java.util.Map;
import kafka.server.KafkaConfig;

/**
 * Configures one node that is broker and controller, on loopback: small, quick to start, and soon back after a kill -9.
 *
 * @param directory of all data
 * @param port for clients
 * @param controllerPort for the broker itself
 */
record EmbeddedBrokerConfig(Path directory, LoopbackPort port, LoopbackPort controllerPort) {
    static final int NODE = 1;
    static final String CONTROLLER = "CONTROLLER";

    private static final String SEGMENT_BYTES = Integer.toString(16 << 20);
    private static final String INDEX_BYTES = Integer.toString(256 << 10);

    KafkaConfig toKafkaConfig() {
        String broker = "PLAINTEXT://" + port;
        String controller = controllerPort.toString();
        return new KafkaConfig(Map.ofEntries(
                Map.entry("node.id", Integer.toString(NODE)),
                Map.entry("process.roles", "broker,controller"),
                Map.entry("log.dirs", directory.toString()),
                // A fixed list of controllers: unlike a dynamic quorum it lets the port change from one start to the
                // next.
                Map.entry("controller.quorum.voters", NODE + "@" + controller),
                Map.entry("controller.listener.names", CONTROLLER),
                Map.entry("listeners", broker + "," + CONTROLLER + "://" + controller),
                Map.entry("advertised.listeners", broker),
                Map.entry("listener.security.protocol.map", CONTROLLER + ":PLAINTEXT,PLAINTEXT:PLAINTEXT"),
                // Only the topics of the catalogue, created on purpose.
                Map.entry("auto.create.topics.enable", "false"),
                // One node holds everything.
                Map.entry("default.replication.factor", "1"),
                Map.entry("offsets.topic.replication.factor", "1"),
                Map.entry("offsets.topic.num.partitions", "4"),
                Map.entry("transaction.state.log.replication.factor", "1"),
                Map.entry("transaction.state.log.min.isr", "1"),
                Map.entry("transaction.state.log.num.partitions", "2"),
                Map.entry("share.coordinator.state.topic.replication.factor", "1"),
                Map.entry("share.coordinator.state.topic.min.isr", "1"),
                Map.entry("share.coordinator.state.topic.num.partitions", "1"),
                // Quick: no wait for further members, and an old session of this broker soon ends.
                Map.entry("group.initial.rebalance.delay.ms", "0"),
                Map.entry("broker.session.timeout.ms", "2000"),
                Map.entry("broker.heartbeat.interval.ms", "500"),
                Map.entry("controller.quorum.election.timeout.ms", "200"),
                Map.entry("controller.quorum.election.backoff.max.ms", "100"),
                // Small.
                Map.entry("num.network.threads", "2"),
                Map.entry("num.io.threads", "2"),
                Map.entry("background.threads", "2"),
                Map.entry("num.recovery.threads.per.data.dir", "2"),
                Map.entry("log.segment.bytes", SEGMENT_BYTES),
                Map.entry("log.index.size.max.bytes", INDEX_BYTES),
                Map.entry("offsets.topic.segment.bytes", SEGMENT_BYTES),
                Map.entry("transaction.state.log.segment.bytes", SEGMENT_BYTES),
                Map.entry("log.cleaner.dedupe.buffer.size", Integer.toString(4 << 20)),
                Map.entry("log.cleaner.io.buffer.size", Integer.toString(256 << 10))));
    }
}
