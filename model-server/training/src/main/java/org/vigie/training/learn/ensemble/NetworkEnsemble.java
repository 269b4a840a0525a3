package org.vigie.training.learn.ensemble;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Stack;
import org.tensorflow.op.math.Mean;
import org.tensorflow.types.TFloat32;
import org.vigie.training.learn.encode.InputScaling;
import org.vigie.training.learn.encode.NetworkInputs;
import org.vigie.training.learn.encode.WindowTensors;
import org.vigie.training.learn.network.DropoutFunction;
import org.vigie.training.learn.network.NetworkConfig;
import org.vigie.training.learn.network.NetworkLayers;
import org.vigie.training.learn.network.OutputHeads;
import org.vigie.training.learn.network.SavedModelGraph;
import org.vigie.training.learn.network.TrainedNetwork;

/** Builds trained networks side by side in one graph. Their weights are constants that all uses share. */
final class NetworkEnsemble {
    private final Ops tf;
    private final InputScaling scaling;
    private final List<NetworkConfig> configs = new ArrayList<>();
    private final List<Map<String, Operand<TFloat32>>> weights = new ArrayList<>();

    NetworkEnsemble(Ops tf, InputScaling scaling, List<TrainedNetwork> nets) {
        this.tf = tf;
        this.scaling = scaling;
        for (TrainedNetwork net : nets) {
            Map<String, Operand<TFloat32>> constants = new LinkedHashMap<>();
            net.weights().forEach((name, weight) -> constants.put(name, SavedModelGraph.constant(tf, weight)));
            configs.add(net.config());
            weights.add(constants);
        }
    }

    /**
     * Builds {@code logits} [batch, networks], {@code survival} [batch, 30] as the mean of the curves, and {@code los_days} [batch] from
     * the mean logarithm.
     */
    Map<String, Operand<TFloat32>> outputs(WindowTensors windows) {
        NetworkInputs inputs = inputs(windows);
        List<OutputHeads> heads = heads(inputs.steps(), inputs.summary());
        Operand<TFloat32> logits = side(heads.stream().map(OutputHeads::logit).toList());
        Operand<TFloat32> survival = mean(heads.stream().map(this::alive).toList());
        Operand<TFloat32> stay = mean(heads.stream().map(OutputHeads::stay).toList());
        Operand<TFloat32> days = tf.math.maximum(tf.math.expm1(stay), tf.constant(0f));
        return named(logits, survival, days);
    }

    private Map<String, Operand<TFloat32>> named(
            Operand<TFloat32> logits, Operand<TFloat32> survival, Operand<TFloat32> days) {
        Map<String, Operand<TFloat32>> outputs = new LinkedHashMap<>();
        outputs.put("logits", tf.withName("logits").identity(logits));
        outputs.put("survival", tf.withName("survival").identity(survival));
        outputs.put("los_days", tf.withName("los_days").identity(days));
        return outputs;
    }

    /** Builds the inputs of the networks from windows. */
    NetworkInputs inputs(WindowTensors windows) {
        return new NetworkInputs(tf, windows, scaling);
    }

    /** Builds the mean log odds [batch] from {@link NetworkInputs}. */
    Operand<TFloat32> meanLogit(Operand<TFloat32> steps, Operand<TFloat32> summary) {
        return mean(heads(steps, summary).stream().map(OutputHeads::logit).toList());
    }

    private List<OutputHeads> heads(Operand<TFloat32> steps, Operand<TFloat32> summary) {
        List<OutputHeads> heads = new ArrayList<>();
        for (int net = 0; net < configs.size(); net++) {
            NetworkLayers layers = new NetworkLayers(tf, weights.get(net)::get, DropoutFunction.NONE);
            heads.add(OutputHeads.of(configs.get(net), layers, steps, summary));
        }
        return heads;
    }

    /** Builds the survival curve: the product of (1 - hazard) up to each day. */
    private Operand<TFloat32> alive(OutputHeads heads) {
        return tf.math.exp(tf.math.neg(tf.math.cumsum(tf.math.softplus(heads.hazards()), tf.constant(1))));
    }

    private Operand<TFloat32> side(List<Operand<TFloat32>> columns) {
        return tf.stack(columns, Stack.axis(1L));
    }

    private Operand<TFloat32> mean(List<Operand<TFloat32>> parts) {
        return tf.math.mean(tf.stack(parts, Stack.axis(0L)), tf.constant(0), Mean.keepDims(false));
    }
}
