package org.vigie.embedded;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * Lists the settings of a node that is broker and controller on loopback: small files, few threads, and only topics that are created on
 * purpose.
 *
 * @param id number of the node, from 1
 * @param directory of all its data
 * @param clients address for clients, {@code host:port}
 * @param controller address of its controller, {@code host:port}
 * @param voters all controllers: {@code 1@host:port,2@host:port}. A fixed list lets the ports change from one start to the next
 */
public record LoopbackNode(int id, Path directory, String clients, String controller, String voters) {
    /** Name of the listener of the controller. */
    public static final String CONTROLLER = "CONTROLLER";

    private static final String SEGMENT_BYTES = Integer.toString(16 << 20);
    private static final String INDEX_BYTES = Integer.toString(256 << 10);

    private static final Map<String, String> SMALL = Map.ofEntries(
            Map.entry("num.network.threads", "2"),
            Map.entry("num.io.threads", "2"),
            Map.entry("background.threads", "2"),
            Map.entry("num.recovery.threads.per.data.dir", "2"),
            Map.entry("offsets.topic.num.partitions", "4"),
            Map.entry("transaction.state.log.num.partitions", "2"),
            Map.entry("share.coordinator.state.topic.num.partitions", "1"),
            Map.entry("log.segment.bytes", SEGMENT_BYTES),
            Map.entry("log.index.size.max.bytes", INDEX_BYTES),
            Map.entry("offsets.topic.segment.bytes", SEGMENT_BYTES),
            Map.entry("transaction.state.log.segment.bytes", SEGMENT_BYTES),
            Map.entry("log.cleaner.dedupe.buffer.size", Integer.toString(4 << 20)),
            Map.entry("log.cleaner.io.buffer.size", Integer.toString(256 << 10)));

    /** Returns the settings by the names of Kafka; the caller adds copies and timeouts. */
    public Map<String, String> settings() {
        Map<String, String> settings = new HashMap<>(SMALL);
        settings.put("node.id", Integer.toString(id));
        settings.put("log.dirs", directory.toString());
        settings.put("process.roles", "broker,controller");
        settings.put("auto.create.topics.enable", "false");
        settings.put("controller.quorum.voters", voters);
        settings.put("controller.listener.names", CONTROLLER);
        settings.put("listeners", "PLAINTEXT://" + clients + "," + CONTROLLER + "://" + controller);
        settings.put("advertised.listeners", "PLAINTEXT://" + clients);
        settings.put("listener.security.protocol.map", CONTROLLER + ":PLAINTEXT,PLAINTEXT:PLAINTEXT");
        return settings;
    }
}
