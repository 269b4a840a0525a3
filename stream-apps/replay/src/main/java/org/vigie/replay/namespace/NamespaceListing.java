package org.vigie.replay.namespace;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.vigie.schemas.topic.Topic;
import org.vigie.schemas.topic.TopicCatalogue;

/** Finds the namespaces whose topics a broker holds, and counts their records. */
record NamespaceListing(Admin admin) {
    /** Returns the namespaces of the broker by name. */
    List<ListedNamespace> list() throws ExecutionException, InterruptedException {
        Map<String, Set<String>> topics = new TreeMap<>();
        for (String topic : admin.listTopics().names().get()) {
            String[] parts = topic.split("\\.", 3);
            if (parts.length == 3 && parts[0].equals("vigie") && isOfCatalogue(topic, parts[1])) {
                topics.computeIfAbsent(parts[1], name -> new TreeSet<>()).add(topic);
            }
        }
        List<ListedNamespace> listed = new ArrayList<>();
        for (Map.Entry<String, Set<String>> each : topics.entrySet()) {
            listed.add(new ListedNamespace(each.getKey(), each.getValue(), records(each.getValue())));
        }
        return listed;
    }

    private static boolean isOfCatalogue(String topic, String namespace) {
        return namespace.matches("[a-z][a-z0-9-]{0,30}")
                && topics(TopicCatalogue.in(namespace, 1))
                        .anyMatch(each -> each.name().equals(topic));
    }

    private static Stream<Topic<?>> topics(TopicCatalogue catalogue) {
        return Stream.concat(catalogue.all().stream(), catalogue.ofReplay().stream());
    }

    private long records(Collection<String> topics) throws ExecutionException, InterruptedException {
        List<TopicPartition> partitions = admin.describeTopics(topics).allTopicNames().get().values().stream()
                .flatMap(topic -> topic.partitions().stream()
                        .map(partition -> new TopicPartition(topic.name(), partition.partition())))
                .toList();
        return offsets(partitions, OffsetSpec.latest()) - offsets(partitions, OffsetSpec.earliest());
    }

    private long offsets(List<TopicPartition> partitions, OffsetSpec spec)
            throws ExecutionException, InterruptedException {
        var asked = partitions.stream().collect(Collectors.toMap(each -> each, each -> spec));
        return admin.listOffsets(asked).all().get().values().stream()
                .mapToLong(each -> each.offset())
                .sum();
    }
}
