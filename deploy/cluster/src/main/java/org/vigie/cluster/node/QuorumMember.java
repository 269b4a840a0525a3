package org.vigie.cluster.node;

import java.nio.file.Path;
import java.util.Map;
import kafka.server.KafkaConfig;
import org.vigie.embedded.LoopbackNode;

/**
 * Configures one of three nodes that are broker and controller. Each record has three copies, and two of them must exist before a sender
 * gets its acknowledgement.
 *
 * @param id number of the node, from 1
 * @param directory of all its data
 * @param port for clients, on loopback
 * @param voters all controllers: {@code 1@127.0.0.1:16011,2@127.0.0.1:16021,3@127.0.0.1:16031}
 */
record QuorumMember(int id, Path directory, int port, String voters) {
    private static final String LOOPBACK = "127.0.0.1";
    private static final String COPIES = "3";
    private static final String IN_SYNC = "2";

    private static final Map<String, String> REPLICATED = Map.of(
            "default.replication.factor", COPIES,
            "min.insync.replicas", IN_SYNC,
            "offsets.topic.replication.factor", COPIES,
            "transaction.state.log.replication.factor", COPIES,
            "transaction.state.log.min.isr", IN_SYNC,
            "share.coordinator.state.topic.replication.factor", COPIES,
            "share.coordinator.state.topic.min.isr", IN_SYNC);

    /**
     * A node that was killed is noticed after 2 s, not after 9 s. A broker that was killed together with the controller is admitted again
     * only when its old session has ended, which a new controller begins anew. Followers wait for a leader 5 s, not 30 s.
     */
    private static final Map<String, String> QUICK = Map.of(
            "group.initial.rebalance.delay.ms", "500",
            "broker.session.timeout.ms", "2000",
            "broker.heartbeat.interval.ms", "250",
            "replica.lag.time.max.ms", "5000");

    KafkaConfig toKafkaConfig() {
        Map<String, String> config =
                new LoopbackNode(id, directory, LOOPBACK + ":" + port, controllerAddress(), voters).settings();
        config.putAll(REPLICATED);
        config.putAll(QUICK);
        return new KafkaConfig(config);
    }

    private String controllerAddress() {
        for (String voter : voters.split(",", -1)) {
            if (voter.startsWith(id + "@")) {
                return voter.substring(voter.indexOf('@') + 1);
            }
        }
        throw new IllegalArgumentException("voters: must name node " + id + ", was " + voters);
    }
}
