package org.vigie.modelserver.grpc;

import io.grpc.Status;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.vigie.model.grpc.GrpcMessageMapper;
import org.vigie.model.grpc.v2.GRPCInferenceServiceGrpc.GRPCInferenceServiceImplBase;
import org.vigie.model.grpc.v2.ModelInferRequest;
import org.vigie.model.grpc.v2.ModelInferResponse;
import org.vigie.model.grpc.v2.ModelMetadataRequest;
import org.vigie.model.grpc.v2.ModelMetadataResponse;
import org.vigie.model.grpc.v2.ModelReadyRequest;
import org.vigie.model.grpc.v2.ModelReadyResponse;
import org.vigie.model.grpc.v2.RepositoryIndexRequest;
import org.vigie.model.grpc.v2.RepositoryIndexResponse;
import org.vigie.model.grpc.v2.RepositoryModelLoadRequest;
import org.vigie.model.grpc.v2.RepositoryModelLoadResponse;
import org.vigie.model.grpc.v2.RepositoryModelUnloadRequest;
import org.vigie.model.grpc.v2.RepositoryModelUnloadResponse;
import org.vigie.model.grpc.v2.ServerLiveRequest;
import org.vigie.model.grpc.v2.ServerLiveResponse;
import org.vigie.model.grpc.v2.ServerMetadataRequest;
import org.vigie.model.grpc.v2.ServerMetadataResponse;
import org.vigie.model.grpc.v2.ServerReadyRequest;
import org.vigie.model.grpc.v2.ServerReadyResponse;
import org.vigie.model.protocol.InferResponse;
import org.vigie.model.protocol.InferenceProtocolException;
import org.vigie.modelserver.serve.InferenceService;
import org.vigie.modelserver.serve.ServingException;

/** Implements the calls of the protocol with the same results as over HTTP. */
final class GrpcService extends GRPCInferenceServiceImplBase {
    private final InferenceService service;

    GrpcService(InferenceService service) {
        this.service = service;
    }

    @Override
    public void serverLive(ServerLiveRequest request, StreamObserver<ServerLiveResponse> observer) {
        answer(observer, () -> ServerLiveResponse.newBuilder().setLive(true).build());
    }

    @Override
    public void serverReady(ServerReadyRequest request, StreamObserver<ServerReadyResponse> observer) {
        boolean ready = service.models().isReady();
        answer(observer, () -> ServerReadyResponse.newBuilder().setReady(ready).build());
    }

    @Override
    public void modelReady(ModelReadyRequest request, StreamObserver<ModelReadyResponse> observer) {
        answer(observer, () -> {
            service.models().find(request.getName(), request.getVersion());
            return ModelReadyResponse.newBuilder().setReady(true).build();
        });
    }

    @Override
    public void serverMetadata(ServerMetadataRequest request, StreamObserver<ServerMetadataResponse> observer) {
        answer(observer, GrpcMetadataMapper::server);
    }

    @Override
    public void modelMetadata(ModelMetadataRequest request, StreamObserver<ModelMetadataResponse> observer) {
        answer(
                observer,
                () -> GrpcMetadataMapper.metadata(
                        service.models().find(request.getName(), request.getVersion()),
                        service.models().versions(request.getName())));
    }

    @Override
    public void repositoryIndex(RepositoryIndexRequest request, StreamObserver<RepositoryIndexResponse> observer) {
        answer(observer, () -> GrpcMetadataMapper.index(service.models().index(), request.getReady()));
    }

    @Override
    public void repositoryModelLoad(
            RepositoryModelLoadRequest request, StreamObserver<RepositoryModelLoadResponse> observer) {
        later(observer, () -> load(request));
    }

    private RepositoryModelLoadResponse load(RepositoryModelLoadRequest request) {
        if (request.getParametersCount() > 0) {
            throw new ServingException(
                    ServingException.ServingErrorCode.INVALID, "parameters: a model is loaded as its folder holds it");
        }
        service.models().load(request.getModelName());
        return RepositoryModelLoadResponse.getDefaultInstance();
    }

    @Override
    public void repositoryModelUnload(
            RepositoryModelUnloadRequest request, StreamObserver<RepositoryModelUnloadResponse> observer) {
        later(observer, () -> {
            service.models().unload(request.getModelName());
            return RepositoryModelUnloadResponse.getDefaultInstance();
        });
    }

    @Override
    public void modelInfer(ModelInferRequest request, StreamObserver<ModelInferResponse> observer) {
        CompletableFuture<InferResponse> answer = infer(request);
        // A cancelled call is not computed.
        ((ServerCallStreamObserver<ModelInferResponse>) observer).setOnCancelHandler(() -> answer.cancel(false));
        var unused = answer.whenComplete(
                (response, failure) -> answer(observer, () -> response(request, response, failure)));
    }

    private CompletableFuture<InferResponse> infer(ModelInferRequest request) {
        try {
            return service.infer(request.getModelName(), request.getModelVersion(), GrpcMessageMapper.request(request));
        } catch (InferenceProtocolException e) {
            return CompletableFuture.failedFuture(
                    new ServingException(ServingException.ServingErrorCode.INVALID, e.getMessage(), e));
        }
    }

    private static ModelInferResponse response(ModelInferRequest request, InferResponse response, Throwable failure) {
        if (failure instanceof ServingException refusal) {
            throw refusal;
        }
        return GrpcMessageMapper.of(response, request.getRawInputContentsCount() > 0);
    }

    /** Runs a slow call on a thread of its own, because the threads of the requests must not block. */
    private static <T> void later(StreamObserver<T> observer, Supplier<T> message) {
        new Thread(() -> answer(observer, message), "model-repository").start();
    }

    private static <T> void answer(StreamObserver<T> observer, Supplier<T> message) {
        try {
            observer.onNext(message.get());
            observer.onCompleted();
        } catch (ServingException refusal) {
            observer.onError(
                    status(refusal.code()).withDescription(refusal.getMessage()).asRuntimeException());
        }
    }

    private static Status status(ServingException.ServingErrorCode code) {
        return switch (code) {
            case NOT_FOUND -> Status.NOT_FOUND;
            case INVALID -> Status.INVALID_ARGUMENT;
            case TOO_LARGE, OVERLOADED -> Status.RESOURCE_EXHAUSTED;
            case TIMEOUT -> Status.DEADLINE_EXCEEDED;
            case STOPPING -> Status.UNAVAILABLE;
            case FAILED -> Status.INTERNAL;
        };
    }
}
