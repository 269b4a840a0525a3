package org.vigie.inference.graph;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongBinaryOperator;
import java.util.function.LongUnaryOperator;
import org.tensorflow.proto.DataType;

/** Describes operations that compute each element of their output from the elements at its place. */
final class ElementwiseRules {
    private static final List<String> SAME = List.of(
            "Abs",
            "Ceil",
            "Cumprod",
            "Cumsum",
            "Elu",
            "Erf",
            "Exp",
            "Expm1",
            "Floor",
            "LeakyRelu",
            "Log",
            "Log1p",
            "LogSoftmax",
            "LogicalNot",
            "Reciprocal",
            "Relu",
            "Relu6",
            "ReverseV2",
            "Round",
            "Rsqrt",
            "Sigmoid",
            "Sign",
            "Softmax",
            "Softplus",
            "Sqrt",
            "Square",
            "Tanh",
            "BiasAdd");
    private static final List<String> JOINED = List.of(
            "ClipByValue",
            "DivNoNan",
            "EluGrad",
            "LogicalAnd",
            "LogicalOr",
            "Pow",
            "RealDiv",
            "ReluGrad",
            "RsqrtGrad",
            "SigmoidGrad",
            "SoftplusGrad",
            "SqrtGrad",
            "SquaredDifference",
            "TanhGrad");
    private static final List<String> COMPARED =
            List.of("Equal", "Greater", "GreaterEqual", "Less", "LessEqual", "NotEqual");
    private static final List<String> TESTED = List.of("IsFinite", "IsInf", "IsNan");

    private ElementwiseRules() {}

    static void addTo(Map<String, ShapeRule> rules) {
        SAME.forEach(name -> rules.put(name, node -> List.of(unknown(node.input(0)))));
        JOINED.forEach(name ->
                rules.put(name, node -> List.of(joined(node, node.input(0).type()))));
        COMPARED.forEach(name -> rules.put(name, node -> List.of(joined(node, DataType.DT_BOOL))));
        TESTED.forEach(name -> rules.put(name, node -> List.of(TensorFacts.of(DataType.DT_BOOL, node.shape(0)))));
        rules.put("Identity", node -> List.of(node.input(0)));
        rules.put("StopGradient", node -> List.of(node.input(0)));
        rules.put("IdentityN", OperationInputs::tensors);
        rules.put("Cast", node -> List.of(cast(node)));
        rules.put("Neg", node -> List.of(mapped(node.input(0), Math::negateExact)));
        rules.put("AddN", node -> List.of(joined(node, node.input(0).type())));
        rules.put("SelectV2", node -> List.of(joined(node, node.input(1).type())));
        rules.put("Select", node -> List.of(unknown(node.input(1))));
        addCounted(rules);
    }

    /** Adds the operations whose whole numbers are followed. */
    private static void addCounted(Map<String, ShapeRule> rules) {
        counted(rules, Math::addExact, "Add", "AddV2");
        counted(rules, Math::subtractExact, "Sub");
        counted(rules, Math::multiplyExact, "Mul");
        counted(rules, Math::max, "Maximum");
        counted(rules, Math::min, "Minimum");
        counted(rules, (left, right) -> left / right, "Div");
        counted(rules, Math::floorDiv, "FloorDiv");
        counted(rules, (left, right) -> left % right, "Mod");
        counted(rules, Math::floorMod, "FloorMod");
    }

    private static void counted(Map<String, ShapeRule> rules, LongBinaryOperator operator, String... names) {
        for (String name : names) {
            rules.put(
                    name,
                    node -> List.of(joined(node, node.input(0).type())
                            .withNumbers(combined(node.input(0), node.input(1), operator))));
        }
    }

    private static TensorFacts unknown(TensorFacts input) {
        return TensorFacts.of(input.type(), input.shape());
    }

    private static TensorFacts joined(OperationInputs node, DataType type) {
        long[] shape = node.shape(0);
        for (TensorFacts other : node.tensors()) {
            shape = TensorShapes.broadcast(shape, other.shape());
        }
        return TensorFacts.of(type, shape);
    }

    private static TensorFacts cast(OperationInputs node) {
        return TensorFacts.of(node.type("DstT"), node.shape(0))
                .withNumbers(node.input(0).numbers());
    }

    private static TensorFacts mapped(TensorFacts input, LongUnaryOperator operator) {
        return input.withNumbers(input.numbers()
                .map(numbers -> Arrays.stream(numbers).map(operator).toArray()));
    }

    /** Combines known numbers of one shape, or those of a tensor with a single one. */
    private static Optional<long[]> combined(TensorFacts left, TensorFacts right, LongBinaryOperator operator) {
        if (left.numbers().isEmpty() || right.numbers().isEmpty()) {
            return Optional.empty();
        }
        long[] first = left.numbers().get();
        long[] second = right.numbers().get();
        boolean fits = left.rank() == 0 || right.rank() == 0 || Arrays.equals(left.shape(), right.shape());
        return fits ? Optional.of(combined(first, second, operator)) : Optional.empty();
    }

    private static long[] combined(long[] first, long[] second, LongBinaryOperator operator) {
        long[] numbers = new long[first.length == 1 ? second.length : first.length];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = operator.applyAsLong(first[first.length == 1 ? 0 : i], second[second.length == 1 ? 0 : i]);
        }
        return numbers;
    }
}
