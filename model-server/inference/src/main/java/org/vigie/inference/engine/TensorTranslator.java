package org.vigie.inference.engine;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.translate.NoBatchifyTranslator;
import ai.djl.translate.TranslatorContext;
import java.util.ArrayList;
import java.util.List;
import org.vigie.model.protocol.FloatTensor;

/** Maps named tensors to those of DJL, which identifies inputs and outputs by their position. */
final class TensorTranslator implements NoBatchifyTranslator<List<FloatTensor>, List<FloatTensor>> {
    private final List<String> inputs;
    private final List<String> outputs;

    TensorTranslator(List<String> inputs, List<String> outputs) {
        this.inputs = inputs;
        this.outputs = outputs;
    }

    @Override
    public NDList processInput(TranslatorContext context, List<FloatTensor> tensors) {
        NDManager manager = context.getNDManager();
        NDList list = new NDList();
        for (String name : inputs) {
            FloatTensor tensor = named(name, tensors);
            list.add(manager.create(tensor.data(), new Shape(tensor.shape())));
        }
        return list;
    }

    @Override
    public List<FloatTensor> processOutput(TranslatorContext context, NDList list) {
        List<FloatTensor> tensors = new ArrayList<>();
        for (int place = 0; place < outputs.size(); place++) {
            NDArray array = list.get(place);
            tensors.add(new FloatTensor(outputs.get(place), array.getShape().getShape(), array.toFloatArray()));
        }
        return tensors;
    }

    private static FloatTensor named(String name, List<FloatTensor> tensors) {
        return tensors.stream()
                .filter(tensor -> tensor.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no input '" + name + "'"));
    }
}
