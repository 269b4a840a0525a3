package org.vigie.modelserver;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.MetadataUtils;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CompletableFuture;
import org.vigie.model.grpc.v2.GRPCInferenceServiceGrpc;
import org.vigie.model.grpc.v2.GRPCInferenceServiceGrpc.GRPCInferenceServiceBlockingStub;
import org.vigie.model.grpc.v2.GRPCInferenceServiceGrpc.GRPCInferenceServiceFutureStub;
import org.vigie.model.protocol.InferRequest;
import org.vigie.model.protocol.InferResponse;
import org.vigie.model.protocol.InferenceBody;

/** Sends requests to a server as any client would. */
final class ModelServerClient implements AutoCloseable {
    private final HttpClient http = HttpClient.newHttpClient();
    private final ManagedChannel channel;
    private final String url;
    private final String authorization;

    /** @param authorization sent with each request; empty: none is sent */
    ModelServerClient(ModelServer server, String authorization) {
        this.authorization = authorization;
        url = server.url();
        channel = NettyChannelBuilder.forAddress("127.0.0.1", server.grpcPort())
                .usePlaintext()
                .intercept(MetadataUtils.newAttachHeadersInterceptor(headers(authorization)))
                .build();
    }

    private static Metadata headers(String authorization) {
        var headers = new Metadata();
        if (!authorization.isEmpty()) {
            headers.put(Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER), authorization);
        }
        return headers;
    }

    private HttpRequest.Builder to(String path) {
        var request = HttpRequest.newBuilder(URI.create(url + path));
        return authorization.isEmpty() ? request : request.header("Authorization", authorization);
    }

    GRPCInferenceServiceBlockingStub grpc() {
        return GRPCInferenceServiceGrpc.newBlockingStub(channel);
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return http.send(to(path).build(), BodyHandlers.ofString());
    }

    HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
        return http.send(to(path).POST(BodyPublishers.ofString(body)).build(), BodyHandlers.ofString());
    }

    /** As a page of that origin asks. */
    HttpResponse<String> postFrom(String origin, String path, String body) throws IOException, InterruptedException {
        return http.send(
                to(path).header("Origin", origin)
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    /** Asks the server under that name. */
    GRPCInferenceServiceBlockingStub grpcAs(String authority) {
        return GRPCInferenceServiceGrpc.newBlockingStub(channel).withInterceptors(new ClientInterceptor() {
            @Override
            public <Q, A> ClientCall<Q, A> interceptCall(
                    MethodDescriptor<Q, A> method, CallOptions options, Channel next) {
                return next.newCall(method, options.withAuthority(authority));
            }
        });
    }

    /** Asks with binary tensors. */
    HttpResponse<String> post(InferRequest request) throws IOException, InterruptedException {
        return http.send(binary(request), BodyHandlers.ofString());
    }

    /** Asks with binary tensors; the answer's status. */
    CompletableFuture<Integer> ask(InferRequest request) {
        return http.sendAsync(binary(request), BodyHandlers.ofString()).thenApply(HttpResponse::statusCode);
    }

    GRPCInferenceServiceFutureStub grpcLater() {
        return GRPCInferenceServiceGrpc.newFutureStub(channel);
    }

    private HttpRequest binary(InferRequest request) {
        InferenceBody body = InferenceBody.of(request, true);
        return to("/v2/models/survival-lstm/infer")
                .header(InferenceBody.HEADER, Integer.toString(body.jsonLength()))
                .POST(BodyPublishers.ofByteArray(body.bytes()))
                .build();
    }

    InferResponse infer(InferRequest request, boolean binary) throws IOException, InterruptedException {
        InferenceBody body = InferenceBody.of(request, binary);
        HttpRequest.Builder post = to("/v2/models/survival-lstm/infer").POST(BodyPublishers.ofByteArray(body.bytes()));
        if (binary) {
            post.header(InferenceBody.HEADER, Integer.toString(body.jsonLength()));
        }
        HttpResponse<byte[]> response = http.send(post.build(), BodyHandlers.ofByteArray());
        int jsonLength =
                (int) response.headers().firstValueAsLong(InferenceBody.HEADER).orElse(response.body().length);
        return new InferenceBody(response.body(), jsonLength).toResponse();
    }

    @Override
    public void close() {
        channel.shutdownNow();
    }
}
