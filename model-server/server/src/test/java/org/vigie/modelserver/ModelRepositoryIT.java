package org.vigie.modelserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.access.AccessRole;
import org.vigie.inference.bundle.ModelBundle;
import org.vigie.model.grpc.v2.ModelReadyRequest;
import org.vigie.model.grpc.v2.RepositoryIndexRequest;
import org.vigie.model.grpc.v2.RepositoryModelLoadRequest;
import org.vigie.model.grpc.v2.RepositoryModelUnloadRequest;

/** Tests that models are loaded and unloaded while the server runs, over both protocols. */
class ModelRepositoryIT {
    private static final String INDEX = "/v2/repository/index";
    private static final String LOAD = "/v2/repository/models/survival-lstm/load";
    private static final String UNLOAD = "/v2/repository/models/survival-lstm/unload";
    private static final String READY = "/v2/models/survival-lstm/ready";

    @TempDir
    private Path models;

    private TestServer server;
    private ModelServerClient client;

    @BeforeEach
    void startWithOneModel() throws IOException {
        TestServer.copy(models, "1");
        start(VersionPolicy.ALL);
    }

    private void start(VersionPolicy versions) {
        server = TestServer.start(models, versions);
        client = new ModelServerClient(server.server(), TestServer.bearer(AccessRole.ADMIN));
    }

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    @Test
    void aNewVersionIsServedBesideTheOldOneAsSoonAsItIsLoaded() throws Exception {
        // given
        TestServer.copy(models, "2");

        // when
        assertThat(client.post(LOAD, "").statusCode()).isEqualTo(200);

        // then
        assertThat(client.get("/v2/models/survival-lstm").body()).contains("\"versions\":[\"1\",\"2\"]");
        assertThat(client.get(READY).body()).contains("\"version\":\"2\"");
        assertThat(client.get("/v2/models/survival-lstm/versions/1/ready").statusCode())
                .isEqualTo(200);
    }

    @Test
    void onlyTheNewestVersionIsLoadedTheOlderOnesOnRequestAndADamagedOneIsSkipped() throws Exception {
        // given
        TestServer.copy(models, "2");
        TestServer.copy(models, "10");
        Files.writeString(models.resolve("survival-lstm/10").resolve(ModelBundle.SAVED_MODEL), "damaged");
        stop();

        // when
        start(VersionPolicy.NEWEST);

        // then
        assertThat(client.get("/v2/models/survival-lstm").body()).contains("\"versions\":[\"2\"]");
        assertThat(client.post(LOAD, "").body()).contains("survival-lstm/10", "saved_model.pb has digest");
        assertThat(client.get("/v2/models/survival-lstm").body()).contains("\"versions\":[\"1\",\"2\"]");
    }

    @Test
    void aDamagedVersionIsRefusedWithItsReasonAndTheOldOneGoesOn() throws Exception {
        // given: the very version that is served is overwritten
        Files.writeString(models.resolve("survival-lstm/1").resolve(ModelBundle.SAVED_MODEL), "damaged");

        // when
        var refused = client.post(LOAD, "{}");

        // then
        assertRefused(
                Status.Code.INVALID_ARGUMENT,
                () -> client.grpc()
                        .repositoryModelLoad(RepositoryModelLoadRequest.newBuilder()
                                .setModelName("survival-lstm")
                                .build()));
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("survival-lstm/1", "saved_model.pb has digest");
        assertThat(client.get(READY).statusCode()).isEqualTo(200);
        assertThat(client.post(INDEX, "").body())
                .contains("\"version\":\"1\",\"state\":\"READY\",\"reason\":\"DAMAGED_BUNDLE");
    }

    @Test
    void whatIsUnloadedIsGoneUntilItIsLoadedAgain() throws Exception {
        assertThat(client.post(UNLOAD, "{}").statusCode()).isEqualTo(200);

        assertThat(client.get(READY).statusCode()).isEqualTo(404);
        assertThat(client.get("/v2/health/ready").statusCode()).isEqualTo(503);
        assertThat(client.post(INDEX, "{}").body()).contains("\"state\":\"UNAVAILABLE\",\"reason\":\"unloaded\"");
        assertThat(client.post(INDEX, "{\"ready\":true}").body()).isEqualTo("[]");

        assertThat(client.post(LOAD, "").statusCode()).isEqualTo(200);
        assertThat(client.get(READY).statusCode()).isEqualTo(200);
    }

    @Test
    void whatCannotBeDoneIsRefusedAndChangesNothing() throws Exception {
        assertThat(client.post("/v2/repository/models/unheard/load", "").statusCode())
                .isEqualTo(404);
        assertThat(client.post("/v2/repository/models/unheard/unload", "").statusCode())
                .isEqualTo(404);
        assertThat(client.post("/v2/repository/models/..%2F..%2Fetc/load", "").statusCode())
                .isBetween(400, 404);
        assertThat(client.post(LOAD, "{\"parameters\":{\"config\":\"{}\"}}").statusCode())
                .isEqualTo(400);
        assertThat(client.post(LOAD, "nonsense").statusCode()).isEqualTo(400);
        assertThat(client.get(READY).statusCode()).isEqualTo(200);
    }

    @Test
    void gRpcDoesTheSame() throws IOException {
        // given
        var unload = RepositoryModelUnloadRequest.newBuilder()
                .setModelName("survival-lstm")
                .build();
        var load = RepositoryModelLoadRequest.newBuilder()
                .setModelName("survival-lstm")
                .build();

        var unused = client.grpc().repositoryModelUnload(unload);

        // when, then
        assertRefused(Status.Code.NOT_FOUND, () -> client.grpc().repositoryModelUnload(unload));

        // when
        TestServer.copy(models, "2");
        var loaded = client.grpc().repositoryModelLoad(load);

        // then
        assertThat(loaded.isInitialized()).isTrue();
        assertThat(client.grpc()
                        .repositoryIndex(RepositoryIndexRequest.getDefaultInstance())
                        .getModelsList())
                .extracting(model -> model.getVersion() + " " + model.getState())
                .containsExactly("1 READY", "2 READY");
        assertThat(client.grpc()
                        .modelReady(ModelReadyRequest.newBuilder()
                                .setName("survival-lstm")
                                .setVersion("2")
                                .build())
                        .getReady())
                .isTrue();
    }

    private static void assertRefused(Status.Code code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        StatusRuntimeException.class,
                        refusal -> assertThat(refusal.getStatus().getCode()).isEqualTo(code));
    }
}
