package org.vigie.training.learn.network;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Output;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Assign;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.op.core.Variable;
import org.tensorflow.proto.ConfigProto;
import org.tensorflow.types.TFloat32;
import org.vigie.training.learn.encode.TensorScope;

/** Holds the variables of a network in a graph by name, and reads and writes their values. */
public final class GraphVariables {
    private final Session session;
    private final Map<String, Variable<TFloat32>> variables = new LinkedHashMap<>();
    private final Map<String, Placeholder<TFloat32>> incoming = new LinkedHashMap<>();
    private final Map<String, Assign<TFloat32>> assigns = new LinkedHashMap<>();

    /** @param start gives the names and shapes; {@link #restore} sets the values */
    public GraphVariables(Ops tf, Session session, Map<String, WeightArray> start) {
        this.session = session;
        start.forEach((name, weight) -> variables.put(name, tf.variable(weight.shape(), TFloat32.class)));
        variables.forEach((name, variable) -> {
            incoming.put(name, tf.placeholder(TFloat32.class));
            assigns.put(name, tf.assign(variable, incoming.get(name)));
        });
    }

    /** Opens a session with one thread, so that sums have a fixed order. */
    public static Session session(Graph graph) {
        return new Session(
                graph,
                ConfigProto.newBuilder()
                        .setIntraOpParallelismThreads(1)
                        .setInterOpParallelismThreads(1)
                        .build());
    }

    /** Returns a variable by name. */
    public Operand<TFloat32> get(String name) {
        return variables.get(name);
    }

    /** Returns the variables in the order of their names' insertion. */
    public List<Variable<TFloat32>> all() {
        return List.copyOf(variables.values());
    }

    /** Returns the outputs of {@link #all()}, for gradients. */
    public Output<?>[] outputs() {
        return variables.values().stream().map(Variable::asOutput).toArray(Output<?>[]::new);
    }

    /** Returns the present values by name. */
    public Map<String, WeightArray> values() {
        Session.Runner runner = session.runner();
        variables.values().forEach(runner::fetch);
        Map<String, WeightArray> weights = new LinkedHashMap<>();
        try (Result result = runner.run()) {
            int position = 0;
            for (String name : variables.keySet()) {
                weights.put(name, WeightArray.of((TFloat32) result.get(position++)));
            }
        }
        return weights;
    }

    /** Sets values by name. */
    public void restore(Map<String, WeightArray> weights) {
        try (TensorScope tensors = new TensorScope()) {
            Session.Runner runner = session.runner();
            weights.forEach((name, weight) -> runner.feed(
                            incoming.get(name),
                            tensors.of(weight.values(), weight.shape().asArray()))
                    .addTarget((Op) assigns.get(name)));
            runner.run().close();
        }
    }
}
