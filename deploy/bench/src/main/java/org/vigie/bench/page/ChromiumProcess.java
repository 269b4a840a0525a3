package org.vigie.bench.page;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;

/** Runs Chromium without a window and with a port for its DevTools. */
record ChromiumProcess(AnnouncedProcess browser) implements AutoCloseable {
    private static final String LISTENING = "DevTools listening on ";
    private static final Duration START_TIMEOUT = Duration.ofMinutes(2);

    /** @param profile directory of its own, which it fills */
    static ChromiumProcess start(Path program, Path profile) throws Exception {
        var browser = new ProcessBuilder(
                        program.toString(),
                        "--headless=new",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--no-first-run",
                        "--window-size=1920,1080",
                        "--remote-debugging-port=0",
                        "--user-data-dir=" + profile,
                        "about:blank")
                .redirectErrorStream(true);
        return new ChromiumProcess(AnnouncedProcess.start(browser, LISTENING, START_TIMEOUT));
    }

    /** Returns the address that lists its pages. */
    URI pages() {
        return URI.create("http://127.0.0.1:" + browser.address().getPort() + "/json/list");
    }

    @Override
    public void close() {
        browser.close();
    }
}
