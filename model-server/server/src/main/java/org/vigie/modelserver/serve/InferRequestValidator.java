package org.vigie.modelserver.serve;

import java.util.Arrays;
import java.util.List;
import org.vigie.inference.bundle.ModelCard.TensorCard;
import org.vigie.model.protocol.FloatTensor;
import org.vigie.model.protocol.InferRequest;

/**
 * Checks requests against the tensors of a model, so that only fitting requests reach the engine.
 *
 * @param takes the model's inputs
 * @param gives the model's outputs
 * @param maxRows of one request
 */
record InferRequestValidator(List<TensorCard> takes, List<TensorCard> gives, int maxRows) {
    /**
     * Returns the request's inputs in the order of the model's inputs.
     *
     * @throws ServingException INVALID, naming what does not fit
     */
    List<FloatTensor> inputs(InferRequest request) {
        checkNames(request);
        List<FloatTensor> inputs =
                takes.stream().map(input -> input(request, input)).toList();
        checkRows(inputs);
        return inputs;
    }

    private void checkNames(InferRequest request) {
        if (request.inputs().size() != takes.size()) {
            throw invalid("takes " + names(takes) + ", got "
                    + request.inputs().stream().map(FloatTensor::name).toList());
        }
        for (String output : request.outputs()) {
            if (!names(gives).contains(output)) {
                throw invalid("gives " + names(gives) + ", asked for '" + output + "'");
            }
        }
    }

    private void checkRows(List<FloatTensor> inputs) {
        long rows = inputs.get(0).shape()[0];
        if (rows < 1 || rows > maxRows) {
            throw invalid("takes 1 to " + maxRows + " rows, got " + rows);
        }
        for (FloatTensor input : inputs) {
            if (input.shape()[0] != rows) {
                throw invalid(input.name() + ": has " + input.shape()[0] + " rows, others have " + rows);
            }
        }
    }

    private static FloatTensor input(InferRequest request, TensorCard card) {
        FloatTensor tensor = request.inputs().stream()
                .filter(input -> input.name().equals(card.name()))
                .findFirst()
                .orElseThrow(() -> invalid("input '" + card.name() + "' is missing"));
        if (!fits(tensor.shape(), card.shape())) {
            throw invalid(card.name() + ": shape must be " + card.shape() + ", was " + Arrays.toString(tensor.shape()));
        }
        checkFinite(card.name(), tensor.data());
        return tensor;
    }

    private static void checkFinite(String name, float... numbers) {
        for (float number : numbers) {
            if (!Float.isFinite(number)) {
                throw invalid(name + ": must be finite, held " + number);
            }
        }
    }

    private static boolean fits(long[] shape, List<Long> expected) {
        boolean fits = shape.length == expected.size();
        for (int axis = 0; fits && axis < shape.length; axis++) {
            fits = expected.get(axis) < 0 || expected.get(axis) == shape[axis];
        }
        return fits;
    }

    private static List<String> names(List<TensorCard> cards) {
        return cards.stream().map(TensorCard::name).toList();
    }

    private static ServingException invalid(String message) {
        return new ServingException(ServingException.ServingErrorCode.INVALID, message);
    }
}
