package org.vigie.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.vigie.cluster.ClusterStatusReport.ProcessStatus;

class StatusPageTest {
    private final StatusPage page = StatusPage.start(0, StatusPageTest::report);
    private final HttpClient http = HttpClient.newHttpClient();

    private static ClusterStatusReport report() {
        return new ClusterStatusReport(
                List.of(new ProcessStatus("store", 12, ProcessStatus.UP, 0, 384, "")), "logs", "http://127.0.0.1:1/");
    }

    @AfterEach
    void close() {
        page.close();
    }

    @Test
    void theProcessesAreShownAsAPageAndAsJson() throws Exception {
        assertThat(answer("", page.address().toString()).body()).contains("<td>store</td>");
        assertThat(answer("status.json", page.address().toString()).body()).startsWith("[{\"name\":\"store\"");
    }

    @Test
    void anotherAddressIsNotFound() throws Exception {
        assertThat(answer("logs", page.address().toString()).statusCode()).isEqualTo(404);
    }

    @Test
    void aPageOfAnotherSiteIsRefused() throws Exception {
        assertThat(answer("", "http://elsewhere.example").statusCode()).isEqualTo(403);
    }

    @Test
    void aTakenPortIsRefusedWithWhatToDo() {
        // given
        int taken = page.address().getPort();

        // when, then
        assertThatThrownBy(() -> StatusPage.start(taken, StatusPageTest::report))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Port " + taken + " for the status page is taken")
                .hasMessageContaining("--port-offset");
    }

    private HttpResponse<String> answer(String path, String origin) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(page.address().resolve(path))
                .header("Origin", origin)
                .build();
        return http.send(request, BodyHandlers.ofString());
    }
}
