package org.vigie.training.command.train;

import java.util.List;
import org.vigie.inference.bundle.ModelCard.EvaluationResult;
import org.vigie.inference.bundle.ModelCard.GateOutcome;
import org.vigie.training.card.EnsembleResults;

/** Holds the calibration of the predictions out of fold, their results and the outcome of the gate. */
record CalibratedTraining(EnsembleResults results, List<EvaluationResult> outOfFold, GateOutcome gate) {}
