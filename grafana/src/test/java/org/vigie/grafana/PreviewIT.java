package org.vigie.grafana;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.testing.broker.UnusedPort;
import org.vigie.testing.browser.BrowserExecutable;
import org.vigie.testing.monitoring.AlertmanagerProcess;
import org.vigie.testing.monitoring.PrometheusProcess;

/** Draws every dashboard with the answers of QuestDB, Prometheus and Alertmanager about one invented ward. */
class PreviewIT {
    private static final Duration RANGE = Duration.ofHours(3);
    private static final Duration TIMEOUT = Duration.ofMinutes(10);

    @TempDir
    static Path dir;

    private static Instant now;
    private static StoredWard ward;
    private static Connection connection;
    private static PrometheusProcess prometheus;
    private static Optional<AlertmanagerProcess> alertmanager = Optional.empty();

    @BeforeAll
    static void start() throws Exception {
        assumeThat(BrowserExecutable.find()).isPresent();
        now = Instant.now();
        ward = StoredWard.start(Files.createDirectory(dir.resolve("store")));
        ward.write(new PreviewWard(StoredWard.TABLES, now).rows());
        connection = ward.reader();
        prometheus = PrometheusProcess.start(
                Files.createDirectory(dir.resolve("prometheus")), new PreviewMetrics(now).text());
        startAlertmanager();
    }

    private static void startAlertmanager() throws Exception {
        Optional<Path> program = AlertmanagerProcess.program();
        if (program.isEmpty()) {
            System.err.println("NOT TESTED: the panel of Alertmanager. apt install prometheus-alertmanager");
            return;
        }
        int port = UnusedPort.find().number();
        var running = AlertmanagerProcess.start(program.get(), Files.createDirectory(dir.resolve("alarms")), port);
        alertmanager = Optional.of(running);
        await().atMost(TIMEOUT).until(() -> !running.groups().isEmpty());
        PreviewAlerts.post(running.url(), now);
        await().atMost(TIMEOUT).until(() -> running.groups().contains(PreviewWard.BED));
    }

    /** {@code -Dvigie.write.docs=true} takes the pictures of {@code docs/grafana.md} anew. */
    @AfterAll
    static void stop() throws Exception {
        if (Boolean.getBoolean("vigie.write.docs")) {
            writePictures();
        }
        alertmanager.ifPresent(AlertmanagerProcess::close);
        if (prometheus != null) {
            prometheus.close();
        }
        if (connection != null) {
            connection.close();
            ward.close();
        }
    }

    @Test
    void everyDashboardIsDrawnWholeAndSaysThatItIsNoPictureOfGrafana() throws Exception {
        // given
        List<JsonNode> dashboards = ShippedDashboards.dashboards(DashboardStore.QUESTDB).stream()
                .map(ShippedDashboards::dashboard)
                .toList();
        DashboardPreview preview = preview();
        dashboards.forEach(preview::add);

        // when
        PreviewFaults faults = faults(preview);

        // then
        assertThat(dashboards).flatMap(faults::of).isEmpty();
    }

    @Test
    void aPanelThatIsMissingOrEmptyAndADashboardWithoutItsMarkAreFound() throws Exception {
        // given
        JsonNode ward = ShippedDashboards.dashboard("questdb/fr/ward.json");
        ObjectNode broken = ward.deepCopy();
        broken.withArray("panels").remove(10);
        ((ObjectNode) broken.at("/panels/0/targets/0")).put("rawSql", "SELECT bed FROM readings WHERE bed = 'nobody'");
        ((ObjectNode) broken.at("/panels/6")).put("type", "drawn by nobody");
        JsonNode pipeline = ShippedDashboards.dashboard("questdb/fr/pipeline.json");
        ObjectNode silent = pipeline.deepCopy();
        ((ObjectNode) silent.at("/panels/0/targets/0")).put("expr", "vigie_metric_of_nobody");

        // when
        PreviewFaults faults = faults(preview().add(broken, "Grafana").add(silent));

        // then
        assertThat(faults.of(ward))
                .containsExactlyInAnyOrder(
                        "vigie-ward-fr: not marked",
                        "Lits avec des mesures: empty",
                        "Lits: empty",
                        "Mesures par verdict: missing");
        assertThat(faults.of(pipeline)).containsExactly("Contrôles de santé: empty");
    }

    private static PreviewFaults faults(DashboardPreview preview) throws IOException, InterruptedException {
        return new PreviewFaults(browser().measure(preview.html()), alertmanager.isPresent());
    }

    private static PreviewBrowser browser() {
        return new PreviewBrowser(BrowserExecutable.find().orElseThrow(), dir);
    }

    private static DashboardPreview preview() {
        var sources = new RunningSources(connection, prometheus, alertmanager, now, RANGE);
        return new DashboardPreview(sources, now.minus(RANGE), now);
    }

    private static void writePictures() throws IOException, InterruptedException {
        for (String name : PanelModel.DASHBOARDS) {
            JsonNode dashboard = ShippedDashboards.dashboard("questdb/fr/" + name + ".json");
            Path picture = ShippedDashboards.GRAFANA.resolveSibling("docs/images/grafana/" + name + ".png");
            browser().picture(preview().add(dashboard).html(), dashboard, picture);
        }
    }
}
