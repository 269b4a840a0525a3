package org.vigie.modelserver.serve;

import java.util.List;
import java.util.stream.Stream;
import org.vigie.inference.bundle.ModelCard;
import org.vigie.inference.bundle.ModelCard.TensorCard;
import org.vigie.inference.engine.ServableModel;
import org.vigie.inference.ensemble.SurvivalModel;
import org.vigie.model.protocol.FloatTensor;

/** Serves a survival model. An ensemble has the same outputs whatever its graph; a single graph has those of its card. */
record ServableSurvivalModel(SurvivalModel model) implements ServableModel {
    @Override
    public ModelCard card() {
        return model.card();
    }

    @Override
    public String device() {
        return model.device();
    }

    @Override
    public List<TensorCard> outputs() {
        return model.isEnsemble()
                ? Stream.concat(SurvivalOutputs.UNASKED.stream(), SurvivalOutputs.ON_REQUEST.stream())
                        .toList()
                : card().outputs();
    }

    @Override
    public List<FloatTensor> infer(List<FloatTensor> inputs, boolean explain) {
        return model.infer(inputs, explain);
    }

    @Override
    public void close() {
        model.close();
    }
}
