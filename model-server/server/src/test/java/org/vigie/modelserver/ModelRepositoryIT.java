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
import org.vigie.inference.bundle.ModelBundle;
import org.vigie.model.grpc.v2.ModelReadyRequest;
import org.vigie.model.grpc.v2.RepositoryIndexRequest;
import org.vigie.model.grpc.v2.RepositoryModelLoadRequest;
import org.vigie.model.grpc.v2.RepositoryModelUnloadRequest;
import org.vigie.modelserver.ModelServerConfig.Versions;

/** Models come and go while the server runs, over both wires. */
class ModelRepositoryIT {
    private static final String INDEX = "/v2/repository/index";
    private static final String LOAD = "/v2/repository/models/survival-lstm/load";
    private static final String UNLOAD = "/v2/repository/models/survival-lstm/unload";
    private static final String READY = "/v2/models/survival-lstm/ready";

    @TempDir
    private Path models;

    private TestServer server;
    private Wire wire;

    @BeforeEach
    void startWithOneModel() throws IOException {
        TestServer.copy(models, "1");
        start(Versions.ALL);
    }

    private void start(Versions versions) {
        server = TestServer.start(models, versions);
        wire = server.wire();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aNewVersionIsServedBesideTheOldOneAsSoonAsItIsLoaded() throws Exception {
        // given
        TestServer.copy(models, "2");

        // when
        assertThat(wire.post(LOAD, "").statusCode()).isEqualTo(200);

        // then
        assertThat(wire.get("/v2/models/survival-lstm").body()).contains("\"versions\":[\"1\",\"2\"]");
        assertThat(wire.get(READY).body()).contains("\"version\":\"2\"");
        assertThat(wire.get("/v2/models/survival-lstm/versions/1/ready").statusCode())
                .isEqualTo(200);
    }

    @Test
    void ofTheNewestOnlyTheOlderOnesWaitUntilTheyAreAskedForAndADamagedOneIsPassedOver() throws Exception {
        // given
        TestServer.copy(models, "2");
        TestServer.copy(models, "10");
        Files.writeString(models.resolve("survival-lstm/10").resolve(ModelBundle.SAVED_MODEL), "damaged");
        stop();

        // when
        start(Versions.NEWEST);

        // then
        assertThat(wire.get("/v2/models/survival-lstm").body()).contains("\"versions\":[\"2\"]");
        assertThat(wire.post(LOAD, "").body()).contains("survival-lstm/10", "saved_model.pb has digest");
        assertThat(wire.get("/v2/models/survival-lstm").body()).contains("\"versions\":[\"1\",\"2\"]");
    }

    @Test
    void aDamagedVersionIsRefusedWithItsReasonAndTheOldOneGoesOn() throws Exception {
        // given: the very version that is served is overwritten
        Files.writeString(models.resolve("survival-lstm/1").resolve(ModelBundle.SAVED_MODEL), "damaged");

        // when
        var refused = wire.post(LOAD, "{}");

        // then
        assertRefused(
                Status.Code.INVALID_ARGUMENT,
                () -> wire.grpc()
                        .repositoryModelLoad(RepositoryModelLoadRequest.newBuilder()
                                .setModelName("survival-lstm")
                                .build()));
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("survival-lstm/1", "saved_model.pb has digest");
        assertThat(wire.get(READY).statusCode()).isEqualTo(200);
        assertThat(wire.post(INDEX, "").body())
                .contains("\"version\":\"1\",\"state\":\"READY\",\"reason\":\"DAMAGED_BUNDLE");
    }

    @Test
    void whatIsUnloadedIsGoneUntilItIsLoadedAgain() throws Exception {
        assertThat(wire.post(UNLOAD, "{}").statusCode()).isEqualTo(200);

        assertThat(wire.get(READY).statusCode()).isEqualTo(404);
        assertThat(wire.get("/v2/health/ready").statusCode()).isEqualTo(503);
        assertThat(wire.post(INDEX, "{}").body()).contains("\"state\":\"UNAVAILABLE\",\"reason\":\"unloaded\"");
        assertThat(wire.post(INDEX, "{\"ready\":true}").body()).isEqualTo("[]");

        assertThat(wire.post(LOAD, "").statusCode()).isEqualTo(200);
        assertThat(wire.get(READY).statusCode()).isEqualTo(200);
    }

    @Test
    void whatCannotBeDoneIsRefusedAndChangesNothing() throws Exception {
        assertThat(wire.post("/v2/repository/models/unheard/load", "").statusCode())
                .isEqualTo(404);
        assertThat(wire.post("/v2/repository/models/unheard/unload", "").statusCode())
                .isEqualTo(404);
        assertThat(wire.post("/v2/repository/models/..%2F..%2Fetc/load", "").statusCode())
                .isBetween(400, 404);
        assertThat(wire.post(LOAD, "{\"parameters\":{\"config\":\"{}\"}}").statusCode())
                .isEqualTo(400);
        assertThat(wire.post(LOAD, "nonsense").statusCode()).isEqualTo(400);
        assertThat(wire.get(READY).statusCode()).isEqualTo(200);
    }

    @Test
    void gRpcDoesTheSame() throws IOException {
        var unload = RepositoryModelUnloadRequest.newBuilder()
                .setModelName("survival-lstm")
                .build();
        var load = RepositoryModelLoadRequest.newBuilder()
                .setModelName("survival-lstm")
                .build();

        var unused = wire.grpc().repositoryModelUnload(unload);
        assertRefused(Status.Code.NOT_FOUND, () -> wire.grpc().repositoryModelUnload(unload));
        TestServer.copy(models, "2");
        var loaded = wire.grpc().repositoryModelLoad(load);

        assertThat(loaded.isInitialized()).isTrue();
        assertThat(wire.grpc()
                        .repositoryIndex(RepositoryIndexRequest.getDefaultInstance())
                        .getModelsList())
                .extracting(model -> model.getVersion() + " " + model.getState())
                .containsExactly("1 READY", "2 READY");
        assertThat(wire.grpc()
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
