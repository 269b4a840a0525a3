package org.vigie.grafana;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.vigie.testing.browser.BrowserExecutable;

/** Takes the picture of a preview with Debian's Chromium. */
record PreviewPicture(String name) {
    /** Writes {@code docs/images/grafana/NAME.png}. */
    void write(String html) throws IOException, InterruptedException {
        Path page = Files.writeString(Files.createTempFile("preview", ".html"), html);
        Path picture = ShippedDashboards.GRAFANA.resolveSibling("docs/images/grafana/" + name + ".png");
        Files.createDirectories(picture.getParent());
        Path chromium = BrowserExecutable.find().orElseThrow();
        int code = new ProcessBuilder(
                        chromium.toString(),
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--window-size=1400,1100",
                        "--screenshot=" + picture.toAbsolutePath(),
                        page.toUri().toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        if (code != 0) {
            throw new IOException(chromium + " ended with " + code);
        }
    }
}
