package org.vigie.model.client;

import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.MetadataUtils;
import io.grpc.stub.StreamObserver;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.vigie.model.grpc.GrpcMessageMapper;
import org.vigie.model.grpc.v2.GRPCInferenceServiceGrpc;
import org.vigie.model.grpc.v2.GRPCInferenceServiceGrpc.GRPCInferenceServiceStub;
import org.vigie.model.grpc.v2.ModelInferResponse;
import org.vigie.model.protocol.InferRequest;
import org.vigie.model.protocol.InferResponse;
import org.vigie.model.score.ScorerException;
import org.vigie.model.score.ScorerException.ScorerErrorCode;

/**
 * Calls a model server over gRPC, on one connection. It does not retry; the caller decides that. Responses complete on the thread of the
 * connection, so that dependent stages must not block.
 */
final class GrpcInferenceClient implements InferenceClient {
    private static final Metadata.Key<String> AUTHORIZATION =
            Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER);

    private final InferenceClientConfig config;
    private final ManagedChannel channel;
    private final GRPCInferenceServiceStub stub;

    GrpcInferenceClient(InferenceClientConfig config) {
        this.config = config;
        URI url = URI.create(config.url());
        NettyChannelBuilder connection =
                NettyChannelBuilder.forAddress(url.getHost(), url.getPort()).directExecutor();
        channel = new GrpcClientTls(url.getScheme(), config.tls())
                .addTo(connection)
                .build();
        stub = GRPCInferenceServiceGrpc.newStub(channel)
                .withInterceptors(MetadataUtils.newAttachHeadersInterceptor(headers(config)));
    }

    private static Metadata headers(InferenceClientConfig config) {
        var headers = new Metadata();
        config.authorization().ifPresent(token -> headers.put(AUTHORIZATION, token));
        return headers;
    }

    @Override
    public CompletionStage<InferResponse> infer(InferRequest request) {
        CompletableFuture<InferResponse> answer = new CompletableFuture<>();
        stub.withDeadlineAfter(config.timeout().toNanos(), TimeUnit.NANOSECONDS)
                .modelInfer(
                        GrpcMessageMapper.of(request, config.model(), config.version()), new AnswerObserver(answer));
        return answer;
    }

    @Override
    public void close() {
        channel.shutdownNow();
    }

    /** Completes an answer with that of the server, or with its error. */
    private final class AnswerObserver implements StreamObserver<ModelInferResponse> {
        private final CompletableFuture<InferResponse> answer;

        AnswerObserver(CompletableFuture<InferResponse> answer) {
            this.answer = answer;
        }

        @Override
        public void onNext(ModelInferResponse message) {
            try {
                answer.complete(GrpcMessageMapper.response(message));
            } catch (IllegalArgumentException e) {
                answer.completeExceptionally(InferenceScoreMapper.invalidResponse(e));
            }
        }

        @Override
        public void onError(Throwable failure) {
            Status status = Status.fromThrowable(failure);
            if (status.getCode() == Status.Code.UNAVAILABLE || status.getCode() == Status.Code.DEADLINE_EXCEEDED) {
                // Without this gRPC waits longer after each failure before it connects again.
                channel.enterIdle();
            }
            answer.completeExceptionally(refusal(status));
        }

        @Override
        public void onCompleted() {
            // onNext has completed the answer.
        }
    }

    private ScorerException refusal(Status status) {
        String reason = status.getDescription() == null ? status.getCode().name() : status.getDescription();
        return switch (status.getCode()) {
            case INVALID_ARGUMENT -> new ScorerException(ScorerErrorCode.BAD_REQUEST, reason);
            case RESOURCE_EXHAUSTED -> new ScorerException(ScorerErrorCode.OVERLOADED, reason);
            case DEADLINE_EXCEEDED -> timeout();
            case UNAVAILABLE -> unavailable(reason, status);
            default -> new ScorerException(ScorerErrorCode.MODEL_UNAVAILABLE, reason);
        };
    }

    private ScorerException timeout() {
        return new ScorerException(
                ScorerErrorCode.TIMEOUT, "no answer from " + config.url() + " within " + config.timeout());
    }

    private ScorerException unavailable(String reason, Status status) {
        return new ScorerException(
                ScorerErrorCode.MODEL_UNAVAILABLE, "cannot reach " + config.url() + ": " + reason, status.getCause());
    }
}
