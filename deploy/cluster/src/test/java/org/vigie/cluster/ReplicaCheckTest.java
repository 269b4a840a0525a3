package org.vigie.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.TopicPartitionInfo;
import org.junit.jupiter.api.Test;

/** Tests when the next broker of a rolling restart may stop. */
class ReplicaCheckTest {
    private static final Node FIRST = new Node(1, "127.0.0.1", 16_010);
    private static final Node SECOND = new Node(2, "127.0.0.1", 16_020);
    private static final Node THIRD = new Node(3, "127.0.0.1", 16_030);
    private static final List<Node> ALL = List.of(FIRST, SECOND, THIRD);

    @Test
    void aTopicIsInSyncWhenEveryCopyOfEveryPartitionIs() {
        assertThat(ReplicaCheck.isInSync(topic(partition(FIRST, ALL), partition(SECOND, ALL))))
                .isTrue();
    }

    @Test
    void oneCopyThatLiesBehindHoldsTheNextBrokerBack() {
        assertThat(ReplicaCheck.isInSync(topic(partition(FIRST, ALL), partition(SECOND, List.of(SECOND, THIRD)))))
                .isFalse();
    }

    @Test
    void aPartitionWithoutALeaderHoldsTheNextBrokerBack() {
        assertThat(ReplicaCheck.isInSync(topic(partition(null, ALL)))).isFalse();
    }

    private static TopicDescription topic(TopicPartitionInfo... partitions) {
        return new TopicDescription("vigie.ward.observations.raw", false, List.of(partitions));
    }

    private static TopicPartitionInfo partition(Node leader, List<Node> inSync) {
        return new TopicPartitionInfo(0, leader, ALL, inSync);
    }
}
