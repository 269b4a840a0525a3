package org.vigie.station;

import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Tests a page whose browser was busy or whose machine slept: what waited in it is not shown as current. */
class LatePageIT extends PageInBrowser {
    private static final String AFTER_TWO_PULSES = """
            () => new Promise(done => {
                let pulses = 0;
                const stream = new EventSource('api/stream');
                stream.addEventListener('pulse', () => { if (++pulses === 2) { stream.close(); done(); } });
            })""";

    private static final String BUSY = """
            () => { const end = performance.now() + 6000; while (performance.now() < end); }""";

    /** The browser's steady clock stands still while its machine sleeps, and its other clock does not. */
    private static final String SLEPT = """
            () => { const now = Date.now; Date.now = () => now() + 7200000; }""";

    @Test
    void aPageThatIsBehindDropsWhatWaitsAndBeginsAgainWithASnapshot() {
        // given
        ward.take(monitor.at(wall.instant()).kept("hr", 82).clean());
        contains("[data-bed='REA/01'] .vitals", "82");
        page.evaluate(AFTER_TWO_PULSES);
        beginsAgainAfter(BUSY);
    }

    @Test
    void aPageWhoseMachineSleptBeginsAgainWithASnapshot() {
        // given
        ward.take(monitor.at(wall.instant()).kept("hr", 82).clean());
        contains("[data-bed='REA/01'] .vitals", "82");
        page.evaluate(AFTER_TWO_PULSES);
        beginsAgainAfter(SLEPT);
    }

    private void beginsAgainAfter(String halt) {
        AtomicInteger streams = new AtomicInteger();
        page.onRequest(request -> streams.addAndGet(request.url().endsWith("api/stream") ? 1 : 0));
        // when
        page.evaluate(halt);
        // then
        await().atMost(Duration.ofMinutes(3))
                .until(() -> page.evaluate("() => document.title") != null && streams.get() > 0);
        shows("#banner", "");
        PlaywrightAssertions.assertThat(page.locator("body.cut")).hasCount(0);
    }
}
