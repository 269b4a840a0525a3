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
import org.vigie.model.score.ScoreRequest;
import org.vigie.model.score.ScorerException;
import org.vigie.model.score.ScorerException.ScorerErrorCode;
import org.vigie.model.score.SurvivalScore;
import org.vigie.model.score.SurvivalScorer;

/**
 * Scores windows with a model server over gRPC, on one connection. It does not retry; the caller decides that. Responses complete on the
 * thread of the connection, so that dependent stages must not block.
 */
final class GrpcScorer implements SurvivalScorer {
    private static final InferenceScoreMapper MAPPER = new InferenceScoreMapper(true);
    private static final Metadata.Key<String> AUTHORIZATION =
            Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER);

    private final InferenceClientConfig config;
    private final ManagedChannel channel;
    private final GRPCInferenceServiceStub stub;

    GrpcScorer(InferenceClientConfig config) {
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
    public CompletionStage<SurvivalScore> score(ScoreRequest request, boolean explain) {
        CompletableFuture<SurvivalScore> score = new CompletableFuture<>();
        stub.withDeadlineAfter(config.timeout().toNanos(), TimeUnit.NANOSECONDS)
                .modelInfer(
                        GrpcMessageMapper.of(MAPPER.toInferRequest(request, explain), config.model(), config.version()),
                        new ScoreObserver(score));
        return score;
    }

    @Override
    public void close() {
        channel.shutdownNow();
    }

    /** Completes a score with the answer, or with the error, of the server. */
    private final class ScoreObserver implements StreamObserver<ModelInferResponse> {
        private final CompletableFuture<SurvivalScore> score;

        ScoreObserver(CompletableFuture<SurvivalScore> score) {
            this.score = score;
        }

        @Override
        public void onNext(ModelInferResponse message) {
            try {
                score.complete(MAPPER.toSurvivalScore(GrpcMessageMapper.response(message)));
            } catch (IllegalArgumentException e) {
                score.completeExceptionally(MAPPER.invalidResponse(e));
            }
        }

        @Override
        public void onError(Throwable failure) {
            Status status = Status.fromThrowable(failure);
            if (status.getCode() == Status.Code.UNAVAILABLE || status.getCode() == Status.Code.DEADLINE_EXCEEDED) {
                // Without this gRPC waits longer after each failure before it connects again.
                channel.enterIdle();
            }
            score.completeExceptionally(refusal(status));
        }

        @Override
        public void onCompleted() {
            // onNext has completed the score.
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
