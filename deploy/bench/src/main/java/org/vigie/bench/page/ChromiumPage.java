package org.vigie.bench.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import org.vigie.platform.http.WholeAnswerClient;

/** Opens the unit's page in Chromium, at the size of a wall screen, and measures when numbers are painted. */
final class ChromiumPage implements AutoCloseable {
    private static final Duration START_TIMEOUT = Duration.ofMinutes(2);
    private static final long POLL_MS = 200;
    /**
     * Notes the delay of each changed tile when its frame is done. The change of a tile asks for the next frame; a message that is posted in that
     * frame comes after it was painted. The delay is that of the next frame where the page changes a tile within a frame: up to 17 ms too long.
     */
    private static final String MEASURE = """
            (() => {
              window.paintDelays = [];
              let waiting = [];
              const painted = () => {
                const now = Date.now();
                window.paintDelays.push(...waiting.map((published) => now - published));
                waiting = [];
              };
              const frames = new MessageChannel();
              frames.port1.onmessage = painted;
              new MutationObserver((changes) => {
                if (!waiting.length) requestAnimationFrame(() => frames.port2.postMessage(0));
                waiting.push(...changes.map(({ target }) => Number(target.dataset.publishedAt)));
              }).observe(document.getElementById('beds'), { subtree: true, attributes: true, attributeFilter: ['data-published-at'] });
            })()""";

    private final ChromiumProcess browser;
    private final DevToolsConnection page;

    private ChromiumPage(ChromiumProcess browser, DevToolsConnection page) {
        this.browser = browser;
        this.page = page;
    }

    /**
     * Opens the page and waits until it shows all beds.
     *
     * @param profile directory that Chromium fills
     * @param login one-time link
     */
    static ChromiumPage open(Path chromium, Path profile, URI login, int beds) throws Exception {
        var browser = ChromiumProcess.start(chromium, profile);
        var client = HttpClient.newHttpClient();
        var opened = new ChromiumPage(browser, DevToolsConnection.open(client, firstPage(client, browser.pages())));
        opened.page.send("Performance.enable", Map.of());
        opened.page.send("Page.navigate", Map.of("url", login.toString()));
        opened.awaitBeds(beds);
        return opened;
    }

    private static URI firstPage(HttpClient client, URI pages) throws Exception {
        var listed = new ObjectMapper()
                .readTree(new WholeAnswerClient(client, START_TIMEOUT)
                        .send(HttpRequest.newBuilder(pages).build(), BodyHandlers.ofString())
                        .body());
        return StreamSupport.stream(listed.spliterator(), false)
                .filter(target -> target.path("type").asText().equals("page"))
                .map(target -> URI.create(target.path("webSocketDebuggerUrl").asText()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Chromium has no page"));
    }

    private void awaitBeds(int beds) throws Exception {
        long end = System.nanoTime() + START_TIMEOUT.toNanos();
        while (page.evaluate("document.querySelectorAll('[data-bed][data-published-at]').length")
                        .asInt()
                < beds) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("the page shows fewer than " + beds + " beds with values");
            }
            Thread.sleep(POLL_MS);
        }
    }

    /** Begins to measure. */
    void begin() throws Exception {
        page.evaluate(MEASURE);
    }

    /** Returns from the broker taking a raw record to its numbers being painted, in ms. */
    double[] paintDelaysMs() throws Exception {
        return StreamSupport.stream(page.evaluate("window.paintDelays").spliterator(), false)
                .mapToDouble(JsonNode::asDouble)
                .toArray();
    }

    /** Returns what the page's main thread has done so far, in seconds: scripts, style, layout and all tasks. */
    Map<String, Double> work() throws Exception {
        Map<String, Double> work = new TreeMap<>();
        for (JsonNode metric : page.send("Performance.getMetrics", Map.of()).path("metrics")) {
            String name = metric.path("name").asText();
            if (name.endsWith("Duration")) {
                work.put(name, metric.path("value").asDouble());
            }
        }
        return work;
    }

    @Override
    public void close() {
        page.close();
        browser.close();
    }
}
