package org.vigie.local;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.config.ConfigResource;

/** Compares the topics of a broker with the requested ones. It changes nothing. */
final class TopicComparison {
    private final Admin admin;

    TopicComparison(Admin admin) {
        this.admin = admin;
    }

    /**
     * Returns each setting that differs, in the order of the topics.
     *
     * @param requested topics that the broker lists
     */
    List<TopicDifference> differences(Collection<NewTopic> requested) throws ExecutionException, InterruptedException {
        List<String> names = requested.stream().map(NewTopic::name).toList();
        Map<String, TopicDescription> described =
                admin.describeTopics(names).allTopicNames().get();
        Map<ConfigResource, Config> configured = admin.describeConfigs(
                        names.stream().map(TopicComparison::resource).toList())
                .all()
                .get();
        List<TopicDifference> differences = new ArrayList<>();
        for (NewTopic topic : requested) {
            differences.addAll(differences(topic, described.get(topic.name()), configured.get(resource(topic.name()))));
        }
        return differences;
    }

    private static List<TopicDifference> differences(NewTopic topic, TopicDescription actual, Config config) {
        Stream<TopicDifference> sizes = Stream.of(
                new TopicDifference(
                        topic.name(),
                        "partitions",
                        Integer.toString(topic.numPartitions()),
                        Integer.toString(actual.partitions().size())),
                new TopicDifference(
                        topic.name(),
                        "replication factor",
                        Short.toString(topic.replicationFactor()),
                        Integer.toString(actual.partitions().get(0).replicas().size())));
        Stream<TopicDifference> settings = new TreeMap<>(topic.configs())
                .entrySet().stream()
                        .map(setting -> new TopicDifference(
                                topic.name(),
                                setting.getKey(),
                                setting.getValue(),
                                config.get(setting.getKey()).value()));
        return Stream.concat(sizes, settings)
                .filter(setting -> !setting.expected().equals(setting.actual()))
                .toList();
    }

    private static ConfigResource resource(String topic) {
        return new ConfigResource(ConfigResource.Type.TOPIC, topic);
    }
}
