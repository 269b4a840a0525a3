package org.vigie.embedded;

import java.nio.file.Path;
import java.util.Map;
import kafka.server.KafkaConfig;

/**
 * Configures the only node of a broker on loopback: quick to start, and soon back after a kill -9.
 *
 * @param directory of all data
 * @param port for clients
 * @param controllerPort for the broker itself
 */
record EmbeddedBrokerConfig(Path directory, LoopbackPort port, LoopbackPort controllerPort) {
    static final int NODE = 1;

    /** One node holds everything. */
    private static final Map<String, String> ONE_NODE = Map.of(
            "default.replication.factor", "1",
            "offsets.topic.replication.factor", "1",
            "transaction.state.log.replication.factor", "1",
            "transaction.state.log.min.isr", "1",
            "share.coordinator.state.topic.replication.factor", "1",
            "share.coordinator.state.topic.min.isr", "1");

    /**
     * No wait for further members. An old session of this broker soon ends, but not while a busy machine keeps the only broker from its
     * heartbeat for two or three seconds: all writers would have to wait until it is admitted again.
     */
    private static final Map<String, String> QUICK = Map.of(
            "group.initial.rebalance.delay.ms", "0",
            "broker.session.timeout.ms", "4000",
            "broker.heartbeat.interval.ms", "500",
            "controller.quorum.election.timeout.ms", "200",
            "controller.quorum.election.backoff.max.ms", "100");

    /** @param more settings that take the place of others */
    KafkaConfig toKafkaConfig(Map<String, String> more) {
        String controller = controllerPort.toString();
        Map<String, String> config =
                new LoopbackNode(NODE, directory, port.toString(), controller, NODE + "@" + controller).settings();
        config.putAll(ONE_NODE);
        config.putAll(QUICK);
        config.putAll(more);
        return new KafkaConfig(config);
    }
}
