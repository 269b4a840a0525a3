package org.vigie.local;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.vigie.access.server.AuditTopicConfig;
import org.vigie.access.server.ProgramAccess;
import org.vigie.access.server.ProgramAccessConfig;
import org.vigie.alerts.AlertStreamsConfig;
import org.vigie.analytics.AnalyticsConfig;
import org.vigie.gateway.config.GatewayConfig;
import org.vigie.model.client.InferenceClientConfig;
import org.vigie.modelserver.ModelServerConfig;
import org.vigie.modelserver.VersionPolicy;
import org.vigie.platform.config.KafkaConnectionConfig;
import org.vigie.risk.FlinkConfig;
import org.vigie.risk.RiskConfig;
import org.vigie.risk.impute.ImputeConfig;
import org.vigie.simulator.SimulatorConfig;
import org.vigie.simulator.patient.PatientVariability;
import org.vigie.sink.SinkConfig;
import org.vigie.station.StationConfig;
import org.vigie.station.health.StalenessConfig;
import org.vigie.store.StoreAccount;
import org.vigie.vitals.VitalsStreamsConfig;

/**
 * Configures a local ward. The configuration of each part is derived from it.
 *
 * @param dataDir directory of everything that the ward keeps
 * @param modelDir models to serve
 * @param beds with a patient each
 * @param recordings folder of real recordings to play on some of the beds
 * @param speed how many times faster than the wall the ward's clock runs until it has caught up
 * @param scripts what happens to the simulated patients
 * @param artefacts whether equipment and network give trouble
 * @param variability how much the simulated patients vary without an event
 */
record LocalWardConfig(
        Path dataDir,
        Path modelDir,
        Optional<Path> imputer,
        WardPorts ports,
        int beds,
        Optional<Path> recordings,
        double speed,
        long seed,
        String scripts,
        boolean artefacts,
        PatientVariability variability) {
    private static final String HOST = "127.0.0.1";
    private static final int PARTITIONS = 4;
    private static final String IMPUTER = "imputer-attention";
    private static final Duration CHECKPOINT_EVERY = Duration.ofSeconds(5);

    static LocalWardConfig defaults(Path dataDir) {
        return new LocalWardConfig(
                dataDir,
                Path.of("model-server", "models"),
                Optional.empty(),
                new WardPorts(0),
                24,
                Optional.empty(),
                1,
                1,
                "demo",
                true,
                PatientVariability.FITTED);
    }

    LocalWardConfig withPorts(WardPorts other) {
        return new LocalWardConfig(
                dataDir, modelDir, imputer, other, beds, recordings, speed, seed, scripts, artefacts, variability);
    }

    Path part(String name) {
        return dataDir.resolve(name);
    }

    /** Returns every part's configuration, so that a wrong option is refused before anything has started. */
    List<Record> parts() {
        return List.of(
                modelServer(), vitals(), risk(), alerts(), analytics(), sink(), station(), gateway(), simulator());
    }

    KafkaConnectionConfig kafka() {
        return new KafkaConnectionConfig(
                        HOST + ":" + ports.broker(), "http://" + HOST + ":" + ports.registry(), "ward", PARTITIONS)
                .withRegistryToken(wardToken());
    }

    /** Returns which programs the servers of the ward answer. */
    ProgramAccessConfig access() {
        return ProgramAccessConfig.in(part("access"));
    }

    /** Returns the files whose edits change who may log in or ask a server, by the names under which the audit report shows them. */
    Map<String, Path> secrets() {
        return station().access().secrets();
    }

    /** Returns where the servers for programs record what they refuse. */
    AuditTopicConfig audit() {
        return AuditTopicConfig.to(kafka());
    }

    private Path wardToken() {
        return access().tokens().resolve(ProgramAccess.WARD);
    }

    GatewayConfig gateway() {
        return new LocalGatewayConfig(kafka(), part("gateway").resolve("keys"), access(), ports).toConfig();
    }

    ModelServerConfig modelServer() {
        ModelServerConfig ordinary = ModelServerConfig.defaults();
        return new ModelServerConfig(
                        HOST,
                        ports.modelHttp(),
                        ports.modelGrpc(),
                        ordinary.allowedHosts(),
                        modelDir.toString(),
                        VersionPolicy.NEWEST,
                        ordinary.queue(),
                        ordinary.workers(),
                        ordinary.maxRows(),
                        ordinary.maxWait(),
                        ordinary.maxBodyBytes(),
                        ordinary.timeout(),
                        ordinary.engine())
                .withAccess(access())
                .withAudit(audit())
                .withImputer(imputer.map(Path::toString).orElse(""));
    }

    VitalsStreamsConfig vitals() {
        return new VitalsStreamsConfig(
                kafka(), part("vitals-streams"), VitalsStreamsConfig.defaults().memory());
    }

    RiskConfig risk() {
        RiskConfig ordinary = RiskConfig.defaults();
        InferenceClientConfig scorer = ordinary.scorer();
        return new RiskConfig(
                        kafka(),
                        new InferenceClientConfig(
                                        "grpc://" + HOST + ":" + ports.modelGrpc(),
                                        scorer.model(),
                                        scorer.version(),
                                        scorer.timeout(),
                                        scorer.binary())
                                .withTokenFile(wardToken()),
                        ordinary.window(),
                        ordinary.score(),
                        new FlinkConfig(
                                FlinkConfig.DeploymentMode.LOCAL,
                                part("risk-flink"),
                                CHECKPOINT_EVERY,
                                2,
                                ports.flink()))
                .withImpute(imputer.map(folder -> ImputeConfig.defaults().withModel(IMPUTER))
                        .orElseGet(ImputeConfig::defaults));
    }

    AlertStreamsConfig alerts() {
        return new AlertStreamsConfig(
                kafka(), part("alert-streams"), AlertStreamsConfig.defaults().watch());
    }

    AnalyticsConfig analytics() {
        AnalyticsConfig ordinary = AnalyticsConfig.defaults();
        return new AnalyticsConfig(kafka(), part("alert-analytics"), ordinary.nurses(), ordinary.target());
    }

    SinkConfig sink() {
        SinkConfig ordinary = SinkConfig.defaults();
        return new SinkConfig(
                kafka(),
                "http://" + HOST + ":" + ports.storeHttp(),
                StoreAccount.admin(part("store")).user(),
                Optional.of(StoreAccount.admin(part("store")).passwordFile()),
                ordinary.batchRows(),
                ordinary.linger(),
                ordinary.instance());
    }

    StationConfig station() {
        StationConfig ordinary = StationConfig.defaults();
        return new StationConfig(
                        kafka(),
                        HOST,
                        ports.station(),
                        ordinary.allowedHosts(),
                        bedNames(),
                        speed,
                        ordinary.history(),
                        limits(ordinary.limits()),
                        ordinary.users())
                .withModels(modelDir)
                .withAccess(part("access"));
    }

    /** Charted recordings have a value an hour, played once a minute: between two of them the last one is current. */
    private static StalenessConfig limits(StalenessConfig ordinary) {
        Duration charted = Duration.ofMinutes(3);
        return new StalenessConfig(
                ordinary.continuous(),
                ordinary.episodic(),
                ordinary.manual(),
                ordinary.lab(),
                ordinary.score(),
                ordinary.input(),
                ordinary.alarms(),
                ordinary.cleared(),
                ordinary.suspect(),
                ordinary.imputedShare(),
                Map.of("physionet2012", charted, "mimic-iv-demo", charted));
    }

    SimulatorConfig simulator() {
        SimulatorConfig ordinary = SimulatorConfig.defaults();
        var stable = new SimulatorConfig(
                kafka(),
                part("simulator"),
                seed,
                ordinary.unit(),
                beds,
                ordinary.freeBeds(),
                recordings,
                speed,
                ordinary.recordingPace(),
                ordinary.backfillHours(),
                scripts,
                artefacts);
        return stable.withVariability(variability);
    }

    private List<String> bedNames() {
        String unit = SimulatorConfig.defaults().unit();
        return IntStream.rangeClosed(1, beds)
                .mapToObj(bed -> "%s/%02d".formatted(unit, bed))
                .toList();
    }
}
