package org.vigie.training.learn.adversarial;

import static org.vigie.signal.window.HourlyGrid.HOURS;
import static org.vigie.training.learn.adversarial.EncodedStay.FACTS;
import static org.vigie.training.learn.adversarial.EncodedStay.PER_HOUR;

import java.util.List;
import java.util.Map;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Sum;
import org.tensorflow.types.TFloat32;
import org.vigie.training.learn.network.InitialWeights;
import org.vigie.training.learn.network.WeightArray;

/**
 * Builds the critic: convolutions over the hours beside summaries of each series. Its answer grows the more recorded a stay looks for its
 * condition.
 *
 * <p>Source: Gulrajani I et al. Improved training of Wasserstein GANs. NeurIPS 2017; Miyato T, Koyama M. cGANs with projection
 * discriminator. ICLR 2018 (condition). The summaries are of this project.
 */
record CriticNetwork(HourLayers layers, AdversarialConfig config) {
    private static final int LAST = HOURS / 8;

    static Map<String, WeightArray> start(AdversarialConfig config) {
        int width = config.width();
        InitialWeights weights = new InitialWeights(config.seed() + 1);
        HourLayers.startHalved(weights, "critic.hours48", PER_HOUR, width);
        HourLayers.startHalved(weights, "critic.hours24", width, width);
        HourLayers.startHalved(weights, "critic.hours12", width, width);
        return weights.dense("critic.hours", LAST * width, width)
                .dense("critic.summary", HourPooling.SIZE + 2 * FACTS, 2 * width)
                .dense("critic.joined", 3 * width + StayCondition.SIZE, width)
                .dense("critic.out", width, 1)
                .dense("critic.condition", StayCondition.SIZE, width)
                .all();
    }

    /**
     * Returns the answers: [batch].
     *
     * @param cells [batch, 48, 74]
     */
    Operand<TFloat32> answers(Operand<TFloat32> cells, Operand<TFloat32> facts, Operand<TFloat32> conditions) {
        Operand<TFloat32> summary = tf().concat(List.of(new HourPooling(tf()).summary(cells), facts), tf().constant(1));
        Operand<TFloat32> joined = tf().concat(
                        List.of(
                                layers.active(layers.dense(course(cells), "critic.hours")),
                                layers.active(layers.dense(summary, "critic.summary")),
                                conditions),
                        tf().constant(1));
        Operand<TFloat32> state = layers.active(layers.dense(joined, "critic.joined"));
        Operand<TFloat32> fitting = tf().sum(
                        tf().math.mul(state, layers.dense(conditions, "critic.condition")),
                        tf().constant(1),
                        Sum.keepDims(true));
        return tf().reshape(tf().math.add(layers.dense(state, "critic.out"), fitting), layers.ints(-1));
    }

    private Operand<TFloat32> course(Operand<TFloat32> cells) {
        int width = config.width();
        Operand<TFloat32> hours24 = layers.halved(cells, "critic.hours48", HOURS, PER_HOUR, width);
        Operand<TFloat32> hours12 = layers.halved(hours24, "critic.hours24", HOURS / 2, width, width);
        Operand<TFloat32> hours6 = layers.halved(hours12, "critic.hours12", HOURS / 4, width, width);
        return tf().reshape(hours6, layers.ints(-1, LAST * width));
    }

    private Ops tf() {
        return layers.tf();
    }
}
