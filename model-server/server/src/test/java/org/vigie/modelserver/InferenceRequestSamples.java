package org.vigie.modelserver;

import com.google.protobuf.ByteString;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.vigie.model.grpc.v2.InferParameter;
import org.vigie.model.grpc.v2.InferTensorContents;
import org.vigie.model.grpc.v2.ModelInferRequest;
import org.vigie.model.grpc.v2.ModelInferRequest.InferInputTensor;
import org.vigie.model.grpc.v2.ModelInferRequest.InferRequestedOutputTensor;
import org.vigie.model.protocol.InferRequest;
import org.vigie.model.score.ScoreRequest;
import org.vigie.signal.impute.PreparationRecipe;
import org.vigie.signal.impute.WindowImputer;
import org.vigie.signal.window.HourlyGrid;
import org.vigie.signal.window.StaticFeatures;

/** Builds requests for the shipped model, among them those that it refuses. */
final class InferenceRequestSamples {
    private static final int MAX_BODY = TestServer.MAX_BODY;

    private InferenceRequestSamples() {}

    static Stream<Arguments> refusedOverGrpc() {
        ModelInferRequest good = GrpcRequests.raw(request(true, 1));
        ModelInferRequest typed = GrpcRequests.typed(request(true, 1));
        return Stream.of(
                Arguments.of("NaN", holding(Float.NaN), "INVALID_ARGUMENT: values: must be finite, held NaN"),
                Arguments.of(
                        "infinite",
                        holding(Float.NEGATIVE_INFINITY),
                        "INVALID_ARGUMENT: values: must be finite, held -Infinity"),
                Arguments.of(
                        "shape",
                        input(
                                good,
                                good.getInputs(0).toBuilder().setShape(1, 37).setShape(2, 48)),
                        "INVALID_ARGUMENT: values: shape must be [-1, 48, 37], was [1, 37, 48]"),
                Arguments.of(
                        "negative shape",
                        input(good, good.getInputs(0).toBuilder().setShape(0, -1)),
                        "INVALID_ARGUMENT: values: shape [-1, 48, 37] does not hold 1776 numbers"),
                Arguments.of(
                        "datatype",
                        input(good, good.getInputs(0).toBuilder().setDatatype("FP64")),
                        "INVALID_ARGUMENT: values: datatype must be FP32, was FP64"),
                Arguments.of(
                        "numbers of another kind",
                        input(
                                typed,
                                typed.getInputs(0).toBuilder()
                                        .setContents(
                                                InferTensorContents.newBuilder().addInt64Contents(1))),
                        "INVALID_ARGUMENT: values: shape [1, 48, 37] does not hold 0 numbers"),
                Arguments.of(
                        "unknown input",
                        input(good, good.getInputs(0).toBuilder().setName("pulse")),
                        "INVALID_ARGUMENT: input 'values' is missing"),
                Arguments.of(
                        "too few inputs",
                        typed.toBuilder().removeInputs(3).build(),
                        "INVALID_ARGUMENT: takes [values, measured, ages, statics], got [values, measured, ages]"),
                Arguments.of(
                        "unknown output",
                        good.toBuilder()
                                .addOutputs(
                                        InferRequestedOutputTensor.newBuilder().setName("fate"))
                                .build(),
                        "INVALID_ARGUMENT: gives [probability], asked for 'fate'"),
                Arguments.of(
                        "a number cut off",
                        raw(good, 4 * 48 * 37 - 4),
                        "INVALID_ARGUMENT: values: shape [1, 48, 37] does not hold 1775 numbers"),
                Arguments.of(
                        "half a number",
                        raw(good, 4 * 48 * 37 - 2),
                        "INVALID_ARGUMENT: values: raw contents must be whole 32-bit floats, were 7102 bytes"),
                Arguments.of(
                        "contents missing",
                        good.toBuilder().clearRawInputContents().build(),
                        "INVALID_ARGUMENT: values: shape [1, 48, 37] does not hold 0 numbers"),
                Arguments.of(
                        "raw contents left over",
                        good.toBuilder().addRawInputContents(ByteString.EMPTY).build(),
                        "INVALID_ARGUMENT: raw_input_contents: must be as many as inputs, were 5 for 4"),
                Arguments.of(
                        "both contents",
                        input(good, typed.getInputs(0).toBuilder()),
                        "INVALID_ARGUMENT: values: contents must be absent beside raw_input_contents"),
                Arguments.of(
                        "another recipe",
                        good.toBuilder()
                                .putParameters(
                                        "recipe",
                                        InferParameter.newBuilder()
                                                .setStringParam("0123456789abcdef")
                                                .build())
                                .build(),
                        "INVALID_ARGUMENT: recipe: the window was prepared by 0123456789ab, survival-lstm 1 was"
                                + " trained with "
                                + PreparationRecipe.SHIPPED.digest().substring(0, 12)
                                + "; set window.recipe of risk-flink to the recipe.yaml of the model"),
                Arguments.of(
                        "too many rows",
                        GrpcRequests.raw(request(true, new int[65])),
                        "INVALID_ARGUMENT: takes 1 to 64 rows, got 65"),
                Arguments.of(
                        "unknown model",
                        good.toBuilder().setModelName("unheard").build(),
                        "NOT_FOUND: no model 'unheard'"),
                Arguments.of(
                        "unknown version",
                        good.toBuilder().setModelVersion("9").build(),
                        "NOT_FOUND: model 'survival-lstm' has no version '9'"),
                Arguments.of(
                        "oversized",
                        GrpcRequests.raw(request(true, new int[200])),
                        "RESOURCE_EXHAUSTED: gRPC message exceeds maximum size " + MAX_BODY));
    }

    private static ModelInferRequest holding(float number) {
        InferRequest request = request(true, 1);
        request.inputs().get(0).data()[5] = number;
        return GrpcRequests.raw(request);
    }

    /** With another first input. */
    private static ModelInferRequest input(ModelInferRequest request, InferInputTensor.Builder values) {
        return request.toBuilder().setInputs(0, values).build();
    }

    /** With so many bytes of the first input. */
    private static ModelInferRequest raw(ModelInferRequest request, int bytes) {
        return request.toBuilder()
                .setRawInputContents(0, request.getRawInputContents(0).substring(0, bytes))
                .build();
    }

    /** A stay whose values and length depend on the seed. */
    static ScoreRequest window(int seed) {
        HourlyGrid grid = new HourlyGrid();
        for (int hour = 0; hour < 10 + seed; hour++) {
            grid.add(hour, 14, 70 + 9 * seed);
        }
        return ScoreRequest.of(
                WindowImputer.fill(grid, 10 + seed),
                new StaticFeatures(
                        40 + 7 * seed,
                        StaticFeatures.AdministrativeSex.MALE,
                        175,
                        80,
                        StaticFeatures.UnitType.MEDICAL));
    }

    static InferRequest request(boolean binaryOutputs, int... seeds) {
        List<ScoreRequest> windows =
                IntStream.of(seeds).mapToObj(InferenceRequestSamples::window).toList();
        return new InferRequest("42", GrpcRequests.tensors(windows), List.of("probability"), binaryOutputs);
    }
}
