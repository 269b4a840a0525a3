package org.vigie.platform.topology;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyDescription.Node;
import org.apache.kafka.streams.TopologyDescription.Sink;
import org.apache.kafka.streams.TopologyDescription.Source;
import org.vigie.schemas.topic.Topic;
import org.vigie.schemas.topic.TopicCatalogue;

/**
 * Finds the topics of the ward that a topology reads or writes.
 *
 * @param catalogue the ward's topics; those that Kafka Streams makes for itself are not among them
 */
public record TopologyTopics(Topology topology, TopicCatalogue catalogue) {
    /** Returns their names, in alphabetical order. */
    public Set<String> names() {
        Set<String> names = new TreeSet<>();
        topology.describe().subtopologies().stream()
                .flatMap(part -> part.nodes().stream())
                .flatMap(TopologyTopics::ofNode)
                .forEach(names::add);
        names.retainAll(catalogue.all().stream().map(Topic::name).toList());
        return names;
    }

    private static Stream<String> ofNode(Node node) {
        if (node instanceof Source source) {
            return Stream.ofNullable(source.topicSet()).flatMap(Set::stream);
        }
        return node instanceof Sink sink ? Stream.ofNullable(sink.topic()) : Stream.empty();
    }
}
