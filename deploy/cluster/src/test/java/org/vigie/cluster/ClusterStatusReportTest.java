package org.vigie.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.cluster.ClusterStatusReport.ProcessStatus;

class ClusterStatusReportTest {
    private static final String METRICS = "http://127.0.0.1:16122/metrics";

    private final ClusterStatusReport report = new ClusterStatusReport(
            List.of(
                    new ProcessStatus("broker-1", 4711, ProcessStatus.UP, 0, 320, ""),
                    new ProcessStatus("station", 4712, ProcessStatus.DOWN, 2, 0, METRICS)),
            "/var/vigie & more/logs",
            "http://127.0.0.1:16120/");

    @Test
    void thePageHasARowForEachProcessAndLinksToItsMetrics() {
        // when
        String page = report.html();

        // then
        assertThat(page)
                .contains("<td>broker-1</td><td>4711</td><td>UP</td><td>0</td><td>320</td><td></td>")
                .contains("<td>station</td><td>4712</td><td>DOWN</td><td>2</td><td>0</td><td><a href=\"" + METRICS)
                .contains("<a href=\"http://127.0.0.1:16120/\">the unit's page</a>");
    }

    @Test
    void aProcessThatHasEndedStandsOut() {
        assertThat(report.html())
                .contains("<tr class=\"notice\"><td>station</td>")
                .contains("<tr><td>broker-1</td>");
    }

    @Test
    void thePageRenewsItselfAndWritesTextAsText() {
        assertThat(report.html())
                .contains("<title>Vigie cluster</title><meta http-equiv=\"refresh\" content=\"2\"/>")
                .contains("Logs: /var/vigie &amp; more/logs");
    }

    @Test
    void theJsonHasTheProcessesAndNothingElse() {
        assertThat(new ClusterStatusReport(report.processes().subList(0, 1), "logs", "page").json())
                .isEqualTo("[{\"name\":\"broker-1\",\"pid\":4711,\"state\":\"UP\",\"restarts\":0,\"mib\":320,"
                        + "\"metrics\":\"\"}]");
    }
}
