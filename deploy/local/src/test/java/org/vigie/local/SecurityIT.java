package org.vigie.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.ClientCalls;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.access.AccessPolicy;
import org.vigie.access.AccessRole;
import org.vigie.access.login.ApiTokens;
import org.vigie.access.server.AuditTopicConfig;
import org.vigie.access.server.ProgramAccessConfig;
import org.vigie.gateway.BedsideGateway;
import org.vigie.gateway.config.GatewayConfig;
import org.vigie.model.grpc.v2.GRPCInferenceServiceGrpc;
import org.vigie.modelserver.ModelServer;
import org.vigie.modelserver.ModelServerConfig;
import org.vigie.platform.config.ConfigLoader;
import org.vigie.platform.config.KafkaConnectionConfig;
import org.vigie.platform.topic.TopicReader;
import org.vigie.registry.EmbeddedRegistry;
import org.vigie.registry.RegistryAddress;
import org.vigie.schemas.AuditOutcome;
import org.vigie.schemas.serde.AvroSerdes;
import org.vigie.station.StationApp;
import org.vigie.station.StationConfig;
import org.vigie.station.health.StalenessConfig;
import org.vigie.station.login.UserHeadersConfig;
import org.vigie.testing.broker.EmbeddedKafkaExtension;
import org.vigie.testing.broker.KafkaTestNamespace;

/** Walks every route of every server of a ward, without a token and with each role. {@link TopicAclsIT} asks for each principal of the broker. */
@ExtendWith(EmbeddedKafkaExtension.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SecurityIT {
    private static final Duration TIMEOUT = Duration.ofMinutes(10);
    private static final Deque<AutoCloseable> PARTS = new ArrayDeque<>();

    @TempDir
    static Path directory;

    private static KafkaConnectionConfig kafka;
    private static ProgramAccessConfig access;
    private static WardRoutes routes;
    private static int grpcPort;

    @BeforeAll
    static void startTheServers(KafkaTestNamespace namespace) throws Exception {
        access = ProgramAccessConfig.in(directory.resolve("access"));
        kafka = new KafkaConnectionConfig(
                namespace.kafka().bootstrapServers(), namespace.kafka().registryUrl(), namespace.name(), 1);
        new TopicProvisioner(new TopicsConfig(kafka, (short) 1, 0, Map.of())).run();
        var registry = opened(EmbeddedRegistry.start(
                kafka.bootstrapServers(),
                RegistryAddress.loopback(0),
                new WardRegistryAccess(access, AuditTopicConfig.to(kafka))));
        var models = opened(ModelServer.start(models()));
        var gateway = opened(BedsideGateway.start(gateway()));
        var station = opened(StationApp.start(station()));
        routes = new WardRoutes(
                Map.of(
                        station.address().getPort(), station.routes(),
                        gateway.fhirPort(), gateway.fhirRoutes(),
                        models.httpPort(), models.routes()),
                port(registry.url()));
        grpcPort = models.grpcPort();
    }

    @AfterAll
    static void stopTheServers() throws Exception {
        for (AutoCloseable part : PARTS) {
            part.close();
        }
    }

    @Test
    void withoutATokenEveryRouteAnswers401() throws Exception {
        // given
        List<WardRoute> all = routes.guarded();

        // then
        assertThat(all).hasSizeGreaterThan(50);
        assertThat(routes.open())
                .containsExactlyInAnyOrder(
                        "GET /login",
                        "GET /login/callback",
                        "GET /login/login.css",
                        "GET /fhir/metadata",
                        "GET /v2/health/live",
                        "GET /v2/health/ready");
        for (WardRoute route : all) {
            assertThat(route.status("")).as(route.toString()).isEqualTo(401);
            assertThat(route.status("Bearer of-nobody")).as(route.toString()).isEqualTo(401);
        }
    }

    @Test
    void eachRoleMayDoWhatThePolicyGrantsAndNothingElse() throws Exception {
        // given
        AccessPolicy policy = AccessPolicy.standard();

        // then
        for (AccessRole role : AccessRole.values()) {
            String token = "Bearer "
                    + new ApiTokens(access.tokens()).own(role.word(), role).reveal();
            for (WardRoute route : routes.guarded()) {
                assertThat(route.status(token) == 403)
                        .as(role + " " + route)
                        .isNotEqualTo(policy.permits(Set.of(role), route.operation()));
            }
        }
    }

    @Test
    void withoutATokenEveryCallOfGrpcButTheHealthIsRefused() {
        // given
        var channel = NettyChannelBuilder.forAddress("127.0.0.1", grpcPort)
                .usePlaintext()
                .build();
        Map<String, Status.Code> answers = new TreeMap<>();

        // when
        for (MethodDescriptor<?, ?> call :
                GRPCInferenceServiceGrpc.getServiceDescriptor().getMethods()) {
            answers.put(call.getBareMethodName(), code(channel, call));
        }
        channel.shutdownNow();

        // then
        assertThat(answers).hasSizeGreaterThan(5);
        answers.forEach((call, answer) -> assertThat(answer)
                .as(call)
                .isEqualTo(
                        Set.of("ServerLive", "ServerReady").contains(call)
                                ? Status.Code.OK
                                : Status.Code.UNAUTHENTICATED));
    }

    private static <Q, A> Status.Code code(Channel channel, MethodDescriptor<Q, A> call) {
        try {
            var unused = ClientCalls.blockingUnaryCall(
                    channel, call, CallOptions.DEFAULT, call.parseRequest(InputStream.nullInputStream()));
            return Status.Code.OK;
        } catch (StatusRuntimeException refused) {
            return refused.getStatus().getCode();
        }
    }

    /** Runs first: a server records 60 refusals a minute one by one, and the other tests cause more. */
    @Test
    @Order(1)
    void aRefusalOfEachServerIsInTheAuditTrail() throws Exception {
        // given
        String token = "Bearer "
                + new ApiTokens(access.tokens())
                        .own("study", AccessRole.ANALYST)
                        .reveal();

        // when
        for (WardRoute route : routes.guarded()) {
            if (!AccessPolicy.standard().permits(Set.of(AccessRole.ANALYST), route.operation())) {
                assertThat(route.status(token)).as(route.toString()).isEqualTo(403);
            }
        }

        // then
        await().atMost(TIMEOUT)
                .untilAsserted(() -> assertThat(serversThatRefused("study"))
                        .contains("station", "bedside-gateway", "model-server", "registry"));
    }

    private static Set<String> serversThatRefused(String actor) {
        Set<String> servers = new TreeSet<>();
        var topic = kafka.topics().auditEvents();
        try (var trail = TopicReader.fromBeginning(kafka, new AvroSerdes(kafka.registry()), topic)) {
            trail.readToEnd(record -> record.readableValue()
                    .filter(event -> event.getActor().equals(actor) && event.getOutcome() == AuditOutcome.REFUSED)
                    .ifPresent(event -> servers.add(event.getSource())));
        }
        return servers;
    }

    @Test
    void noServerListensBeyondLoopback() throws Exception {
        assertThat(new ListeningSockets(ProcessHandle.current().pid()).addresses())
                .hasSizeGreaterThan(5)
                .allMatch(InetAddress::isLoopbackAddress);
    }

    private static GatewayConfig gateway() {
        return ConfigLoader.load(
                Optional.empty(),
                GatewayConfig.class,
                Map.of(
                        "VIGIE_KAFKA_BOOTSTRAP_SERVERS", kafka.bootstrapServers(),
                        "VIGIE_KAFKA_REGISTRY_URL", kafka.registryUrl(),
                        "VIGIE_KAFKA_NAMESPACE", kafka.namespace(),
                        "VIGIE_KAFKA_PARTITIONS", "1",
                        "VIGIE_MLLP_PORT", "0",
                        "VIGIE_FHIR_PORT", "0",
                        "VIGIE_FHIR_TOKENS", access.tokens().toString(),
                        "VIGIE_KEYS", directory.resolve("keys").toString()));
    }

    private static ModelServerConfig models() throws IOException {
        return ConfigLoader.load(
                Optional.empty(),
                ModelServerConfig.class,
                Map.of(
                        "VIGIE_MODELS",
                        Files.createDirectories(directory.resolve("models")).toString(),
                        "VIGIE_HTTP_PORT",
                        "0",
                        "VIGIE_GRPC_PORT",
                        "0",
                        "VIGIE_ACCESS_TOKENS",
                        access.tokens().toString(),
                        "VIGIE_AUDIT_PUBLISHED",
                        "true",
                        "VIGIE_AUDIT_KAFKA_BOOTSTRAP_SERVERS",
                        kafka.bootstrapServers(),
                        "VIGIE_AUDIT_KAFKA_REGISTRY_URL",
                        kafka.registryUrl(),
                        "VIGIE_AUDIT_KAFKA_NAMESPACE",
                        kafka.namespace()));
    }

    private static StationConfig station() {
        return new StationConfig(
                        kafka,
                        "127.0.0.1",
                        0,
                        List.of(),
                        List.of("REA/01"),
                        1,
                        Duration.ofHours(1),
                        StalenessConfig.defaults(),
                        UserHeadersConfig.defaults())
                .withAccess(directory.resolve("access"));
    }

    private static int port(String url) {
        return URI.create(url).getPort();
    }

    private static <P extends AutoCloseable> P opened(P part) {
        PARTS.push(part);
        return part;
    }
}
