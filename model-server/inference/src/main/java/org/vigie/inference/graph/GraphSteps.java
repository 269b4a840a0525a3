package org.vigie.inference.graph;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tensorflow.proto.NodeDef;

/** Puts the operations of a signature into an order in which each one comes after its inputs, as early as it can. */
final class GraphSteps {
    private final SignatureNodes nodes;
    private final Map<String, Integer> waits = new HashMap<>();
    private final Map<String, List<String>> readers = new HashMap<>();
    private final List<NodeDef> ordered = new ArrayList<>();
    private final Map<String, Integer> places = new HashMap<>();

    private GraphSteps(SignatureNodes nodes) {
        this.nodes = nodes;
    }

    /** @throws UnknownShapeException when operations wait for each other */
    static List<GraphStep> of(SignatureNodes nodes) {
        GraphSteps steps = new GraphSteps(nodes);
        steps.count();
        steps.order();
        return steps.steps();
    }

    private void count() {
        for (NodeDef node : nodes.needed().values()) {
            List<String> before = nodes.before(node);
            waits.put(node.getName(), before.size());
            before.forEach(name ->
                    readers.computeIfAbsent(name, any -> new ArrayList<>()).add(node.getName()));
        }
    }

    private void order() {
        Deque<String> ready = new ArrayDeque<>();
        nodes.needed().keySet().stream().filter(name -> waits.get(name) == 0).forEach(ready::add);
        while (!ready.isEmpty()) {
            String name = ready.remove();
            places.put(name, ordered.size());
            ordered.add(nodes.needed().get(name));
            readers.getOrDefault(name, List.of()).stream()
                    .filter(reader -> waits.merge(reader, -1, Integer::sum) == 0)
                    .forEach(ready::add);
        }
        if (ordered.size() < nodes.needed().size()) {
            throw new UnknownShapeException("has operations that wait for each other");
        }
    }

    private List<GraphStep> steps() {
        return ordered.stream().map(this::step).toList();
    }

    private GraphStep step(NodeDef node) {
        Optional<String> feed = Optional.ofNullable(nodes.feeds().get(node.getName()));
        return new GraphStep(node, feed.isPresent() ? List.of() : inputs(node), feed, lastUse(node));
    }

    private List<TensorSource> inputs(NodeDef node) {
        return node.getInputList().stream()
                .filter(input -> !SignatureNodes.isOrderOnly(input))
                .map(input ->
                        new TensorSource(places.get(SignatureNodes.operation(input)), SignatureNodes.output(input)))
                .toList();
    }

    /** Returns the last step of all for constants, for what the caller gave, and for what it gets. */
    private int lastUse(NodeDef node) {
        String name = node.getName();
        boolean lasting = nodes.results().contains(name) || nodes.feeds().containsKey(name);
        return lasting || node.getOp().equals("Const")
                ? ordered.size() - 1
                : readers.getOrDefault(name, List.of()).stream()
                        .mapToInt(places::get)
                        .max()
                        .orElse(places.get(name));
    }
}
