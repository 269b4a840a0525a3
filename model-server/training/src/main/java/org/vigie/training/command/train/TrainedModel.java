package org.vigie.training.command.train;

import org.vigie.inference.bundle.ModelLineage;
import org.vigie.training.learn.encode.InputScaling;
import org.vigie.training.learn.ensemble.TrainedEnsemble;

/** Holds a model that was trained on all stays. */
record TrainedModel(
        TrainingCohorts sets, InputScaling scaling, TrainedEnsemble members, ModelLineage lineage, boolean... died) {}
