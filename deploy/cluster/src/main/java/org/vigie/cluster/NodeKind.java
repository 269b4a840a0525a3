package org.vigie.cluster;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Lists the kinds of processes of a cluster, in the order of their start. */
public enum NodeKind {
    BROKER("broker", 3, 320),
    REGISTRY("registry", 1, 96),
    STORE("store", 1, 384),
    FLINK_JOBMANAGER("flink-jobmanager", 1, 256),
    FLINK_TASKMANAGER("flink-taskmanager", 2, 320),
    MODEL_SERVER("model-server", 2, 256),
    VITALS_STREAMS("vitals-streams", 2, 256),
    ALERT_STREAMS("alert-streams", 2, 256),
    ALERT_ANALYTICS("alert-analytics", 1, 160),
    DASHBOARD_SINK("dashboard-sink", 1, 192),
    STATION("station", 1, 256),
    BEDSIDE_GATEWAY("bedside-gateway", 1, 192),
    BEDSIDE_SIMULATOR("bedside-simulator", 1, 256);

    private final String word;
    private final int instances;
    private final int heapMib;

    NodeKind(String word, int instances, int heapMib) {
        this.word = word;
        this.instances = instances;
        this.heapMib = heapMib;
    }

    /** Returns the processes of all kinds, in the order of their start. */
    public static List<ClusterNode> all() {
        return Arrays.stream(values()).flatMap(NodeKind::stream).toList();
    }

    /** Returns the kind with this name. */
    static Optional<NodeKind> of(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word.equals(word)).findFirst();
    }

    /** Returns the processes of this kind. */
    List<ClusterNode> nodes() {
        return stream().toList();
    }

    private Stream<ClusterNode> stream() {
        return IntStream.rangeClosed(1, instances).mapToObj(number -> new ClusterNode(this, number));
    }

    /** Returns the name as typed: {@code vitals-streams}. */
    String word() {
        return word;
    }

    int instances() {
        return instances;
    }

    /** Returns the largest heap of a process, in MiB. */
    int heapMib() {
        return heapMib;
    }
}
