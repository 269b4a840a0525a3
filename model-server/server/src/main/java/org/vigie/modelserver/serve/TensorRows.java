package org.vigie.modelserver.serve;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.vigie.model.protocol.FloatTensor;

/**
 * Holds tensors whose first axis is the row.
 *
 * @param tensors all with the same number of rows
 */
record TensorRows(List<FloatTensor> tensors) {
    /** Returns the number of rows. */
    int count() {
        return (int) tensors.get(0).shape()[0];
    }

    /** @throws IllegalStateException when a tensor has another number of rows: its rows cannot be given to their requests */
    void check(int rows) {
        for (FloatTensor tensor : tensors) {
            if (tensor.shape()[0] != rows) {
                throw new IllegalStateException(
                        tensor.name() + ": must have " + rows + " rows as the inputs, had " + tensor.shape()[0]);
            }
        }
    }

    /**
     * Stacks the rows of several requests.
     *
     * @param requests each with the same tensors in the same order and the same other axes
     */
    static TensorRows join(List<List<FloatTensor>> requests) {
        if (requests.size() == 1) {
            return new TensorRows(requests.get(0));
        }
        return new TensorRows(IntStream.range(0, requests.get(0).size())
                .mapToObj(place -> stack(
                        requests.stream().map(request -> request.get(place)).toList()))
                .toList());
    }

    /** Copies some of the rows. */
    List<FloatTensor> slice(int from, int rows) {
        return tensors.stream().map(tensor -> slice(tensor, from, rows)).toList();
    }

    private static FloatTensor stack(List<FloatTensor> parts) {
        long[] shape = parts.get(0).shape().clone();
        shape[0] = parts.stream().mapToLong(part -> part.shape()[0]).sum();
        float[] data =
                new float[parts.stream().mapToInt(part -> part.data().length).sum()];
        int at = 0;
        for (FloatTensor part : parts) {
            System.arraycopy(part.data(), 0, data, at, part.data().length);
            at += part.data().length;
        }
        return new FloatTensor(parts.get(0).name(), shape, data);
    }

    private static FloatTensor slice(FloatTensor tensor, int from, int rows) {
        int perRow = tensor.data().length / (int) tensor.shape()[0];
        long[] shape = tensor.shape().clone();
        shape[0] = rows;
        return new FloatTensor(
                tensor.name(), shape, Arrays.copyOfRange(tensor.data(), from * perRow, (from + rows) * perRow));
    }
}
