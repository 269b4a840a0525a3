package org.vigie.training.learn.adversarial;

import static org.vigie.signal.window.HourlyGrid.HOURS;
import static org.vigie.signal.window.HourlyGrid.SERIES;
import static org.vigie.training.learn.adversarial.EncodedStay.FACTS;
import static org.vigie.training.learn.adversarial.EncodedStay.PER_HOUR;

import java.util.List;
import java.util.Map;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.vigie.training.learn.network.InitialWeights;
import org.vigie.training.learn.network.WeightArray;

/**
 * Builds the generator: from random numbers and a condition to six states, then by convolutions to 48 hours with values and masks. A level
 * of each series for the whole stay is added.
 *
 * <p>Source: Gulrajani I et al. Improved training of Wasserstein GANs. NeurIPS 2017; Bengio Y et al. arXiv:1308.3432 (hard masks whose
 * gradient is that of the soft ones).
 */
record GeneratorNetwork(HourLayers layers, AdversarialConfig config) {
    private static final int FIRST = HOURS / 8;

    static Map<String, WeightArray> start(AdversarialConfig config) {
        int width = config.width();
        InitialWeights weights = new InitialWeights(config.seed());
        weights.dense("stay", config.noise() + StayCondition.SIZE, 2 * width)
                .dense("states", 2 * width, FIRST * width)
                .dense("level", 2 * width, PER_HOUR)
                .dense("facts", 2 * width, 2 * FACTS);
        HourLayers.startDoubled(weights, "hours12", width, width);
        HourLayers.startDoubled(weights, "hours24", width, width);
        HourLayers.startDoubled(weights, "hours48", width, width);
        return weights.dense("hour", width + config.hourNoise(), width)
                .dense("cells", width, PER_HOUR)
                .all();
    }

    /**
     * @param noise [batch, noise]
     * @param hourNoise [batch, 48, hourNoise]
     */
    GeneratedCells generate(Operand<TFloat32> noise, Operand<TFloat32> hourNoise, Operand<TFloat32> conditions) {
        Operand<TFloat32> input = tf().concat(List.of(noise, conditions), tf().constant(1));
        Operand<TFloat32> stay = layers.active(layers.dense(input, "stay"));
        Operand<TFloat32> level = tf().reshape(layers.dense(stay, "level"), layers.ints(-1, 1, PER_HOUR));
        Operand<TFloat32> hours = tf().math.add(hours(stay, hourNoise), level);
        Operand<TFloat32> facts = tf().reshape(layers.dense(stay, "facts"), layers.ints(-1, 1, 2 * FACTS));
        return new GeneratedCells(
                masked(hours, SERIES), tf().reshape(masked(facts, FACTS), layers.ints(-1, 2 * FACTS)));
    }

    private Operand<TFloat32> hours(Operand<TFloat32> stay, Operand<TFloat32> hourNoise) {
        int width = config.width();
        Operand<TFloat32> hours6 =
                tf().reshape(layers.active(layers.dense(stay, "states")), layers.ints(-1, FIRST, width));
        Operand<TFloat32> hours12 = layers.doubled(hours6, "hours12", FIRST, width, width);
        Operand<TFloat32> hours24 = layers.doubled(hours12, "hours24", 2 * FIRST, width, width);
        Operand<TFloat32> hours48 = layers.doubled(hours24, "hours48", 4 * FIRST, width, width);
        Operand<TFloat32> noisy = tf().reshape(
                        tf().concat(List.of(hours48, hourNoise), tf().constant(2)),
                        layers.ints(-1, width + config.hourNoise()));
        Operand<TFloat32> cells = layers.dense(layers.active(layers.dense(noisy, "hour")), "cells");
        return tf().reshape(cells, layers.ints(-1, HOURS, PER_HOUR));
    }

    /** Sets a value to 0 where its mask is 0. The mask is 0 or 1; its gradient is that of a sigmoid. */
    private Operand<TFloat32> masked(Operand<TFloat32> steps, int columns) {
        Operand<TFloat32> values = tf().slice(steps, layers.ints(0, 0, 0), layers.ints(-1, -1, columns));
        Operand<TFloat32> soft =
                tf().math.sigmoid(tf().slice(steps, layers.ints(0, 0, columns), layers.ints(-1, -1, columns)));
        Operand<TFloat32> hard =
                tf().math.add(soft, tf().stopGradient(tf().math.sub(tf().math.rint(soft), soft)));
        return tf().concat(List.of(tf().math.mul(values, hard), hard), tf().constant(2));
    }

    private Ops tf() {
        return layers.tf();
    }
}
