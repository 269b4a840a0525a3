package org.vigie.embedded;

import java.nio.file.Path;
import java.util.HashMap;
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

    /** One node holds everything. */
    private static final Map<String, String> ONE_NODE = Map.ofEntries(
            Map.entry("default.replication.factor", "1"),
            Map.entry("offsets.topic.replication.factor", "1"),
            Map.entry("offsets.topic.num.partitions", "4"),
            Map.entry("transaction.state.log.replication.factor", "1"),
            Map.entry("transaction.state.log.min.isr", "1"),
            Map.entry("transaction.state.log.num.partitions", "2"),
            Map.entry("share.coordinator.state.topic.replication.factor", "1"),
            Map.entry("share.coordinator.state.topic.min.isr", "1"),
            Map.entry("share.coordinator.state.topic.num.partitions", "1"));

    /** No wait for further members, and an old session of this broker soon ends. */
    private static final Map<String, String> QUICK = Map.of(
            "group.initial.rebalance.delay.ms", "0",
            "broker.session.timeout.ms", "2000",
            "broker.heartbeat.interval.ms", "500",
            "controller.quorum.election.timeout.ms", "200",
            "controller.quorum.election.backoff.max.ms", "100");

    private static final Map<String, String> SMALL = Map.of(
            "num.network.threads",
            "2",
            "num.io.threads",
            "2",
            "background.threads",
            "2",
            "num.recovery.threads.per.data.dir",
            "2",
            "log.segment.bytes",
            SEGMENT_BYTES,
            "log.index.size.max.bytes",
            INDEX_BYTES,
            "offsets.topic.segment.bytes",
            SEGMENT_BYTES,
            "transaction.state.log.segment.bytes",
            SEGMENT_BYTES,
            "log.cleaner.dedupe.buffer.size",
            Integer.toString(4 << 20),
            "log.cleaner.io.buffer.size",
            Integer.toString(256 << 10));

    KafkaConfig toKafkaConfig() {
        Map<String, String> config = new HashMap<>();
        config.put("node.id", Integer.toString(NODE));
        config.put("log.dirs", directory.toString());
        // Only the topics of the catalogue, created on purpose.
        config.put("auto.create.topics.enable", "false");
        config.putAll(roles());
        config.putAll(ONE_NODE);
        config.putAll(QUICK);
        config.putAll(SMALL);
        return new KafkaConfig(config);
    }

    private Map<String, String> roles() {
        String broker = "PLAINTEXT://" + port;
        String controller = controllerPort.toString();
        return Map.of(
                "process.roles",
                "broker,controller",
                // A fixed list of controllers: unlike a dynamic quorum it lets the port change from one start to the
                // next.
                "controller.quorum.voters",
                NODE + "@" + controller,
                "controller.listener.names",
                CONTROLLER,
                "listeners",
                broker + "," + CONTROLLER + "://" + controller,
                "advertised.listeners",
                broker,
                "listener.security.protocol.map",
                CONTROLLER + ":PLAINTEXT,PLAINTEXT:PLAINTEXT");
    }
}
