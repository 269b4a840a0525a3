package org.vigie.inference.graph;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.NodeDef;
import org.tensorflow.proto.SignatureDef;

/**
 * Holds the operations that a signature needs, as the engine cuts the graph for it.
 *
 * @param needed by name
 * @param feeds name of an input of the signature, by the name of the operation in whose place it stands
 * @param results names of the operations whose outputs are returned
 */
record SignatureNodes(Map<String, NodeDef> needed, Map<String, String> feeds, Set<String> results) {
    static SignatureNodes of(GraphDef graph, SignatureDef signature) {
        Map<String, String> feeds = new HashMap<>();
        signature.getInputsMap().forEach((name, tensor) -> feeds.put(operation(tensor.getName()), name));
        Set<String> results = new LinkedHashSet<>();
        signature.getOutputsMap().values().forEach(tensor -> results.add(operation(tensor.getName())));
        return new SignatureNodes(needed(graph, feeds, results), feeds, results);
    }

    /** Returns the names of the operations that come before an operation. */
    List<String> before(NodeDef node) {
        return feeds.containsKey(node.getName())
                ? List.of()
                : node.getInputList().stream().map(SignatureNodes::operation).toList();
    }

    /** Returns the name of the operation in the name of a tensor ({@code name:1}) or of a predecessor ({@code ^name}). */
    static String operation(String tensor) {
        int from = isOrderOnly(tensor) ? 1 : 0;
        int colon = tensor.indexOf(':');
        return tensor.substring(from, colon < 0 ? tensor.length() : colon);
    }

    /** Returns true of the name of a predecessor that gives no tensor. */
    static boolean isOrderOnly(String tensor) {
        return tensor.startsWith("^");
    }

    /** Returns which output of its operation a tensor is. */
    static int output(String tensor) {
        int colon = tensor.indexOf(':');
        return colon < 0 ? 0 : Integer.parseInt(tensor.substring(colon + 1));
    }

    private static Map<String, NodeDef> needed(GraphDef graph, Map<String, String> feeds, Set<String> results) {
        Map<String, NodeDef> all = new HashMap<>();
        graph.getNodeList().forEach(node -> all.put(node.getName(), node));
        Map<String, NodeDef> needed = new HashMap<>();
        Deque<String> open = new ArrayDeque<>(results);
        while (!open.isEmpty()) {
            String name = open.pop();
            NodeDef node = all.get(name);
            if (node == null) {
                throw new UnknownShapeException("reads an operation that is not there");
            }
            if (needed.put(name, node) == null && !feeds.containsKey(name)) {
                node.getInputList().forEach(input -> open.push(operation(input)));
            }
        }
        return inOrderOf(graph, needed);
    }

    private static Map<String, NodeDef> inOrderOf(GraphDef graph, Map<String, NodeDef> needed) {
        Map<String, NodeDef> ordered = new LinkedHashMap<>();
        for (NodeDef node : graph.getNodeList()) {
            if (needed.containsKey(node.getName())) {
                ordered.put(node.getName(), node);
            }
        }
        return ordered;
    }
}
