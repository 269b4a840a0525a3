package org.vigie.local.erase;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.vigie.platform.config.KafkaConnectionConfig;
import org.vigie.platform.topic.PartitionReader;

/**
 * Reads every record of a broker once and plans what becomes of it.
 *
 * @param rules by the name of a topic
 */
record ErasurePlanner(KafkaConnectionConfig kafka, ErasureRules rules) {
    private static final String CLIENT = "erasure";

    ErasurePlan plan() throws ExecutionException, InterruptedException {
        var plan = new ErasurePlan(rules::isStayList);
        Map<String, RecordRule> byTopic = new HashMap<>();
        try (Admin admin = Admin.create(kafka.clientSettings(Map.of()))) {
            for (String topic : admin.listTopics().names().get()) {
                rules.of(topic).ifPresent(rule -> byTopic.put(topic, rule));
            }
            try (var reader = PartitionReader.from(kafka, CLIENT, beginnings(admin, byTopic.keySet()))) {
                reader.readToEnd(
                        record -> plan.add(record, byTopic.get(record.topic()).fate(record)));
            }
        }
        return plan;
    }

    private static Map<TopicPartition, Long> beginnings(Admin admin, Set<String> topics)
            throws ExecutionException, InterruptedException {
        List<TopicPartition> partitions = admin.describeTopics(topics).allTopicNames().get().values().stream()
                .flatMap(topic -> topic.partitions().stream()
                        .map(partition -> new TopicPartition(topic.name(), partition.partition())))
                .toList();
        Map<TopicPartition, ListOffsetsResultInfo> found = admin.listOffsets(partitions.stream()
                        .collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.earliest())))
                .all()
                .get();
        Map<TopicPartition, Long> beginnings = new HashMap<>();
        found.forEach((partition, begin) -> beginnings.put(partition, begin.offset()));
        return beginnings;
    }
}
