package org.vigie.training.learn.attention;

import java.util.Map;
import org.vigie.inference.imputation.ImputationDirection;
import org.vigie.inference.imputation.ImputerConfig;
import org.vigie.training.learn.network.WeightArray;

/** Holds a trained imputer of one direction. */
public record TrainedImputer(ImputationDirection direction, ImputerConfig config, Map<String, WeightArray> weights) {}
