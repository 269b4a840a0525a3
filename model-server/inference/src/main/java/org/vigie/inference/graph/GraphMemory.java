package org.vigie.inference.graph;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.NodeDef;

/**
 * Estimates the most bytes that the tensors of a signature take at the same time. A tensor is held from the step that makes it until the last
 * step that reads it. Constants are held until the end, and so is what the caller gives and gets.
 */
final class GraphMemory {
    /** The most outputs that an operation may have. */
    static final int MOST_OUTPUTS = 65_536;

    private static final int LONGEST_NAME = 120;

    private final List<GraphStep> steps;
    private final Map<String, long[]> feeds;
    private final List<List<TensorFacts>> made = new ArrayList<>();
    private final long[] bytes;
    private final long[] released;
    private long held;
    private long most;
    private int mostAt;

    private GraphMemory(List<GraphStep> steps, Map<String, long[]> feeds) {
        this.steps = steps;
        this.feeds = feeds;
        bytes = new long[steps.size()];
        released = new long[steps.size()];
    }

    /**
     * Estimates the memory of one call.
     *
     * @param feeds shape of each input of the signature
     * @throws UnknownShapeException when a shape is not known; its message names the operation
     */
    static PeakMemory peak(List<GraphStep> steps, Map<String, long[]> feeds) {
        GraphMemory memory = run(steps, feeds);
        return new PeakMemory(memory.most, memory.largest());
    }

    /** Returns what each step makes. */
    static List<List<TensorFacts>> outputs(List<GraphStep> steps, Map<String, long[]> feeds) {
        return run(steps, feeds).made;
    }

    private static GraphMemory run(List<GraphStep> steps, Map<String, long[]> feeds) {
        GraphMemory memory = new GraphMemory(steps, feeds);
        for (int at = 0; at < steps.size(); at++) {
            memory.run(at);
        }
        return memory;
    }

    private void run(int at) {
        NodeDef node = steps.get(at).node();
        try {
            OperationInputs inputs = new OperationInputs(
                    node, steps.get(at).inputs().stream().map(this::tensor).toList());
            made.add(outputs(steps.get(at), inputs));
            hold(at, ProductRules.workspace(inputs));
        } catch (ArithmeticException | IndexOutOfBoundsException e) {
            throw new UnknownShapeException(named(node) + " has a shape that cannot be computed: " + e.getMessage());
        } catch (UnknownShapeException e) {
            throw new UnknownShapeException(named(node) + " " + e.getMessage());
        }
    }

    private List<TensorFacts> outputs(GraphStep step, OperationInputs inputs) {
        if (step.feed().isEmpty()) {
            return ShapeRules.outputs(inputs);
        }
        long[] shape = feeds.get(step.feed().get());
        if (shape == null || !step.node().getOp().equals("Placeholder")) {
            throw new UnknownShapeException("is the input " + step.feed().get() + ", which the card does not describe");
        }
        return List.of(TensorFacts.of(inputs.type("dtype", DataType.DT_INVALID), shape));
    }

    private TensorFacts tensor(TensorSource source) {
        return made.get(source.step()).get(source.output());
    }

    private void hold(int at, long workspace) {
        bytes[at] = made.get(at).stream().mapToLong(TensorFacts::bytes).reduce(0, Math::addExact);
        released[steps.get(at).lastUse()] += bytes[at];
        held = Math.addExact(held, bytes[at]);
        if (Math.addExact(held, workspace) > most) {
            most = held + workspace;
            mostAt = at;
        }
        held -= released[at];
    }

    private String largest() {
        return IntStream.rangeClosed(0, Math.min(mostAt, steps.size() - 1))
                .filter(at -> steps.get(at).lastUse() >= mostAt)
                .boxed()
                .max(Comparator.comparingLong(at -> bytes[at]))
                .map(this::description)
                .orElse("nothing");
    }

    private String description(int at) {
        String shape = made.get(at).isEmpty() ? "[]" : made.get(at).get(0).shapeText();
        return named(steps.get(at).node()) + " " + shape + " takes " + bytes[at] + " bytes";
    }

    /** Names an operation in one line, whatever its author wrote. */
    private static String named(NodeDef node) {
        String name = node.getName().replaceAll("[^ -~]", "?");
        return name.substring(0, Math.min(name.length(), LONGEST_NAME)) + " (" + node.getOp() + ")";
    }
}
