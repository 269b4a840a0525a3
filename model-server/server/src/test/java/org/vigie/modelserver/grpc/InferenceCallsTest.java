package org.vigie.modelserver.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientInterceptors;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.ClientCalls;
import io.grpc.stub.MetadataUtils;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.access.AccessRole;
import org.vigie.access.login.ApiTokens;
import org.vigie.access.server.ProgramAccess;
import org.vigie.access.server.ProgramAccessConfig;
import org.vigie.model.grpc.v2.GRPCInferenceServiceGrpc;
import org.vigie.modelserver.ModelServerConfig;
import org.vigie.modelserver.serve.InferenceService;
import org.vigie.modelserver.serve.ModelRepository;

/** Walks every call of the protocol over gRPC, without a token and with each role. The server holds no model. */
class InferenceCallsTest {
    private static final Set<String> OPEN = Set.of("ServerLive", "ServerReady");
    private static final Set<String> OF_AN_ADMIN = Set.of("RepositoryModelLoad", "RepositoryModelUnload");
    private static final Set<AccessRole> MAY_RUN_A_MODEL = Set.of(AccessRole.ANALYST, AccessRole.SERVICE);

    @TempDir
    Path folder;

    private ApiTokens tokens;
    private ModelRepository models;
    private GrpcEndpoint server;
    private ManagedChannel channel;

    @BeforeEach
    void start() {
        var access = ProgramAccessConfig.in(folder.resolve("access"));
        var config = ModelServerConfig.defaults().withPorts(0, 0).withAccess(access);
        models = ModelRepository.load(folder, config);
        tokens = new ApiTokens(access.tokens());
        server = GrpcEndpoint.start(
                new InferenceService(models, config),
                config,
                new ProgramAccess(access, refusal -> {}, InstantSource.system()),
                Optional.empty());
        channel = NettyChannelBuilder.forAddress("127.0.0.1", server.port())
                .usePlaintext()
                .build();
    }

    @AfterEach
    void stop() {
        channel.shutdownNow();
        server.close();
        models.close();
    }

    @Test
    void withoutATokenEveryCallButTheHealthIsUnauthenticated() throws Exception {
        for (MethodDescriptor<?, ?> call : calls()) {
            Status.Code expected =
                    OPEN.contains(call.getBareMethodName()) ? Status.Code.OK : Status.Code.UNAUTHENTICATED;

            assertThat(code(call, "")).as(call.getBareMethodName()).isEqualTo(expected);
            assertThat(code(call, "Bearer nobody")).as(call.getBareMethodName()).isEqualTo(expected);
        }
    }

    @Test
    void eachRoleMayMakeTheCallsOfItsOwn() throws Exception {
        for (AccessRole role : AccessRole.values()) {
            String token = "Bearer " + tokens.own(role.word(), role).reveal();
            for (MethodDescriptor<?, ?> call : calls()) {
                assertThat(code(call, token) != Status.Code.PERMISSION_DENIED)
                        .as(role + " " + call.getBareMethodName())
                        .isEqualTo(mayCall(role, call.getBareMethodName()));
            }
        }
    }

    private static boolean mayCall(AccessRole role, String call) {
        if (OF_AN_ADMIN.contains(call)) {
            return role == AccessRole.ADMIN;
        }
        return !call.equals("ModelInfer") || MAY_RUN_A_MODEL.contains(role);
    }

    private static Collection<MethodDescriptor<?, ?>> calls() {
        return GRPCInferenceServiceGrpc.getServiceDescriptor().getMethods();
    }

    private <Q, A> Status.Code code(MethodDescriptor<Q, A> call, String authorization) {
        var headers = new Metadata();
        if (!authorization.isEmpty()) {
            headers.put(Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER), authorization);
        }
        Channel sending = ClientInterceptors.intercept(channel, MetadataUtils.newAttachHeadersInterceptor(headers));
        try {
            var unused = ClientCalls.blockingUnaryCall(
                    sending, call, CallOptions.DEFAULT, call.parseRequest(InputStream.nullInputStream()));
            return Status.Code.OK;
        } catch (StatusRuntimeException refused) {
            return refused.getStatus().getCode();
        }
    }
}
