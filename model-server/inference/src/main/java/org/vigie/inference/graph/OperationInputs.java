package org.vigie.inference.graph;

import java.util.List;
import org.tensorflow.proto.AttrValue;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.NodeDef;

/** Holds an operation of a graph with what is known of its inputs. */
record OperationInputs(NodeDef node, List<TensorFacts> tensors) {
    TensorFacts input(int place) {
        if (place >= tensors.size()) {
            throw new UnknownShapeException("has only " + tensors.size() + " inputs");
        }
        return tensors.get(place);
    }

    TensorFacts last() {
        return input(Math.max(0, tensors.size() - 1));
    }

    long[] shape(int place) {
        return input(place).shape();
    }

    /** Returns the whole numbers of an input that gives sizes. @throws UnknownShapeException when only the data decide them */
    long[] numbers(int place) {
        return numbers(input(place));
    }

    static long[] numbers(TensorFacts sizes) {
        return sizes.numbers()
                .orElseThrow(() -> new UnknownShapeException("takes a size that is only known when it runs"));
    }

    long number(int place) {
        return number(input(place));
    }

    static long number(TensorFacts single) {
        long[] numbers = numbers(single);
        if (numbers.length != 1) {
            throw new UnknownShapeException("takes " + numbers.length + " numbers where one is expected");
        }
        return numbers[0];
    }

    /** Returns the type of an attribute; that of the first input, where the attribute is missing. */
    DataType type(String attribute) {
        AttrValue value = node.getAttrMap().get(attribute);
        return value == null ? input(0).type() : value.getType();
    }

    DataType type(String attribute, DataType otherwise) {
        AttrValue value = node.getAttrMap().get(attribute);
        return value == null ? otherwise : value.getType();
    }

    long integer(String attribute, long otherwise) {
        AttrValue value = node.getAttrMap().get(attribute);
        return value == null ? otherwise : value.getI();
    }

    boolean flag(String attribute) {
        AttrValue value = node.getAttrMap().get(attribute);
        return value != null && value.getB();
    }

    String text(String attribute, String otherwise) {
        AttrValue value = node.getAttrMap().get(attribute);
        return value == null ? otherwise : value.getS().toStringUtf8();
    }

    List<Long> integers(String attribute) {
        AttrValue value = node.getAttrMap().get(attribute);
        return value == null ? List.of() : value.getList().getIList();
    }
}
