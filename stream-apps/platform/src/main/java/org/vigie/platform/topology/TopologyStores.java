package org.vigie.platform.topology;

import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyDescription;
import org.apache.kafka.streams.TopologyDescription.Processor;

/** Finds the state stores of a topology. */
public record TopologyStores(Topology topology) {
    /** Returns their names, in alphabetical order. */
    public Set<String> names() {
        Set<String> names = new TreeSet<>();
        TopologyDescription described = topology.describe();
        described.subtopologies().stream()
                .flatMap(part -> part.nodes().stream())
                .filter(Processor.class::isInstance)
                .forEach(node -> names.addAll(((Processor) node).stores()));
        described
                .globalStores()
                .forEach(global -> names.addAll(global.processor().stores()));
        return names;
    }
}
